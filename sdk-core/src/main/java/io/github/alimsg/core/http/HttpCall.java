package io.github.alimsg.core.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed POST request, ready to send, and its limits.
 *
 * @param origin scheme and authority, such as {@code https://cams.ap-southeast-1.aliyuncs.com}
 * @param query the percent-encoded query without the question mark; sent as it is
 * @param headers names and values in turn
 * @param contentType content type of the body; null when there is no body
 * @param body the body's bytes; empty for none
 * @param connectTimeout how long connecting to one address may take
 * @param readTimeout how long the service may be silent
 * @param timeout how long the exchange may take in all
 * @param maxReplyBytes how large the answer's body may be
 */
public record HttpCall(
        String origin,
        String query,
        List<String> headers,
        @Nullable String contentType,
        byte[] body,
        Duration connectTimeout,
        Duration readTimeout,
        Duration timeout,
        long maxReplyBytes) {

    /** Names where the request goes, and nothing of what it carries. */
    @Override
    public String toString() {
        return "POST " + origin;
    }
}
