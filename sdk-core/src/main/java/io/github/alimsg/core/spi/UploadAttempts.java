package io.github.alimsg.core.spi;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceError;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpBody;
import io.github.alimsg.core.http.HttpCall;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpReply;
import io.github.alimsg.core.http.ReplyTooLargeException;
import io.github.alimsg.core.internal.ErrorKinds;
import io.github.alimsg.core.internal.ErrorReply;
import io.github.alimsg.core.internal.Isolated;
import io.github.alimsg.core.internal.ObjectSigner;
import io.github.alimsg.core.internal.Redaction;
import io.github.alimsg.core.internal.ReplyHints;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.core.upload.UploadedFile;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inside of an upload. An object appears whole or not at all, and the same bytes under the same key change nothing
 * more, so a broken transfer is repeated like a read. Every attempt asks for a grant of its own: an expired one mends
 * itself.
 */
final class UploadAttempts {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Codes of the object storage that the gateway does not have. */
    private static final Map<String, ErrorKind> KINDS = Map.of(
            "AccessDenied", ErrorKind.PERMISSION,
            "SecurityTokenExpired", ErrorKind.AUTHENTICATION,
            "RequestTimeTooSkewed", ErrorKind.CLOCK,
            "RequestTimeout", ErrorKind.SERVER_FAULT,
            "NoSuchBucket", ErrorKind.NOT_FOUND,
            "EntityTooLarge", ErrorKind.VALIDATION,
            "QpsLimitExceeded", ErrorKind.THROTTLING,
            "SlowDown", ErrorKind.THROTTLING);

    private final ClientCore core;
    private final FileUpload file;
    private final Function<Duration, UploadGrant> authorization;
    private final TimeSource time;
    private final long deadline;
    private final List<FailedAttempt> earlier = new ArrayList<>();
    private int attempt;
    private String operation = "PutObject";

    UploadAttempts(ClientCore core, FileUpload file, Function<Duration, UploadGrant> authorization) {
        this.core = core;
        this.file = file;
        this.authorization = authorization;
        this.time = core.options.timeSource();
        this.deadline = time.nanoTime() + file.timeout().toNanos();
    }

    /** The stored file, or how the attempt failed; the other is null. */
    private record Outcome(
            @Nullable UploadedFile stored, @Nullable Failure failure) {}

    UploadedFile run() {
        while (true) {
            attempt++;
            Outcome outcome = attempt();
            UploadedFile stored = outcome.stored();
            if (stored != null) {
                RetryDecision.succeeded(
                        core.options.retryPolicy(), earlier.isEmpty() ? null : earlier.get(earlier.size() - 1));
                return stored;
            }
            repeatOrThrow(Objects.requireNonNull(outcome.failure()));
        }
    }

    private UploadGrant grant() {
        try {
            Duration left = timeLeft();
            Duration usual = core.options.timeout();
            Duration limit = left.compareTo(usual) < 0 ? left : usual;
            return authorization.apply(limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit);
        } catch (SdkException e) {
            throw finished(e);
        }
    }

    private Outcome attempt() {
        var body = new UploadBody(file);
        UploadGrant grant = grant();
        Instant now = time.instant().plusMillis(core.shared.clockOffset.get());
        try {
            HttpCall call = httpCall(grant, body, now);
            if (timeLeft().isZero()) {
                throw new HttpFailure(Delivery.NOT_SENT, "the upload's time was over before it could begin", null);
            }
            long began = time.nanoTime();
            return answered(core.shared.exchange(call), grant, body, now, began);
        } catch (HttpFailure e) {
            return new Outcome(null, unanswered(e, body));
        } catch (ReplyTooLargeException e) {
            return malformed(e.status(), String.valueOf(e.getMessage()), "");
        } catch (InterruptedException e) {
            throw interrupted(Delivery.NOT_SENT, e);
        }
    }

