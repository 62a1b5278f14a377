package io.github.alimsg.core.okhttp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks up names with another {@link Dns}, on daemon threads, because a lookup ignores deadlines and interrupts. Calls
 * that need the same name at the same time wait for the same lookup; a thread ends with its lookup.
 *
 * <p>A lookup may hang for ever. So once a call has given one up, later calls begin another, up to {@value
 * #MAX_LOOKUPS} per name in the JVM; after that they wait for the latest, each until its own deadline. A resolver that
 * is down costs a few threads, whatever the number of calls.
 */
final class BoundedDns implements Dns {
    static final int MAX_LOOKUPS = 4;

    private static final long LOOK_EVERY_MILLIS = 10;

    /** For all transports: those with the same {@link Dns} share lookups, as they share connections. */
    private static final ConcurrentMap<Name, Lookups> UNDER_WAY = new ConcurrentHashMap<>();

    private final Dns dns;
    private final ExchangeWatch watch;

    /**
     * Wraps another {@link Dns}.
     *
     * @param dns does the lookups
     * @param watch knows a thread's exchange, and ends it at its deadline
     */
    BoundedDns(Dns dns, ExchangeWatch watch) {
        this.dns = dns;
        this.watch = watch;
    }

    private record Name(Dns dns, String host) {}

    /** The lookups of a name: their number, the latest of them, and whether a call has given that one up. */
    private record Lookups(int count, FutureTask<List<InetAddress>> youngest, boolean givenUp) {
        boolean mayBeJoined() {
            return !youngest.isDone() && (!givenUp || count >= MAX_LOOKUPS);
        }
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        FutureTask<List<InetAddress>> lookup = begun(new Name(dns, hostname));
        while (true) {
            try {
                return lookup.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (exchangeIsOver()) {
                    throw givenUp(hostname, lookup, "the call's timeout passed");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw givenUp(hostname, lookup, "interrupted");
            } catch (ExecutionException e) {
                throw failed(hostname, e.getCause());
            } catch (CancellationException e) { // no thread could be started for it
                throw failed(hostname, e);
            }
        }
    }

    private boolean exchangeIsOver() {
        Exchange exchange = watch.of(Thread.currentThread());
        return exchange != null && exchange.call().isCanceled();
    }

    private static FutureTask<List<InetAddress>> begun(Name name) {
        var mine = new FutureTask<>(() -> name.dns.lookup(name.host));
        Lookups lookups = UNDER_WAY.compute(
                name,
                (same, others) -> others != null && others.mayBeJoined()
                        ? others
                        : new Lookups(others == null ? 1 : others.count + 1, mine, false));
        if (lookups.youngest.equals(mine)) {
            start(name, mine);
        }
        return lookups.youngest;
    }

    private static void start(Name name, FutureTask<List<InetAddress>> lookup) {
        var thread = new Thread(
                () -> {
                    try {
                        lookup.run();
                    } finally {
                        ended(name);
                    }
                },
                "alimsg-dns");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Throwable e) { // no memory for a thread
            ended(name);
            lookup.cancel(false);
            throw e;
        }
    }

    private static void ended(Name name) {
        UNDER_WAY.computeIfPresent(
                name,
                (same, lookups) ->
                        lookups.count == 1 ? null : new Lookups(lookups.count - 1, lookups.youngest, lookups.givenUp));
    }

    private UnknownHostException givenUp(String hostname, FutureTask<List<InetAddress>> lookup, String why) {
        UNDER_WAY.computeIfPresent(
                new Name(dns, hostname),
                (same, lookups) ->
                        lookups.youngest.equals(lookup) ? new Lookups(lookups.count, lookup, true) : lookups);
        return new UnknownHostException(hostname + ": " + why + " while the name was looked up");
    }

    private static UnknownHostException failed(String hostname, @Nullable Throwable cause) {
        var failure = new UnknownHostException(
                cause instanceof UnknownHostException && cause.getMessage() != null ? cause.getMessage() : hostname);
        failure.initCause(cause);
        return failure;
    }

    /** OkHttp shares a connection only between equal addresses, which include the {@link Dns}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BoundedDns that && dns.equals(that.dns);
    }

    @Override
    public int hashCode() {
        return dns.hashCode();
    }
}
