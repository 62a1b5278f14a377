package io.github.alimsg.core.spi;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpCall;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpReply;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.OkHttpTransport;
import io.github.alimsg.core.http.ReplyTooLargeException;
import io.github.alimsg.core.internal.AdaptiveRate;
import io.github.alimsg.core.internal.AsyncExecutor;
import io.github.alimsg.core.internal.Libraries;
import io.github.alimsg.core.internal.Nonces;
import io.github.alimsg.core.internal.ReplyHints;
import io.github.alimsg.core.internal.UnderWay;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.pacing.TokenBuckets;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a client and all that {@code withOptions} derives from it have in common. */
final class SharedState {
    /** Where the rate of an operation without a documented limit begins, in calls a second; it doubles every second. */
    private static final double GUESS = 50;

    final HttpTransport transport;
    final Nonces nonces = new Nonces();
    final UnderWay underWay = new UnderWay();
    final AsyncExecutor asyncExecutor = new AsyncExecutor(underWay);

    /** How far the service's clock is ahead of this machine's, in milliseconds; learned from refusals. */
    final AtomicLong clockOffset = new AtomicLong();

    /** Comes when the client is closed. */
    final CountDownLatch closed = new CountDownLatch(1);

    /** Operations that the service refused lately, and how fast they may go. */
    private final ConcurrentHashMap<String, AdaptiveRate> adaptiveRates = new ConcurrentHashMap<>();

    private final Product product;
    private final boolean ownsTransport;
    private @Nullable CredentialsProvider defaultCredentials;
    private @Nullable RateLimiter documentedLimits;

    SharedState(Product product, ClientBuilder<?> builder) {
        HttpTransport given = builder.transport();
        Libraries.require(given == null || given instanceof OkHttpTransport);
        this.product = product;
        this.ownsTransport = given == null;
        this.transport = given == null ? OkHttpTransport.create(builder.maxConnections()) : given;
    }

    /** Carries one exchange. A transport that fails in a way of its own says nothing of what left. */
    HttpReply exchange(HttpCall call) throws HttpFailure, ReplyTooLargeException, InterruptedException {
        if (underWay.isCutOff()) {
            throw new InterruptedException();
        }
        try {
            return transport.execute(call);
        } catch (HttpFailure | ReplyTooLargeException | InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            throw new HttpFailure(
                    Delivery.UNKNOWN, "the transport failed: " + e.getClass().getName(), e);
        }
    }

    /** Takes the time over that an answer names; false when it names none. */
    boolean correctClock(HttpReply reply, Instant now) {
        Instant service = ReplyHints.date(reply);
        if (service == null) {
            return false;
        }
        clockOffset.set(Duration.between(now, service).toMillis());
        return true;
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

    /** How fast an operation may go that was refused lately; null, for a single volatile read, when none was. */
    @Nullable
    AdaptiveRate adaptiveRate(Operation<?, ?> operation) {
        return adaptiveRates.get(operation.name());
    }

    /** A call was refused. */
    void throttled(Operation<?, ?> operation, long now, @Nullable Duration hint) {
        AdaptiveRate rate = adaptiveRates.get(operation.name());
        if (rate == null) {
            boolean guessed = operation.callsPerSecond() == 0;
            double limit = guessed ? GUESS : operation.callsPerSecond();
            rate = adaptiveRates.computeIfAbsent(operation.name(), name -> new AdaptiveRate(limit, guessed, now, hint));
        }
        rate.refused(now, hint);
    }

    /** A call was let through; when that has gone well for some time, the operation goes without limits again. */
    void accepted(Operation<?, ?> operation, AdaptiveRate rate, long now) {
        rate.accepted(now);
        if (rate.isQuiet(now)) {
            adaptiveRates.remove(operation.name(), rate);
        }
    }

    /** Forgets what was learned of the service's limits and of its clock. */
    void forget() {
        adaptiveRates.clear();
        clockOffset.set(0);
    }

    /** Refuses what is new, and leaves alone what is under way. */
    void close() {
        underWay.close();
        closed.countDown();
        asyncExecutor.close();
        if (ownsTransport) {
            transport.close();
        }
    }

    /** Refuses what is new, waits for what is under way, and interrupts what takes too long. */
    void close(Duration longest, TimeSource time) {
        underWay.close(longest, time);
        close();
    }
}
