package io.github.alimsg.core.spi;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.OkHttpTransport;
import io.github.alimsg.core.internal.AsyncExecutor;
import io.github.alimsg.core.internal.Nonces;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.pacing.TokenBuckets;
import io.github.alimsg.core.time.TimeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a client and all that {@code withOptions} derives from it have in common. */
final class SharedState {
    final HttpTransport transport;
    final Nonces nonces = new Nonces();
    final AsyncExecutor asyncExecutor = new AsyncExecutor();

    /** How far the service's clock is ahead of this machine's, in milliseconds; learned from refusals. */
    final AtomicLong clockOffset = new AtomicLong();

    private final Product product;
    private final boolean ownsTransport;
    private @Nullable CredentialsProvider defaultCredentials;
    private @Nullable RateLimiter documentedLimits;
    private volatile boolean closed;

    SharedState(Product product, @Nullable HttpTransport transport) {
        this.product = product;
        this.ownsTransport = transport == null;
        this.transport = transport == null ? OkHttpTransport.create() : transport;
    }

    synchronized CredentialsProvider defaultCredentials() {
        if (defaultCredentials == null) {
            defaultCredentials = CredentialsProviders.defaultChain();
        }
        return defaultCredentials;
    }

    synchronized RateLimiter documentedLimits(TimeSource time) {
        if (documentedLimits == null) {
            Map<String, Integer> limits = new HashMap<>();
            for (Operation<?, ?> operation : product.operations()) {
                if (operation.callsPerSecond() > 0) {
                    limits.put(operation.name(), operation.callsPerSecond());
                }
            }
            documentedLimits = TokenBuckets.perSecond(limits, time);
        }
        return documentedLimits;
    }

    void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
    }

    void close() {
        closed = true;
        asyncExecutor.close();
        if (ownsTransport) {
            transport.close();
        }
    }
}
