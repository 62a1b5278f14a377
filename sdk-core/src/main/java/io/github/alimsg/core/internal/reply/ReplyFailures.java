package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.wire.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the failures of replies: what the caller catches, and what decides about a repeat. The kind is that of {@link
 * ErrorKinds}; every text of the service passes {@link Redaction}.
 */
final class ReplyFailures {
    private final Product product;

    ReplyFailures(Product product) {
        this.product = product;
    }

    /** A reply of which nobody can say what it means for the call. */
    static Failure malformed(HttpResponse reply, String problem, ReplyReader.Context<?> context) {
        var exception = new MalformedResponseException(
                context.operation().name(), context.attempts(), reply.status(), problem, reply.text(), null);
        return Failure.unrepeatable(exception, true);
    }

    /** A reply that says that the call failed, by its status or by what is in it. */
    Failure refused(HttpResponse reply, ErrorReply refusal, ReplyReader.Context<?> context) {
        String code = refusal.failureCode();
        ErrorKinds kinds = ErrorKinds.of(product);
        ErrorKind kind = kinds.of(code, reply.status(), ReplyHints.ofGateway(reply) != null);
        Redaction redaction = redaction(context);
        var error = new ServiceException.Details(
                reply.status(),
                code == null
                        ? reply.status() < 300 ? "Success-false" : "HTTP-" + reply.status()
                        : redaction.code(code, kinds.isDocumented(code)),
                kind,
                message(reply, refusal, redaction),
                redaction.requestId(refusal.requestId()),
                redaction.denial(refusal.accessDenied()),
                reply.text());
        String operation = context.operation().name();
        Duration hint = ReplyHints.wait(reply, context.now());
        ServiceException exception = switch (kind) {
            case THROTTLING -> new ThrottledException(operation, context.attempts(), error, hint);
            case QUOTA -> new QuotaException(operation, context.attempts(), error, end(code, refusal, context));
            default -> new ServiceException(operation, context.attempts(), error);
        };
        return new Failure(cause(kind, reply.status()), exception, hint, exception.mayHaveTakenEffect());
    }

    private @Nullable Instant end(@Nullable String code, ErrorReply refusal, ReplyReader.Context<?> context) {
        Duration window = QuotaWindow.longest(product.quotaWindows(), code == null ? "" : code, refusal.message());
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

    private static @Nullable String message(HttpResponse reply, ErrorReply refusal, Redaction redaction) {
        if (!refusal.structured()) {
            return reply.body().length == 0
                    ? "an empty answer"
                    : "an answer that is neither JSON nor the gateway's XML";
        }
        return redaction.text(refusal.message());
    }

    private static Redaction redaction(ReplyReader.Context<?> context) {
        Credentials credentials = context.credentials();
        List<String> secrets = credentials.securityToken() == null
                ? List.of(credentials.accessKeyId(), credentials.accessKeySecret())
                : List.of(credentials.accessKeyId(), credentials.accessKeySecret(), credentials.securityToken());
        return new Redaction(secrets, context.params().all());
    }
}
