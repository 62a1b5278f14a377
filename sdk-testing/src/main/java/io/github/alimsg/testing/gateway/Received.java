package io.github.alimsg.testing.gateway;

import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, whatever became of it.
 *
 * @param method the HTTP method
 * @param target path and query, still encoded
 * @param headers values by lower-case name
 * @param body the exact bytes
 * @param sequence its number among all requests, from 1 on
 * @param connection the number of the connection that brought it, from 0 on
 * @param call the call that it makes; null when it names no operation, or was cut before it was read
 * @param outcome what became of it
 */
public record Received(
        String method,
        String target,
        Map<String, String> headers,
        ByteString body,
        long sequence,
        int connection,
        @Nullable Call call,
        Outcome outcome) {

    public Received {
        headers = Map.copyOf(headers);
    }

    /** How many bytes of target and body it has. */
    public int size() {
        return target.length() + body.size();
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return method + " " + call;
    }
}
