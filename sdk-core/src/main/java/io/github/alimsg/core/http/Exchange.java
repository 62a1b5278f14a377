package io.github.alimsg.core.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
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
    private volatile long endsAt;
    private volatile boolean sent;
    private volatile @Nullable String ended;

    Exchange(Call call, HttpCall settings, long deadline) {
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

    /** Why it was ended from outside; null when it was not. */
    @Nullable
    String ended() {
        return ended;
    }

    /** Whether any of the request may have left. */
    boolean isSent() {
        return sent;
    }

    /** The request is about to be written. */
    void sending() throws IOException {
        if (sent) {
            throw new IOException("an interceptor of the application's OkHttp client tried to send a second time");
        }
        if (endIfDue(System.nanoTime())) {
            throw new IOException(ended);
        }
        sent = true;
        heard();
    }

    /** The service gave a sign of life. From now on it may be silent for as long as it may be. */
    void heard() {
        mayTake(silenceNanos);
    }

    /** Nothing tells of signs of life from here on: the deadline alone counts. */
    void goesUnheard() {
        endsAt = deadline;
    }

    private void mayTake(long nanos) {
        long end = System.nanoTime() + nanos;
        endsAt = end - deadline < 0 ? end : deadline;
    }

    /** Ends the exchange if it has lasted too long or its thread was interrupted. Returns whether it has been ended. */
    boolean endIfDue(long now) {
        if (ended == null) {
            if (thread.isInterrupted()) {
                end("interrupted");
            } else if (now - deadline >= 0) {
                end("timeout: the call's time was over");
            } else if (now - endsAt >= 0) {
                end("timeout: the service was silent for " + silenceNanos / 1_000_000 + " ms");
            }
        }
        return ended != null;
    }

    private void end(String why) {
        ended = why;
        try {
            call.cancel();
        } catch (Throwable e) {
            // A listener of the application's OkHttp client failed, after the connection was closed. Or there is no
            // memory
            // to do more; the others must be ended all the same.
        }
    }

    @Override
    public void connectStart(Call ofThis, InetSocketAddress address, Proxy proxy) {
        mayTake(connectNanos + silenceNanos); // a proxy may be asked for a tunnel, of which nothing is told
    }

    @Override
    public void secureConnectStart(Call ofThis) {
        heard();
    }
}