    /** The file has left: whatever fails from here on, nobody knows whether it is stored. */
    private Outcome answered(HttpReply reply, UploadGrant grant, UploadBody body, Instant now, long began) {
        try {
            if (LOG.isDebugEnabled()) {
                long took = (time.nanoTime() - began) / 1_000_000;
                LOG.debug(
                        "{} attempt {}: HTTP {}, {} bytes sent in {} ms",
                        operation,
                        attempt,
                        reply.status(),
                        body.length(),
                        took);
            }
            return read(reply, grant, body, now);
        } catch (Throwable e) {
            Isolated.keepInterrupt(e);
            String message = "the answer could not be read: " + e.getClass().getName();
            var exception = new TransportException(operation, attempt, Delivery.UNKNOWN, message, e);
            return new Outcome(null, new Failure(Cause.FINAL, exception, null, true));
        }
    }

    private HttpCall httpCall(UploadGrant grant, UploadBody body, Instant now) {
        ObjectAddress address = grant.address(core.origin.startsWith("http:"));
        String key = grant.key(file.name());
        String contentType = contentType(file.name());
        Credentials credentials = grant.credentials();
        if (credentials != null) {
            operation = "PutObject";
            String bucket = Objects.requireNonNull(grant.bucket());
            List<String> headers = ObjectSigner.put(credentials, bucket, key, address.region(), contentType, now);
            return request(address, headers, contentType)
                    .streaming("PUT", address.path() + ObjectSigner.encodedPath(key), body);
        }
        operation = "PostObject";
        UploadGrant.Policy policy = Objects.requireNonNull(grant.policy());
        String boundary = core.shared.nonces.next();
        List<String> fields = List.of(
                "key", key,
                "OSSAccessKeyId", policy.accessKeyId(),
                "policy", policy.policy(),
                "Signature", policy.signature(),
                "success_action_status", "200");
        HttpBody form = new FormBody(boundary, fields, contentType, body);
        return request(address, List.of(), "multipart/form-data; boundary=" + boundary)
                .streaming("POST", address.path(), form);
    }

    private HttpCall request(ObjectAddress address, List<String> headers, String contentType) {
        return new HttpCall(
                address.origin(),
                "",
                headers,
                contentType,
                new byte[0],
                core.options.connectTimeout(),
                core.options.readTimeout(),
                timeLeft(),
                core.options.maxReplyBytes());
    }

