package io.github.alimsg.core.upload;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.internal.call.Attempts;
import io.github.alimsg.core.internal.call.Deadline;
import io.github.alimsg.core.internal.call.Engine;
import io.github.alimsg.core.internal.call.NoReply;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.internal.reply.Failure;
import io.github.alimsg.core.internal.reply.ReplyReader.Outcome;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.time.TimeSource;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out an upload. An object appears whole or not at all, and the same bytes under the same key change nothing
 * more, so a broken transfer is repeated like a read. Every attempt asks for a grant of its own: an expired one fixes
 * itself.
 */
final class ObjectUpload {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    /** What OSS documents for PutObject and PostObject. */
    private static final long MAX_OBJECT_BYTES = 5L << 30;

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    private final Engine engine;
    private final FileUpload file;
    private final Function<Duration, UploadGrant> authorization;
    private final TimeSource time;
    private final Deadline deadline;
    private final Attempts attempts;

    ObjectUpload(Engine engine, FileUpload file, Function<Duration, UploadGrant> authorization) {
        if (file.size() > MAX_OBJECT_BYTES) {
            throw new IllegalArgumentException(
                    "one request stores 5 GiB at most, and the file has " + file.size() + " bytes");
        }
        this.engine = engine;
        this.file = file;
        this.authorization = authorization;
        this.time = engine.options().timeSource();
        this.deadline = new Deadline(file.timeout(), time);
        this.attempts = new Attempts(Effect.READ, null, engine.options(), deadline, null);
    }

    UploadedFile run() {
        while (true) {
            attempts.begin();
            UploadGrant grant = grant();
            Outcome<UploadedFile> outcome = attempt(grant);
            UploadedFile stored = outcome.response();
            if (stored != null) {
                attempts.succeeded();
                return stored;
            }
            attempts.repeatOrThrow(operation(grant), Objects.requireNonNull(outcome.failure()), false);
        }
    }

    private UploadGrant grant() {
        try {
            Duration left = deadline.left();
            Duration usual = engine.options().timeout();
            Duration limit = left.compareTo(usual) < 0 ? left : usual;
            return authorization.apply(limit.compareTo(MIN_TIMEOUT) < 0 ? MIN_TIMEOUT : limit);
        } catch (SdkException e) {
            throw attempts.withEarlierFailures(e);
        }
    }

    /** The operation of the storage that a grant allows. */
    private static String operation(UploadGrant grant) {
        return grant.credentials() != null ? "PutObject" : "PostObject";
    }

    private Outcome<UploadedFile> attempt(UploadGrant grant) {
        var body = new UploadBody(file);
        Instant now = engine.state().clock.at(time.instant());
        try {
            HttpRequest request = request(grant, body, now);
            if (deadline.isOver()) {
                throw new HttpFailure(Delivery.NOT_SENT, "the upload's time was over before it could begin", null);
            }
            long sentAt = time.nanoTime();
            return read(engine.state().exchange(request), grant, body, now, sentAt);
        } catch (HttpFailure e) {
            return Outcome.failed(unanswered(e, grant, body));
        } catch (ResponseTooLargeException e) {
            return malformed(grant, e.status(), String.valueOf(e.getMessage()), "");
        } catch (InterruptedException e) {
            throw attempts.interrupted(operation(grant), Delivery.NOT_SENT, e);
        }
    }

    /** The file has been sent: if anything fails from here on, it is unknown whether it is stored. */
    private Outcome<UploadedFile> read(
            HttpResponse reply, UploadGrant grant, UploadBody body, Instant now, long sentAt) {
        try {
            if (LOG.isDebugEnabled()) {
                long took = (time.nanoTime() - sentAt) / 1_000_000;
                LOG.debug(
                        "{} attempt {}: HTTP {}, {} bytes sent in {} ms",
                        operation(grant),
                        attempts.number(),
                        reply.status(),
                        body.length(),
                        took);
            }
            return read(reply, grant, body, now);
        } catch (Throwable e) {
            Isolated.keepInterrupt(e);
            return Outcome.failed(new NoReply(operation(grant), attempts).unreadable(e));
        }
    }

