package io.github.alimsg.benchmarks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What servers have seen: connections, handshakes and requests. */
final class Counts {
    final LongAdder connections = new LongAdder();
    final LongAdder handshakes = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder repeated = new LongAdder();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    final Tls tls;

    Counts(Tls tls) {
        this.tls = tls;
    }

    /** Notes a request with the id that its sender gave it. */
    void request(String id) {
        requests.increment();
        if (!ids.add(id)) {
            repeated.increment();
        }
    }

    /** The line with which a server's process answers when it is asked. */
    String line() {
        long shaken = handshakes.sum();
        return "= " + connections.sum() + " " + shaken + " " + (shaken - tls.fullHandshakes()) + " " + requests.sum()
                + " " + repeated.sum();
    }

    /** What was counted between two answers of a server's process. */
    record Difference(long connections, long handshakes, long resumed, long requests, long repeated) {
        static Difference of(double[] before, double[] after) {
            return new Difference(
                    (long) (after[0] - before[0]),
                    (long) (after[1] - before[1]),
                    (long) (after[2] - before[2]),
                    (long) (after[3] - before[3]),
                    (long) (after[4] - before[4]));
        }
    }
}
