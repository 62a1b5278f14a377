package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Caches the credentials of another provider. Renews them ahead of expiry, on one thread at a time while the others
 * continue with those that are still valid; credentials without an expiry are renewed every five minutes. Has no thread
 * of its own.
 */
final class CachedCredentials implements CredentialsProvider {
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration LASTING = Duration.ofMinutes(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final CredentialsProvider source;
    private final TimeSource time;
    private final DoubleSupplier random;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Cached cached;
    private volatile Asked lastAsked = new Asked(0, null);

    /** How often the source was asked, and how the last time failed, if it did. */
    private record Asked(long count, @Nullable RuntimeException failure) {}

    /** Credentials, and when to ask for the next. */
    private record Cached(Credentials credentials, Instant refreshAt) {
        boolean isValid(Instant now) {
            Instant end = credentials.expiration();
            return end == null || now.isBefore(end);
        }
    }

    CachedCredentials(CredentialsProvider source, TimeSource time, DoubleSupplier random) {
        this.source = source;
        this.time = time;
        this.random = random;
    }

    @Override
    public Credentials credentials() {
        Cached current = cached;
        Instant now = time.instant();
        if (current != null && now.isBefore(current.refreshAt)) {
            return current.credentials;
        }
        if (current != null && current.isValid(now)) {
            return refreshing.tryLock() ? refresh(current) : current.credentials;
        }
        long asked = lastAsked.count;
        awaitTurn();
        Asked last = lastAsked;
        if (last.count != asked && last.failure != null) {
            // It was asked while this thread waited. If each waiting thread asked again in turn, the last would wait
            // for ever.
            refreshing.unlock();
            throw last.failure;
        }
        return refresh(null);
    }

    private void awaitTurn() {
        try {
            refreshing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialsException(toString(), "interrupted while another thread asked", e).asMisconfigured();
        }
    }

    /** Asks the source while holding the lock, and releases it. */
    private Credentials refresh(@Nullable Cached fallback) {
        try {
            Cached current = cached;
            Instant now = time.instant();
            if (current != null && now.isBefore(current.refreshAt)) {
                return current.credentials; // another thread was faster
            }
            Credentials fresh = CredentialsSource.givenBy(source);
            lastAsked = new Asked(lastAsked.count + 1, null);
            cached = new Cached(fresh, refreshAt(fresh, now));
            return fresh;
        } catch (RuntimeException e) {
            // That this thread was interrupted must not keep the others from asking.
            lastAsked = new Asked(lastAsked.count + 1, Thread.currentThread().isInterrupted() ? null : e);
            if (fallback == null || !fallback.equals(cached) || !fallback.isValid(time.instant())) {
                throw e;
            }
            cached = new Cached(fallback.credentials, time.instant().plus(PAUSE_AFTER_FAILURE));
            return fallback.credentials;
        } finally {
            refreshing.unlock();
        }
    }

    /** Up to a fifth earlier than needed, so that many processes do not ask at the same moment. */
    private Instant refreshAt(Credentials credentials, Instant now) {
        Instant end = credentials.expiration();
        if (end == null) {
            return now.plus(LASTING);
        }
        Duration left = Duration.between(now, end);
        Duration useful = left.compareTo(AHEAD.multipliedBy(2)) > 0 ? left.minus(AHEAD) : left.dividedBy(2);
        return now.plus(Duration.ofMillis((long) (useful.toMillis() * (1 - 0.2 * random.getAsDouble()))));
    }

    @Override
    public void invalidate() {
        cached = null;
        source.invalidate();
    }

    @Override
    public String toString() {
        return "cached " + source;
    }
}
