package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.internal.environment.ConnectionVariables;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one small exchange with a service that provides credentials: no redirects, no repeats, replies of at most 64
 * KiB.
 *
 * <p>Each exchange has a new connection, and without a client's transport one of its own: the metadata service closes connections silently,
 * and a PUT over a closed one is lost. A new connection a few times an hour costs nothing. The HTTP clients of the JDK
 * are unsuitable: one keeps connections whatever it is told and logs whole URIs, the other keeps a thread.
 */
final class CredentialsHttp {
    private static final int MAX_BYTES = 64 << 10;

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final CredentialsEnvironment environment;

    CredentialsHttp(Duration connectTimeout, Duration readTimeout) {
        this(connectTimeout, readTimeout, CredentialsEnvironment.PROCESS);
    }

    /** Exchanges over https use the environment's transport, else its proxy and certificates. */
    CredentialsHttp(Duration connectTimeout, Duration readTimeout, CredentialsEnvironment environment) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.environment = environment;
    }

    /**
     * A reply.
     *
     * @param status the HTTP status
     * @param body the body of a success; empty for any other status
     * @param date the service's clock; null when the reply has none
     */
    record Reply(int status, String body, @Nullable Instant date) {
        boolean isOk() {
            return status == 200;
        }
    }

    /** Nothing listens there: nothing was sent. */
    static final class UnreachableException extends IOException {
        private static final long serialVersionUID = 1;

        UnreachableException(HttpFailure cause) {
            super("cannot be reached: " + cause.getMessage(), cause);
        }
    }

    /** Exception messages name at most the host and the port: the rest of the URI may be a password. */
    Reply get(URI uri, Map<String, String> headers) throws IOException {
        return exchange("GET", uri, headers);
    }

    Reply put(URI uri, Map<String, String> headers) throws IOException {
        return exchange("PUT", uri, headers);
    }

    private Reply exchange(String method, URI uri, Map<String, String> headers) throws IOException {
        try {
            HttpResponse reply = execute(call(method, uri, headers));
            return new Reply(reply.status(), reply.status() == 200 ? reply.text() : "", date(reply));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ResponseTooLargeException e) {
            throw new IOException("the reply is larger than 64 KiB", e);
        } catch (HttpFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            throw e.delivery() == Delivery.NOT_SENT ? new UnreachableException(e) : e;
        }
    }

    private HttpResponse execute(HttpRequest request)
            throws HttpFailure, ResponseTooLargeException, InterruptedException {
        boolean tls = request.origin().startsWith("https:");
        HttpTransport shared = environment.transport();
        if (tls && shared != null) {
            return shared.execute(request.replay(request.timeout())); // over a new connection
        }
        var variables = new ConnectionVariables(environment.process());
        try (HttpTransport own =
                tls ? OkHttpTransport.create(1, variables.proxy(), variables.trust()) : OkHttpTransport.create(1)) {
            return own.execute(request);
        }
    }

    private HttpRequest call(String method, URI uri, Map<String, String> headers) {
        List<String> all = new ArrayList<>(List.of("Connection", "close"));
        headers.forEach((name, value) -> all.addAll(List.of(name, value)));
        URI ascii = URI.create(uri.toASCIIString());
        return HttpRequest.builder(ascii.getScheme().toLowerCase(Locale.ROOT) + "://" + ascii.getRawAuthority())
                .method(method)
                .path(ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath())
                .query(ascii.getRawQuery() == null ? "" : ascii.getRawQuery())
                .headers(all)
                .connectTimeout(connectTimeout)
                .readTimeout(readTimeout)
                .timeout(connectTimeout.plus(readTimeout))
                .maxReplyBytes(MAX_BYTES)
                .build();
    }

    private static @Nullable Instant date(HttpResponse reply) {
        String date = reply.header("Date");
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
