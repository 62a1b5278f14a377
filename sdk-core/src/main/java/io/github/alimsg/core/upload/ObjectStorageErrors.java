package io.github.alimsg.core.upload;

import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.reply.ErrorKinds;
import io.github.alimsg.core.internal.reply.ErrorReply;
import io.github.alimsg.core.internal.reply.Failure;
import io.github.alimsg.core.internal.reply.Redaction;
import io.github.alimsg.core.internal.reply.ReplyHints;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Makes the failures of refused uploads. The codes are those of the object storage (OSS), which is not the service whose
 * API is called and answers in XML of its own.
 */
final class ObjectStorageErrors {
    /** Header with the id that the storage gives a request. */
    static final String REQUEST_ID = "x-oss-request-id";

    /** Codes of the storage that the gateway does not have. */
    private static final ErrorKinds KINDS = new ErrorKinds(
            Map.of(
                    "AccessDenied", ErrorKind.PERMISSION,
                    "SecurityTokenExpired", ErrorKind.AUTHENTICATION,
                    "RequestTimeTooSkewed", ErrorKind.CLOCK,
                    "RequestTimeout", ErrorKind.SERVER_FAULT,
                    "NoSuchBucket", ErrorKind.NOT_FOUND,
                    "EntityTooLarge", ErrorKind.VALIDATION,
                    "QpsLimitExceeded", ErrorKind.THROTTLING,
                    "SlowDown", ErrorKind.THROTTLING),
            Map.of());

    private final String operation;
    private final int attempt;
    private final Redaction redaction;

    /**
     * Failures of one attempt.
     *
     * @param operation the storage's operation
     * @param attempt the attempt's number, from 1
     * @param secrets what the storage may quote and nobody shall read
     */
    ObjectStorageErrors(String operation, int attempt, List<String> secrets) {
        this.operation = operation;
        this.attempt = attempt;
        this.redaction = new Redaction(secrets, List.of());
    }

    /**
     * The failure that a reply says.
     *
     * @param reply the reply
     * @param now when it came
     * @param clock corrects the clock by the reply, if it can
     */
    Failure of(HttpResponse reply, Instant now, BooleanSupplier clock) {
        ErrorReply answer = ErrorReply.of(reply, null, "Message");
        ErrorKind kind = KINDS.of(answer.code(), reply.status(), ReplyHints.ofGateway(reply) != null);
        ServiceException.Details error = details(reply, answer, kind);
        Duration hint = ReplyHints.wait(reply, now);
        if (kind == ErrorKind.THROTTLING) {
            return new Failure(Cause.THROTTLED, new ThrottledException(operation, attempt, error, hint), hint, false);
        }
        Cause cause = cause(kind, reply.status(), clock);
        return new Failure(cause, new ServiceException(operation, attempt, error), hint, cause == Cause.SERVER_FAULT);
    }

    private ServiceException.Details details(HttpResponse reply, ErrorReply answer, ErrorKind kind) {
        String code = answer.code() == null
                ? "HTTP-" + reply.status()
                : redaction.code(answer.code(), KINDS.isDocumented(answer.code()));
        String message = answer.structured()
                ? redaction.text(answer.message())
                : reply.body().length == 0 ? "an empty answer" : "an answer that is not the storage's XML";
        String requestId =
                redaction.requestId(answer.requestId() != null ? answer.requestId() : reply.header(REQUEST_ID));
        return new ServiceException.Details(reply.status(), code, kind, message, requestId, null, reply.text());
    }

    private static Cause cause(ErrorKind kind, int status, BooleanSupplier clock) {
        if (kind == ErrorKind.CLOCK && clock.getAsBoolean()) {
            return Cause.CLOCK_SKEW;
        }
        if (kind == ErrorKind.AUTHENTICATION) { // the next attempt asks for a grant of its own
            return Cause.CREDENTIALS_EXPIRED;
        }
        return kind == ErrorKind.SERVER_FAULT || status >= 500 ? Cause.SERVER_FAULT : Cause.FINAL;
    }
}