    /** What the storage is to hand out with the file, where it is more than bytes. */
    private static String contentType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
            case "pdf" -> "application/pdf";
            case "jpg", "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            case "mp4" -> "video/mp4";
            default -> "application/octet-stream";
        };
    }

    private Duration timeLeft() {
        return Duration.ofNanos(Math.max(0, deadline - time.nanoTime()));
    }

    private Outcome read(HttpReply reply, UploadGrant grant, UploadBody body, Instant now) {
        if (reply.status() < 200 || reply.status() >= 300) {
            return new Outcome(null, refused(reply, grant, now));
        }
        String theirs = reply.header("x-oss-hash-crc64ecma");
        if (theirs != null && !theirs.strip().equals(body.checksum())) {
            return malformed(reply.status(), "the stored file has another checksum than what was sent", reply.text());
        }
        return new Outcome(
                new UploadedFile(
                        file.name(), grant.key(file.name()), body.length(), attempt, reply.header("x-oss-request-id")),
                null);
    }

    private Outcome malformed(int status, String problem, String answer) {
        var exception = new MalformedResponseException(operation, attempt, status, problem, answer, null);
        return new Outcome(null, new Failure(Cause.SERVER_FAULT, exception, null, true));
    }

    private Failure refused(HttpReply reply, UploadGrant grant, Instant now) {
        ErrorReply answer = ErrorReply.of(reply, null, "Message");
        ErrorKind kind = ErrorKinds.of(answer.code(), reply.status(), ReplyHints.ofGateway(reply) != null, KINDS);
        var redaction = new Redaction(secrets(grant), List.of());
        String code = answer.code() == null
                ? "HTTP-" + reply.status()
                : redaction.code(answer.code(), ErrorKinds.isDocumented(answer.code(), KINDS));
        String requestId =
                redaction.requestId(answer.requestId() != null ? answer.requestId() : reply.header("x-oss-request-id"));
        String message = answer.structured()
                ? redaction.text(answer.message())
                : reply.body().length == 0 ? "an empty answer" : "an answer that is not the storage's XML";
        var error = new ServiceError(reply.status(), code, kind, message, requestId, null, reply.text());
        Duration hint = ReplyHints.wait(reply, now);
        if (kind == ErrorKind.THROTTLING) {
            return new Failure(Cause.THROTTLED, new ThrottledException(operation, attempt, error, hint), hint, false);
        }
        Cause cause = cause(kind, reply);
        return new Failure(cause, new ServiceException(operation, attempt, error), hint, cause == Cause.SERVER_FAULT);
    }

    /** What the storage may quote and nobody shall read: the grant's own secrets, and the name of the file. */
    private List<String> secrets(UploadGrant grant) {
        List<String> secrets = new ArrayList<>(grant.secrets());
        String key = grant.key(file.name());
        secrets.addAll(List.of(key, ObjectSigner.encodedPath(key), file.name(), ObjectSigner.encodedPath(file.name())));
        return secrets;
    }

    private Cause cause(ErrorKind kind, HttpReply reply) {
        if (kind == ErrorKind.CLOCK && core.shared.correctClock(reply, time.instant())) {
            return Cause.CLOCK_SKEW;
        }
        if (kind == ErrorKind.AUTHENTICATION) { // the next attempt asks for a grant of its own
            return Cause.CREDENTIALS_EXPIRED;
        }
        return kind == ErrorKind.SERVER_FAULT || reply.status() >= 500 ? Cause.SERVER_FAULT : Cause.FINAL;
    }

    private Failure unanswered(HttpFailure failure, UploadBody body) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(failure.delivery(), failure);
        }
        Throwable own = body.ownFailure();
        if (own != null) {
            throw thrown(own);
        }
        var exception = new TransportException(
                operation, attempt, failure.delivery(), String.valueOf(failure.getMessage()), failure);
        boolean sent = failure.delivery() == Delivery.UNKNOWN;
        return new Failure(sent ? Cause.UNANSWERED : Cause.NOT_SENT, exception, null, sent);
    }

    /** What the application's listener threw, for its caller: a way to give up. */
    private static RuntimeException thrown(Throwable own) {
        if (own instanceof Error error) {
            throw error;
        }
        return own instanceof RuntimeException unchecked ? unchecked : new UndeclaredThrowableException(own);
    }

    private SdkException interrupted(Delivery delivery, Throwable cause) {
        Thread.currentThread().interrupt();
        return finished(new CallInterruptedException(operation, attempt, delivery, cause));
    }

    private void repeatOrThrow(Failure failure) {
        int sameCause = (int) earlier.stream()
                .filter(before -> before.cause() == failure.cause())
                .count();
        var failed = new FailedAttempt(
                operation, Effect.READ, attempt, failure.cause(), failure.exception(), sameCause, failure.hint());
        Duration delay =
                failure.cause() == Cause.FINAL ? null : RetryDecision.delayBefore(core.options.retryPolicy(), failed);
        if (delay == null || delay.compareTo(timeLeft()) >= 0) {
            throw finished(failure.exception());
        }
        Isolated.run(
                LOG, () -> LOG.debug("{} attempt {} failed; repeated in {} ms", operation, attempt, delay.toMillis()));
        earlier.add(failed);
        try {
            time.sleep(delay);
        } catch (InterruptedException e) {
            throw interrupted(Delivery.NOT_SENT, e);
        }
    }

    /** The exception that ends the upload, with what happened before. */
    private SdkException finished(SdkException exception) {
        earlier.forEach(before -> exception.addSuppressed(before.failure()));
        return exception;
    }
}
