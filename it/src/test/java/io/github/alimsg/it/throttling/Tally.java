package io.github.alimsg.it.throttling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of a {@link Load} after warming up. Safe for many threads. */
final class Tally {
    private final Load load;
    private final long from;
    private final long to;
    private final int[] answered;
    private final List<Long> took = new ArrayList<>();
    private int refused;
    private int failed;

    /** @param begin when the calls begin, in nanoseconds of the clock they are made on */
    Tally(Load load, long begin) {
        this.load = load;
        this.from = begin + load.warmUp().toNanos();
        this.to = from + load.length().toNanos();
        this.answered = new int[load.clients()];
    }

    private boolean counts(long now) {
        return now >= from && now < to;
    }

    boolean isOver(long now) {
        return now >= to;
    }

    synchronized void answered(int client, long began, long now) {
        if (counts(now)) {
            answered[client]++;
            took.add(now - began);
        }
    }

    synchronized void refused(long now) {
        refused += counts(now) ? 1 : 0;
    }

    synchronized void failed(long now) {
        failed += counts(now) ? 1 : 0;
    }

    synchronized int answeredInAll() {
        int sum = 0;
        for (int count : answered) {
            sum += count;
        }
        return sum;
    }

    /** Answered calls in hundredths of what the limit allowed. */
    synchronized double goodput() {
        return 100.0 * answeredInAll() / load.limit() / load.length().toSeconds();
    }

    /** Refusals for each thousand calls that were answered. */
    synchronized double refusals() {
        return 1000.0 * refused / Math.max(1, answeredInAll());
    }

    synchronized int refused() {
        return refused;
    }

    synchronized int failures() {
        return failed;
    }

    /** What the client with the least got, in hundredths of an equal part. */
    synchronized double leastShare() {
        int least = Integer.MAX_VALUE;
        for (int count : answered) {
            least = Math.min(least, count);
        }
        return 100.0 * least * load.clients() / Math.max(1, answeredInAll());
    }

    /** How long the call lasted that lasted longer than this part of all. */
    private double millis(double part) {
        List<Long> sorted = took.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
    }

    static String head() {
        return """
                | calls/s | threads | clients | pacing | goodput | refusals per 1,000 | latency p50 | p99 | failed | least share |
                |---|---|---|---|---|---|---|---|---|---|""";
    }

    synchronized String row() {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %s | %.1f %% | %.1f | %,.0f ms | %,.0f ms | %d | %s |",
                load.limit(),
                load.threads(),
                load.clients(),
                load.pacing() ? "yes" : "no",
                goodput(),
                refusals(),
                millis(0.50),
                millis(0.99),
                failed,
                load.clients() == 1 ? "" : String.format(Locale.ROOT, "%.0f %%", leastShare()));
    }
}