    private HttpRequest request(UploadGrant grant, UploadBody body, Instant now) {
        ObjectAddress address = grant.address(engine.origin().startsWith("http:"));
        String key = grant.key(file.name());
        String contentType = contentType(file.name());
        Credentials credentials = grant.credentials();
        if (credentials != null) {
            String bucket = Objects.requireNonNull(grant.bucket());
            List<String> headers = ObjectSigner.put(credentials, bucket, key, address.region(), contentType, now);
            return request(address)
                    .method("PUT")
                    .path(address.path() + ObjectSigner.encodedPath(key))
                    .headers(headers)
                    .contentType(contentType)
                    .body(body)
                    .build();
        }
        UploadGrant.Policy policy = Objects.requireNonNull(grant.policy());
        String boundary = engine.state().nonces.next();
        List<String> fields = List.of(
                "key", key,
                "OSSAccessKeyId", policy.accessKeyId(),
                "policy", policy.policy(),
                "Signature", policy.signature(),
                "success_action_status", "200");
        return request(address)
                .path(address.path())
                .contentType("multipart/form-data; boundary=" + boundary)
                .body(new FormBody(boundary, fields, contentType, body))
                .build();
    }

    private HttpRequest.Builder request(ObjectAddress address) {
        return HttpRequest.builder(address.origin())
                .userAgent(engine.userAgent())
                .connectTimeout(engine.options().connectTimeout())
                .readTimeout(engine.options().readTimeout())
                .timeout(deadline.left())
                .maxReplyBytes(engine.options().maxReplyBytes());
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

    private Outcome<UploadedFile> read(HttpResponse reply, UploadGrant grant, UploadBody body, Instant now) {
        if (reply.status() < 200 || reply.status() >= 300) {
            var errors = new ObjectStorageErrors(operation(grant), attempts.number(), secrets(grant));
            return Outcome.failed(
                    errors.of(reply, now, () -> engine.state().clock.correct(reply, time.instant())));
        }
        String theirs = reply.header("x-oss-hash-crc64ecma");
        if (theirs != null && !theirs.strip().equals(body.checksum())) {
            return malformed(
                    grant, reply.status(), "the stored file has another checksum than what was sent", reply.text());
        }
        return new Outcome<>(
                new UploadedFile(
                        file.name(),
                        grant.key(file.name()),
                        body.length(),
                        attempts.number(),
                        reply.header(ObjectStorageErrors.REQUEST_ID)),
                null);
    }

    private Outcome<UploadedFile> malformed(UploadGrant grant, int status, String problem, String answer) {
        var exception =
                new MalformedResponseException(operation(grant), attempts.number(), status, problem, answer, null);
        return Outcome.failed(new Failure(Cause.SERVER_FAULT, exception, null, true));
    }

    /** What the storage may quote and nobody shall read: the grant's own secrets, and the name of the file. */
    private List<String> secrets(UploadGrant grant) {
        List<String> secrets = new ArrayList<>(grant.secrets());
        String key = grant.key(file.name());
        secrets.addAll(List.of(key, ObjectSigner.encodedPath(key), file.name(), ObjectSigner.encodedPath(file.name())));
        return secrets;
    }

    private Failure unanswered(HttpFailure failure, UploadGrant grant, UploadBody body) {
        Throwable own = body.ownFailure();
        if (own != null && !Thread.currentThread().isInterrupted()) {
            throw thrown(own);
        }
        return new NoReply(operation(grant), attempts).unanswered(failure);
    }

    /** What the application's listener threw, for its caller: a way to give up. */
    private static RuntimeException thrown(Throwable own) {
        if (own instanceof Error error) {
            throw error;
        }
        return own instanceof RuntimeException unchecked ? unchecked : new UndeclaredThrowableException(own);
    }
}
