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
 * Creates the failures of replies: the exception for the caller, and what decides about a repeat. {@link ErrorKinds}
 * names the kind; every text of the service goes through {@link Redaction}.
 */
final class ReplyFailures {
    private final Product product;

    ReplyFailures(Product product) {
        this.product = product;
    }

    /** Returns the failure of a reply that does not tell what happened to the call. */
    static Failure malformed(HttpResponse reply, String problem, ReplyReader.Context<?> context) {
        var exception = new MalformedResponseException(
                context.operation().name(), context.attempts(), reply.status(), problem, reply.text(), null);
        return Failure.unrepeatable(exception, true);
    }

    /** Returns the failure of a reply that says, by its status or its content, that the call failed. */
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
                redaction.helpUrl(refusal.recommend()),
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

    /** The cause, for the decision to repeat, of a kind of {@link ErrorKinds}. */
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
            return reply.body().length == 0 ? "an empty reply" : "a reply that is neither JSON nor the gateway's XML";
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
