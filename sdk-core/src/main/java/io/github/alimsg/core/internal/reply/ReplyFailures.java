package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.core.wire.SuccessRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what failure an answer is that brings no response. */
final class ReplyFailures {
    private final Product product;

    ReplyFailures(Product product) {
        this.product = product;
    }

    /** The failure that a status other than of success tells. */
    Failure ofStatus(HttpResponse reply, ReplyReader.Context<?> context) {
        return reply.status() < 200 // no refusal: it announces an answer that never came
                ? malformed(reply, "an interim status in place of an answer", context)
                : refused(reply, errorIn(reply, context), context);
    }

    /**
     * The failure in an answer whose status says success. Failures may be of any shape, so they are looked for in
     * whatever could not be read as a success.
     */
    Failure ofNoSuccess(HttpResponse reply, String problem, ReplyReader.Context<?> context) {
        ErrorReply error = errorIn(reply, context);
        boolean success =
                error.code() != null && JsonReader.isSuccess(error.code()) && !Boolean.FALSE.equals(error.success());
        if (!success && (error.code() != null || Boolean.FALSE.equals(error.success()))) {
            return refused(reply, error, context);
        }
        return malformed(reply, problem, context);
    }

    private static ErrorReply errorIn(HttpResponse reply, ReplyReader.Context<?> context) {
        SuccessRule rule = context.operation().successRule();
        return ErrorReply.of(reply, rule.codeField(), rule.messageField());
    }

    /** An answer of which nobody can say what it means for the call. */
    static Failure malformed(HttpResponse reply, String problem, ReplyReader.Context<?> context) {
        var exception = new MalformedResponseException(
                context.operation().name(), context.attempts(), reply.status(), problem, reply.text(), null);
        return new Failure(Cause.FINAL, exception, null, true);
    }

    private Failure refused(HttpResponse reply, ErrorReply answer, ReplyReader.Context<?> context) {
        String code = answer.code() != null && JsonReader.isSuccess(answer.code()) ? null : answer.code();
        Map<String, ErrorKind> documented = product.errorKinds();
        ErrorKind kind = ErrorKinds.of(code, reply.status(), ReplyHints.ofGateway(reply) != null, documented);
        Redaction redaction = redaction(context);
        var error = new ServiceException.Details(
                reply.status(),
                code == null
                        ? reply.status() < 300 ? "Success-false" : "HTTP-" + reply.status()
                        : redaction.code(code, ErrorKinds.isDocumented(code, documented)),
                kind,
                message(reply, answer, redaction),
                redaction.requestId(answer.requestId()),
                redaction.denial(answer.accessDenied()),
                reply.text());
        String operation = context.operation().name();
        Duration hint = ReplyHints.wait(reply, context.now());
        ServiceException exception = switch (kind) {
            case THROTTLING -> new ThrottledException(operation, context.attempts(), error, hint);
            case QUOTA -> new QuotaException(operation, context.attempts(), error, end(code, answer, context));
            default -> new ServiceException(operation, context.attempts(), error);
        };
        return new Failure(cause(kind, reply.status()), exception, hint, exception.mayHaveTakenEffect());
    }

    private static @Nullable Instant end(@Nullable String code, ErrorReply answer, ReplyReader.Context<?> context) {
        Duration window = QuotaWindow.of(code == null ? "" : code, answer.message());
        return window == null ? null : context.now().plus(window);
    }

    /** What may be repeated, for a kind of {@link ErrorKinds}. */
    private static Cause cause(ErrorKind kind, int status) {
        return switch (kind) {
            case THROTTLING -> Cause.THROTTLED;
            case QUOTA -> Cause.FINAL;
            case SERVER_FAULT -> Cause.SERVER_FAULT;
            case CLOCK -> status >= 500 ? Cause.SERVER_FAULT : Cause.CLOCK_SKEW;
            case AUTHENTICATION -> status >= 500 ? Cause.SERVER_FAULT : Cause.CREDENTIALS_EXPIRED;
            default -> status >= 500 ? Cause.SERVER_FAULT : Cause.FINAL;
        };
    }

    private static @Nullable String message(HttpResponse reply, ErrorReply answer, Redaction redaction) {
        if (!answer.structured()) {
            return reply.body().length == 0
                    ? "an empty answer"
                    : "an answer that is neither JSON nor the gateway's XML";
        }
        return redaction.text(answer.message());
    }

    private static Redaction redaction(ReplyReader.Context<?> context) {
        Credentials credentials = context.credentials();
        List<String> secrets = credentials.securityToken() == null
                ? List.of(credentials.accessKeyId(), credentials.accessKeySecret())
                : List.of(credentials.accessKeyId(), credentials.accessKeySecret(), credentials.securityToken());
        return new Redaction(secrets, context.params().all());
    }
}
