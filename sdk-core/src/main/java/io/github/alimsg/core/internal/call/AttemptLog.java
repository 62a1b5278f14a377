package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.reply.Redaction;
import io.github.alimsg.core.internal.reply.ReplyReader.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the reply of an attempt, at DEBUG, with the request id that the vendor's support asks for. */
final class AttemptLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private AttemptLog() {}

    /** Whether replies are logged. */
    static boolean isOn() {
        return LOG.isDebugEnabled();
    }

    /**
     * Logs a reply.
     *
     * @param operation the operation
     * @param attempt the number of the attempt
     * @param origin where it was sent
     * @param reply the reply
     * @param outcome what was read from it
     * @param nanos from sending the request to receiving the reply
     */
    static void reply(
            String operation,
            int attempt,
            String origin,
            HttpResponse reply,
            Outcome<? extends SdkResponse> outcome,
            long nanos) {
        if (isOn()) {
            String id = requestId(outcome);
            LOG.debug(
                    "{} attempt {} to {}: HTTP {}, {} bytes in {} ms{}",
                    operation,
                    attempt,
                    origin,
                    reply.status(),
                    reply.body().length,
                    nanos / 1_000_000,
                    id == null ? "" : ", request id " + id);
        }
    }

    /** The id, if it has the form of those that the service makes up: another text may be personal. */
    private static @Nullable String requestId(Outcome<? extends SdkResponse> outcome) {
        SdkResponse response = outcome.response();
        String id = response != null
                ? response.requestId()
                : Objects.requireNonNull(outcome.failure()).exception() instanceof ServiceException refusal
                        ? refusal.requestId()
                        : null;
        return id != null && Redaction.isRandomId(id) ? id : null;
    }
}
