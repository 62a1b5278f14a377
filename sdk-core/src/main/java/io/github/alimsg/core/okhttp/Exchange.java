package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.internal.listener.Isolated;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * One exchange under way: its thread, its deadline, and whether its request may have been sent. It is told of the
 * events of its call, since the read timeout counts from the last sign of life.
 */
final class Exchange extends EventListener {
    private final Thread thread = Thread.currentThread();
    private final Call call;
    private final long connectNanos;
    private final long silenceNanos;
    private final long deadline;
    private final HttpRequest request;
    private @Nullable String withheldQuery;
    private final AtomicBoolean entered = new AtomicBoolean();
    private volatile long endsAt;
    private volatile boolean enteredAgain;
    private volatile boolean handedOver;
    private volatile boolean sent;
    private volatile @Nullable Throwable refusal;
    private volatile @Nullable Throwable failureBelow;
    private volatile @Nullable IOException failureOfSent;
    private volatile @Nullable String cancelReason;

    /**
     * Creates an exchange of this thread.
     *
     * @param call the call
     * @param request what is sent
     * @param withheldQuery the query, when the call's URL is without it, see {@link RequestTarget}; null when it is not
     * @param deadline the {@link System#nanoTime} at which it must be over
     */
    Exchange(Call call, HttpRequest request, @Nullable String withheldQuery, long deadline) {
        this.call = call;
        this.request = request;
        this.withheldQuery = withheldQuery;
        this.connectNanos = request.connectTimeout().toNanos();
        this.silenceNanos = request.readTimeout().toNanos();
        this.deadline = deadline;
        this.endsAt = deadline;
    }

    /** Called when the request is being written. Returns the query once, when the call's URL is without it. */
    @Nullable
    String takeQuery() {
        String query = withheldQuery;
        withheldQuery = null;
        return query;
    }

    long maxReplyBytes() {
        return request.maxReplyBytes();
    }

    Call call() {
        return call;
    }

    boolean isMadeBy(Thread other) {
        return thread.equals(other);
    }

    /** The {@link System#nanoTime} at which it has lasted too long, as known now. */
    long endsAt() {
        return endsAt;
    }

    /**
     * Called when OkHttp itself begins, below the application's interceptors.
     *
     * @throws IOException when it has begun before, because one of them proceeds a second time
     */
    void enter() throws IOException {
        if (!entered.compareAndSet(false, true)) {
            enteredAgain = true;
            throw new IOException(
                    "an interceptor of httpClient called proceed a second time, but an exchange sends only once");
        }
    }

    /** Called when the application's network interceptors begin, which have access to the connection. */
    void handedOver() {
        handedOver = true;
    }

    /** Called when OkHttp failed, as seen below the application's interceptors. */
    void failedBelow(Throwable failure) {
        failureBelow = failure;
    }

    @SuppressWarnings("ReferenceEquality") // identity on purpose: an equal failure may come from anywhere
    private Delivery delivery(Throwable failure) {
        boolean ours = !handedOver || failure == refusal;
        return ours && !sent && !enteredAgain && failure == failureBelow ? Delivery.NOT_SENT : Delivery.UNKNOWN;
    }

    /** Describes how it failed, and whether any of the request may have been sent. */
    HttpFailure failure(Throwable e) {
        Isolated.keepInterrupt(e); // OkHttp throws it undeclared while it connects to several addresses at a time
        Delivery delivery = delivery(e);
        String reason = cancelReason;
        String message = reason != null ? reason : FailureText.describe(e);
        if (delivery == Delivery.UNKNOWN && !sent) { // what an interceptor sends by itself is not seen here
            message += "; an interceptor of httpClient may have sent the request by itself";
        }
        return new HttpFailure(delivery, message, e instanceof IOException io ? FailureText.quotingNothing(io) : e);
    }

    /**
     * Called when the request is about to be written.
     *
     * @param guard guards the connection, which is checked first; null when it is a new one that has none
     * @param staleConnections checks it
     * @throws IOException when it must not be written; then nothing of it was sent
     */
    void sending(@Nullable ResponseGuard guard, StaleConnections staleConnections) throws IOException {
        try {
            if (sent) {
                throw sentBefore();
            }
            if (guard != null) {
                staleConnections.check(guard);
            }
            if (cancelIfOverdue(System.nanoTime())) {
                throw new IOException(cancelReason);
            }
            if (!request.mayLeave()) {
                throw new IOException("it took too long until the request could be sent");
            }
        } catch (IOException e) {
            refusal = e;
            throw e;
        }
        sent = true;
        signOfLife();
    }

    /** Called when the exchange failed after the request was about to be written. */
    void failed(IOException failure) {
        failureOfSent = failure;
    }

    /** OkHttp itself repeats a GET that failed on a pooled connection: then that failure is what happened. */
    private IOException sentBefore() {
        IOException failure = failureOfSent;
        return failure == null
                ? new IOException("an interceptor of httpClient tried to send a second time")
                : new IOException(FailureText.describe(failure), FailureText.quotingNothing(failure));
    }

    /** Called on a sign of life from the service. The read timeout starts again. */
    void signOfLife() {
        allow(silenceNanos);
    }

    /** Called when no signs of life can be seen any more: from now on only the deadline counts. */
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
                cancel("timeout: the call's timeout passed");
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
            // Whatever fails there, the watch continues.
        }
    }

    @Override
    public void connectStart(Call ofThis, InetSocketAddress address, Proxy proxy) {
        allow(connectNanos + silenceNanos); // a proxy may be asked for a tunnel, for which there are no events
    }

    @Override
    public void secureConnectStart(Call ofThis) {
        signOfLife();
    }
}
