package io.github.alimsg.core.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up by another {@link Dns}, on daemon threads, because a lookup knows neither deadline nor interrupt. Calls
 * that want the same name at the same time wait for the same lookup; a thread ends with its lookup.
 */
final class BoundedDns implements Dns {
    private static final long LOOK_EVERY_MILLIS = 10;

    private final Dns dns;
    private final ExchangeWatch watch;
    private final ConcurrentMap<String, FutureTask<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    /**
     * Bounds another.
     *
     * @param dns what looks up
     * @param watch knows the exchange for which a thread asks, and ends it at its deadline
     */
    BoundedDns(Dns dns, ExchangeWatch watch) {
        this.dns = dns;
        this.watch = watch;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        FutureTask<List<InetAddress>> lookup = begun(hostname);
        while (true) {
            try {
                return lookup.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (exchangeIsOver()) {
                    throw givenUp(hostname, lookup, "the call's time was over");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw givenUp(hostname, lookup, "interrupted");
            } catch (ExecutionException e) {
                throw failed(hostname, e.getCause());
            }
        }
    }

    private boolean exchangeIsOver() {
        Exchange exchange = watch.of(Thread.currentThread());
        return exchange != null && exchange.call().isCanceled();
    }

    private FutureTask<List<InetAddress>> begun(String hostname) {
        var mine = new FutureTask<>(() -> dns.lookup(hostname));
        FutureTask<List<InetAddress>> others = underWay.putIfAbsent(hostname, mine);
        if (others != null) {
            return others;
        }
        var thread = new Thread(
                () -> {
                    try {
                        mine.run();
                    } finally {
                        underWay.remove(hostname, mine);
                    }
                },
                "alimsg-dns");
        thread.setDaemon(true);
        thread.start();
        return mine;
    }

    /** A lookup may hang for ever, so those who come later begin one of their own. */
    private UnknownHostException givenUp(String hostname, FutureTask<List<InetAddress>> lookup, String why) {
        underWay.remove(hostname, lookup);
        return new UnknownHostException(hostname + ": " + why + " while the name was looked up");
    }

    private static UnknownHostException failed(String hostname, @Nullable Throwable cause) {
        var failure = new UnknownHostException(
                cause instanceof UnknownHostException && cause.getMessage() != null ? cause.getMessage() : hostname);
        failure.initCause(cause);
        return failure;
    }

    /** Connections are shared by those alone whose addresses, and so whose ways to look up, are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BoundedDns that && dns.equals(that.dns);
    }

    @Override
    public int hashCode() {
        return dns.hashCode();
    }
}
