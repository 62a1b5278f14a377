package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Runs when the connection is established and the request is about to be written. */
record BeforeSending(StaleConnections staleConnections, ExchangeWatch watch) implements Interceptor {
    private static final int HTTP_CLIENT_TIMEOUT = 408;
    private static final int HTTP_UNAVAILABLE = 503;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection(), "a network interceptor has a connection");
        // A tag of the request would also do, if OkHttp's tags did not load half of Kotlin's reflection.
        Exchange exchange = watch.of(chain.call());
        if (exchange == null) {
            throw new IOException("an interceptor of httpClient called proceed after the end of its call");
        }
        ResponseGuard guard = ResponseGuard.of(connection.socket());
        exchange.sending(guard, staleConnections);
        Response response;
        try {
            response = guard == null ? sentOnce(chain, exchange) : guarded(chain, guard, exchange);
        } catch (IOException e) {
            exchange.failed(e);
            throw e;
        }
        if (response.body().contentLength() < -1) { // OkHttp would try to read that many bytes
            throw new IOException("the reply's length is negative");
        }
        return chain.request().body() == null ? notToBeRepeated(response) : response;
    }

    /**
     * OkHttp repeats a request without a body after 408, and after 503 with {@code Retry-After: 0}, unless that header
     * says to wait. The second copy would be refused, and the status lost.
     */
    private static Response notToBeRepeated(Response response) {
        String retryAfter = response.header("Retry-After");
        boolean waits = retryAfter != null && retryAfter.chars().anyMatch(digit -> digit != '0');
        boolean repeated =
                response.code() == HTTP_CLIENT_TIMEOUT || response.code() == HTTP_UNAVAILABLE && retryAfter != null;
        return repeated && !waits
                ? response.newBuilder().header("Retry-After", "1").build()
                : response;
    }

    private Response guarded(Chain chain, ResponseGuard guard, Exchange exchange) throws IOException {
        guard.announce(chain.request().method(), exchange);
        try {
            Response response = chain.proceed(chain.request());
            if (!guard.hasPassed(response.code())) {
                guard.close();
                throw new IOException("the reply did not come after the request");
            }
            return response;
        } finally {
            staleConnections.used(guard);
        }
    }

    /**
     * Without a guard it is unknown what follows the response, so OkHttp is made to close the connection after it; and
     * nothing else than the URL can hold the query.
     */
    private static Response sentOnce(Chain chain, Exchange exchange) throws IOException {
        exchange.goesUnheard();
        Request.Builder request = chain.request().newBuilder().header("Connection", "close");
        String query = exchange.takeQuery();
        if (query != null) {
            request.url(chain.request().url().newBuilder().encodedQuery(query).build());
        }
        return chain.proceed(request.build());
    }
}
