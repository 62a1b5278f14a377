package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.internal.libraries.Libraries;
import io.github.alimsg.core.internal.signing.Nonces;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.core.wire.Product;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The state that a client shares with all clients that {@code withOptions} derives from it. */
public final class ClientState {
    public final HttpTransport transport;
    /** Makes each request unique. */
    public final Nonces nonces = new Nonces();

    public final UnderWay underWay = new UnderWay();
    public final AsyncExecutor asyncExecutor = new AsyncExecutor(underWay);

    public final ServiceClock clock = new ServiceClock();

    /** Completed when the client is closed. */
    public final CountDownLatch closed = new CountDownLatch(1);

    /** The rates learned from refusals. */
    final AdaptiveRates rates = new AdaptiveRates();

    final Endpoints endpoints;

    /** What the environment sets for every client. */
    final @Nullable Guard guard;

    private final Product product;
    private final boolean ownsTransport;
    private @Nullable CredentialsProvider defaultCredentials;
    private @Nullable RateLimiter documentedLimits;

    public ClientState(Product product, ClientBuilder<?> builder) {
        HttpTransport given = builder.transport();
        Libraries.require(given == null || given instanceof OkHttpTransport);
        this.product = product;
        this.endpoints = new Endpoints(product, builder.environment());
        this.guard = Guard.ofEnvironment(product, builder.environment().variables());
        this.ownsTransport = given == null;
        this.transport = given == null ? builder.newTransport() : given;
    }

    /**
     * Carries one exchange. When a transport throws anything undeclared, it is unknown whether the request was sent.
     */
    public HttpResponse exchange(HttpRequest call) throws HttpFailure, ResponseTooLargeException, InterruptedException {
        if (underWay.isCutOff()) {
            throw new InterruptedException();
        }
        try {
            return transport.execute(call);
        } catch (HttpFailure | ResponseTooLargeException | InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            throw new HttpFailure(
                    Delivery.UNKNOWN, "the transport failed: " + e.getClass().getName(), e);
        }
    }

    public synchronized CredentialsProvider defaultCredentials() {
        if (defaultCredentials == null) {
            defaultCredentials = CredentialsProviders.defaultChain(transport);
        }
        return defaultCredentials;
    }

    public synchronized RateLimiter documentedLimits(TimeSource time) {
        if (documentedLimits == null) {
            documentedLimits = Turns.documentedLimits(product, time);
        }
        return documentedLimits;
    }

    /** Forgets what was learned about the service's limits and its clock. */
    public void forget() {
        rates.forget();
        clock.forget();
    }

    /** Refuses new work, and lets work under way continue. */
    public void close() {
        underWay.close();
        closed.countDown();
        asyncExecutor.close();
        if (ownsTransport) {
            transport.close();
        }
    }

    /** Refuses new work, waits for work under way, and interrupts what takes too long. */
    public void close(Duration longest, TimeSource time) {
        underWay.close(longest, time);
        close();
    }
}
