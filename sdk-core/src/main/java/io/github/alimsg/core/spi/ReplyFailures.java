package io.github.alimsg.core.spi;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceError;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.http.HttpReply;
import io.github.alimsg.core.internal.ErrorKinds;
import io.github.alimsg.core.internal.ErrorReply;
import io.github.alimsg.core.internal.QuotaWindow;
import io.github.alimsg.core.internal.Redaction;
import io.github.alimsg.core.internal.ReplyHints;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what failure an answer is that brings no response. */
final class ReplyFailures {
    private final Product product;

    ReplyFailures(Product product) {
        this.product = product;
    }

    /** The failure that a status other than of success tells. */
    Failure ofStatus(HttpReply reply, ReplyReader.Context<?> context) {
        return reply.status() < 200 // no refusal: it announces an answer that never came
                ? malformed(reply, "an interim status in place of an answer", context)
                : refused(reply, errorIn(reply, context), context);
    }

    /**
     * The failure in an answer whose status says success. Failures may be of any shape, so they are looked for in
     * whatever could not be read as a success.
     */
    Failure ofNoSuccess(HttpReply reply, String problem, ReplyReader.Context<?> context) {
        ErrorReply error = errorIn(reply, context);
        boolean success =
                error.code() != null && JsonIn.isSuccess(error.code()) && !Boolean.FALSE.equals(error.success());
        if (!success && (error.code() != null || Boolean.FALSE.equals(error.success()))) {
            return refused(reply, error, context);
        }
        return malformed(reply, problem, context);
    }

    private static ErrorReply errorIn(HttpReply reply, ReplyReader.Context<?> context) {
        SuccessRule rule = context.operation().successRule();
        return ErrorReply.of(reply, rule.codeField(), rule.messageField());
    }

    private static Failure malformed(HttpReply reply, String problem, ReplyReader.Context<?> context) {
        var exception = new MalformedResponseException(
                context.operation().name(), context.attempts(), reply.status(), problem, reply.text(), null);
        return new Failure(Cause.FINAL, exception, null, true);
    }

    private Failure refused(HttpReply reply, ErrorReply answer, ReplyReader.Context<?> context) {
        String code = answer.code() != null && !JsonIn.isSuccess(answer.code())
                ? answer.code()
                : reply.status() < 300 ? "Success-false" : "HTTP-" + reply.status();
        Duration throttledFor = ReplyHints.throttled(reply);
        ErrorKind kind =
                throttledFor != null ? ErrorKind.THROTTLING : ErrorKinds.of(code, reply.status(), product.errorKinds());
        var error = new ServiceError(
                reply.status(),
                code,
                kind,
                message(reply, answer, context),
                answer.requestId(),
                answer.accessDenied(),
                reply.text());
        String operation = context.operation().name();
        Duration hint = ReplyHints.wait(reply, context.now());
        return switch (kind) {
            case THROTTLING ->
                new Failure(
                        Cause.THROTTLED,
                        new ThrottledException(operation, context.attempts(), error, hint),
                        hint,
                        false);
            case QUOTA -> {
                Duration window = QuotaWindow.of(code, answer.message());
                Instant end = window == null ? null : context.now().plus(window);
                yield new Failure(
                        Cause.FINAL, new QuotaException(operation, context.attempts(), error, end), null, false);
            }
            case CLOCK -> plain(Cause.CLOCK_SKEW, error, null, false, context);
            case AUTHENTICATION -> plain(Cause.CREDENTIALS_EXPIRED, error, null, false, context);
            case SERVER_FAULT -> plain(Cause.SERVER_FAULT, error, hint, true, context);
            default ->
                plain(
                        reply.status() >= 500 ? Cause.SERVER_FAULT : Cause.FINAL,
                        error,
                        hint,
                        reply.status() >= 500,
                        context);
        };
    }

    private static Failure plain(
            Cause cause,
            ServiceError error,
            @Nullable Duration hint,
            boolean mayHaveArrived,
            ReplyReader.Context<?> context) {
        return new Failure(
                cause,
                new ServiceException(context.operation().name(), context.attempts(), error),
                hint,
                mayHaveArrived);
    }

    private static @Nullable String message(HttpReply reply, ErrorReply answer, ReplyReader.Context<?> context) {
        if (!answer.structured()) {
            return reply.body().length == 0
                    ? "an empty answer"
                    : "an answer that is neither JSON nor the gateway's XML";
        }
        Credentials credentials = context.credentials();
        List<String> secrets = credentials.securityToken() == null
                ? List.of(credentials.accessKeyId(), credentials.accessKeySecret())
                : List.of(credentials.accessKeyId(), credentials.accessKeySecret(), credentials.securityToken());
        return Redaction.of(answer.message(), secrets, context.params().all());
    }
}
