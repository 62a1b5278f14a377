package io.github.alimsg.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One run of the script, for callers that were waiting when it was sent. A probe has none. */
final class Request {
    final List<Caller> callers;

    /** In nanoseconds. */
    final long sentAt;

    /** An answer that takes longer is no sign that Redis is fine. */
    final Duration patience;

    private volatile @Nullable CompletionStage<List<Long>> reply;

    Request(List<Caller> callers, long sentAt, Duration patience) {
        this.callers = callers;
        this.sentAt = sentAt;
        this.patience = patience;
    }

    void sent(CompletionStage<List<Long>> reply) {
        this.reply = reply;
    }

    /** Nobody waits for it any more. A client of Redis that is not connected need not send it later. */
    void cancel() {
        CompletionStage<List<Long>> pending = reply;
        if (pending != null) {
            try {
                pending.toCompletableFuture().cancel(true);
            } catch (UnsupportedOperationException e) {
                // Then it is sent later, and its turns are lost.
            }
        }
    }
}
