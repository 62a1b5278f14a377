package io.github.alimsg.core.okhttp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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
    private static final Map<Name, Lookups> UNDER_WAY = new HashMap<>();

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

    /** What is looked up. Not a record: linking equals and hashCode of one takes milliseconds of a first call. */
    private static final class Name implements Callable<List<InetAddress>> {
        private final Dns dns;
        private final String host;

        Name(Dns dns, String host) {
            this.dns = dns;
            this.host = host;
        }

        @Override
        public List<InetAddress> call() throws UnknownHostException {
            return dns.lookup(host);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Name that && dns.equals(that.dns) && host.equals(that.host);
        }

        @Override
        public int hashCode() {
            return 31 * dns.hashCode() + host.hashCode();
        }
    }

    /** A lookup, which ends with its thread. */
    private static final class Lookup extends FutureTask<List<InetAddress>> {
        private final Name name;

        Lookup(Name name) {
            super(name);
            this.name = name;
        }

        @Override
        protected void done() {
            synchronized (UNDER_WAY) {
                Lookups lookups = UNDER_WAY.remove(name);
                if (lookups != null && lookups.count > 1) {
                    UNDER_WAY.put(name, new Lookups(lookups.count - 1, lookups.youngest, lookups.givenUp));
                }
            }
        }
    }

    /** The lookups of a name: their number, the latest of them, and whether a call has given that one up. */
    private record Lookups(int count, Lookup youngest, boolean givenUp) {
        boolean mayBeJoined() {
            return !youngest.isDone() && (!givenUp || count >= MAX_LOOKUPS);
        }
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        Lookup lookup = begun(new Name(dns, hostname));
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

    private static Lookup begun(Name name) {
        Lookup mine;
        synchronized (UNDER_WAY) {
            Lookups others = UNDER_WAY.get(name);
            if (others != null && others.mayBeJoined()) {
                return others.youngest;
            }
            mine = new Lookup(name);
            UNDER_WAY.put(name, new Lookups(others == null ? 1 : others.count + 1, mine, false));
        }
        start(mine);
        return mine;
    }

    private static void start(Lookup lookup) {
        var thread = new Thread(lookup, "alimsg-dns");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Throwable e) { // no memory for a thread
            lookup.cancel(false);
            throw e;
        }
    }

    private static UnknownHostException givenUp(String hostname, Lookup lookup, String why) {
        synchronized (UNDER_WAY) {
            Lookups lookups = UNDER_WAY.get(lookup.name);
            if (lookups != null && lookups.youngest.equals(lookup)) {
                UNDER_WAY.put(lookup.name, new Lookups(lookups.count, lookup, true));
            }
        }
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
