package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * One exchange under way: who makes it, until when it may last, and whether its request may have left. It is told what
 * happens to its call, since the service's patience is measured from the last sign of life.
 */
final class Exchange extends EventListener {
    private final Thread thread = Thread.currentThread();
    private final Call call;
    private final long connectNanos;
    private final long silenceNanos;
    private final long deadline;
    private final long maxReplyBytes;
    private final AtomicBoolean entered = new AtomicBoolean();
    private volatile long endsAt;
    private volatile boolean enteredAgain;
    private volatile boolean handedOver;
    private volatile boolean sent;
    private volatile @Nullable Throwable refusal;
    private volatile @Nullable Throwable failureBelow;
    private volatile @Nullable String cancelReason;

    Exchange(Call call, HttpRequest settings, long deadline) {
        this.call = call;
        this.connectNanos = settings.connectTimeout().toNanos();
        this.silenceNanos = settings.readTimeout().toNanos();
        this.deadline = deadline;
        this.endsAt = deadline;
        this.maxReplyBytes = settings.maxReplyBytes();
    }

    long maxReplyBytes() {
        return maxReplyBytes;
    }

    Call call() {
        return call;
    }

    boolean isMadeBy(Thread other) {
        return thread.equals(other);
    }

    /** When it has lasted too long, as far as can be said now, in {@link System#nanoTime}. */
    long endsAt() {
        return endsAt;
    }

    /** Why it was cancelled; null when it was not. */
    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    /**
     * OkHttp itself begins, below the application's interceptors.
     *
     * @throws IOException when it has begun before: one of them proceeds a second time
     */
    void enter() throws IOException {
        if (!entered.compareAndSet(false, true)) {
            enteredAgain = true;
            throw new IOException("an interceptor of httpClient proceeded a second time, and an exchange sends once");
        }
    }

    /** The application's network interceptors begin, which have a connection in their hands. */
    void handedOver() {
        handedOver = true;
    }

    /** OkHttp failed, as seen below the application's interceptors. */
    void failedBelow(Throwable failure) {
        failureBelow = failure;
    }

    /** Whether any of the request may have left, when the exchange ended with a failure. */
    @SuppressWarnings("ReferenceEquality") // the very failure that was seen: an equal one may come from anywhere
    Delivery delivery(Throwable failure) {
        boolean ours = !handedOver || failure == refusal;
        return ours && !sent && !enteredAgain && failure == failureBelow ? Delivery.NOT_SENT : Delivery.UNKNOWN;
    }

    /** Whether the request was about to be written by us. What an interceptor sends by itself is not seen here. */
    boolean isSent() {
        return sent;
    }

    /**
     * The request is about to be written.
     *
     * @param connection looks at the connection first
     * @throws IOException when it must not be; nothing of it has left by this way then
     */
    void sending(ConnectionCheck connection) throws IOException {
        try {
            if (sent) {
                throw new IOException("an interceptor of httpClient tried to send a second time");
            }
            connection.check();
            if (cancelIfOverdue(System.nanoTime())) {
                throw new IOException(cancelReason);
            }
        } catch (IOException e) {
            refusal = e;
            throw e;
        }
        sent = true;
        signOfLife();
    }

    /** Finds out whether a connection can carry a request. */
    @FunctionalInterface
    interface ConnectionCheck {
        void check() throws IOException;
    }

    /** The service gave a sign of life. From now on it may be silent for as long as it may be. */
    void signOfLife() {
        allow(silenceNanos);
    }

    /** Nothing tells of signs of life from here on: the deadline alone counts. */
    void goesUnheard() {
        endsAt = deadline;
    }

    private void allow(long nanos) {
        long end = System.nanoTime() + nanos;
        endsAt = end - deadline < 0 ? end : deadline;
    }

    /** Cancels the exchange if it has lasted too long or its thread was interrupted. Returns whether it has been cancelled. */
    boolean cancelIfOverdue(long now) {
        if (cancelReason == null) {
            if (thread.isInterrupted()) {
                cancel("interrupted");
            } else if (now - deadline >= 0) {
                cancel("timeout: the call's time was over");
            } else if (now - endsAt >= 0) {
                cancel("timeout: the service was silent for " + silenceNanos / 1_000_000 + " ms");
            }
        }
        return cancelReason != null;
    }

    private void cancel(String why) {
        cancelReason = why;
        try {
            call.cancel();
        } catch (Throwable e) {
            // Whatever fails in there, the watch goes on.
        }
    }

    @Override
    public void connectStart(Call ofThis, InetSocketAddress address, Proxy proxy) {
        allow(connectNanos + silenceNanos); // a proxy may be asked for a tunnel, of which nothing is told
    }

    @Override
    public void secureConnectStart(Call ofThis) {
        signOfLife();
    }
}
