package io.github.alimsg.queue.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to a queue, before it is signed.
 *
 * @param operation what the service's documentation calls it
 * @param method the HTTP method
 * @param path the path, as it is sent
 * @param query the query, as it is sent; empty for none
 * @param body the body; empty for none
 * @param pollWait how long the service may wait before it replies
 * @param maxReplyBytes how large the reply may be
 */
record QueueRequest(
        String operation,
        String method,
        String path,
        String query,
        String body,
        Duration pollWait,
        long maxReplyBytes) {
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Nullable
    String contentType() {
        return body.isEmpty() ? null : "text/xml";
    }
}
