package io.github.alimsg.queue.protocol;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs a request with the keys that are valid now and sends it. After a refusal of the key it asks for another one,
 * and after one of the time it adopts the service's clock: each once. Nothing else is repeated here.
 */
final class QueueExchange {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** How long the service may be silent; a poll adds its wait. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Set<ErrorKind> OF_KEYS =
            Set.of(ErrorKind.AUTHENTICATION, ErrorKind.PERMISSION, ErrorKind.SIGNATURE);

    private final HttpTransport transport;
    private final String origin;
    private final TimeSource time;
    private volatile Duration ahead = Duration.ZERO;

    QueueExchange(HttpTransport transport, String origin, TimeSource time) {
        this.transport = transport;
        this.origin = origin;
        this.time = time;
    }

    /**
     * A reply.
     *
     * @param http the reply
     * @param at when it was written, by the service's clock
     * @param failure why the request was refused; null when it was not
     */
    record Reply(HttpResponse http, Instant at, @Nullable ServiceException failure) {
        boolean hasLapsed() {
            return failure != null && Replies.isLapsed(failure.code());
        }

        /** Throws the failure, if there is one. */
        void orThrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** {@return the time at the service, as far as is known} */
    Instant now() {
        return time.instant().plus(ahead);
    }

    Reply send(Queue queue, QueueRequest request) {
        boolean renewed = false;
        boolean corrected = false;
        for (int attempt = 1; ; attempt++) {
            Credentials credentials = queue.credentials().credentials();
            HttpResponse http = sendOnce(request, signed(credentials, request), attempt);
            Instant date = Replies.date(http);
            ServiceException failure = http.status() < 300 ? null : Replies.failure(request.operation(), attempt, http);
            if (failure != null && OF_KEYS.contains(failure.kind()) && !renewed) {
                renewed = true;
                renew(queue.credentials(), credentials);
            } else if (failure != null && failure.kind() == ErrorKind.CLOCK && date != null && !corrected) {
                corrected = true;
                ahead = Duration.between(time.instant(), date);
            } else {
                return new Reply(http, date == null ? now() : date, failure);
            }
        }
    }

    /** Of several requests that were refused with the same key, one asks for another. */
    private static void renew(CredentialsProvider provider, Credentials refused) {
        if (provider.credentials().equals(refused)) {
            provider.invalidate();
        }
    }

    private HttpRequest signed(Credentials credentials, QueueRequest request) {
        Duration silence = SILENCE.plus(request.pollWait());
        return HttpRequest.builder(origin)
                .method(request.method())
                .path(request.path())
                .query(request.query())
                .headers(QueueSigner.headers(
                        credentials, request.method(), request.contentType(), request.target(), now()))
                .contentType(request.contentType())
                .body(request.body().getBytes(StandardCharsets.UTF_8))
                .connectTimeout(CONNECT)
                .readTimeout(silence)
                .timeout(silence.plus(CONNECT).plus(SILENCE))
                .maxReplyBytes(request.maxReplyBytes())
                .build();
    }

    private HttpResponse sendOnce(QueueRequest request, HttpRequest http, int attempt) {
        try {
            return transport.execute(http);
        } catch (HttpFailure e) {
            throw Thread.currentThread().isInterrupted()
                    ? new CallInterruptedException(request.operation(), attempt, e.delivery(), e)
                    : new TransportException(
                            request.operation(), attempt, e.delivery(), String.valueOf(e.getMessage()), e);
        } catch (ResponseTooLargeException e) {
            throw new MalformedResponseException(
                    request.operation(), attempt, e.status(), "the reply is larger than its messages can be", "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(request.operation(), attempt, Delivery.NOT_SENT, e);
        }
    }
}
