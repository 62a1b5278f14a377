package io.github.alimsg.it.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Many calls through many faults, and the comparison of what callers were told with what the service did. */
final class Suite {
    private static final int READ_EVERY = 6;
    private static final int KEPT = 5;
    private static final int MAX_EXAMPLE = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final String name;
    private final Ledger ledger;
    private final int ids;
    private final int threads;
    private final Duration deadline;
    private final Duration tolerance;

    private final ConcurrentMap<String, LongAdder> sends = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> reads = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ConcurrentLinkedQueue<String>> examples = new ConcurrentHashMap<>();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();

    final AtomicInteger excludedButProcessed = new AtomicInteger();
    final AtomicInteger answeredButNotProcessed = new AtomicInteger();
    final AtomicInteger answeredForAnother = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger late = new AtomicInteger();
    final AtomicInteger leaksInExceptions = new AtomicInteger();
    private final AtomicInteger leftOpen = new AtomicInteger();
    private final AtomicInteger leftOpenInVain = new AtomicInteger();
    int processedTwice;
    private long took;

    /**
     * A run.
     *
     * @param name what the table is called
     * @param ledger what the service did
     * @param sends how many messages to send; a read is added to every five of them
     * @param threads how many threads call
     * @param deadline how long a call may take
     * @param tolerance how much longer it may take for want of processor time
     */
    Suite(String name, Ledger ledger, int sends, int threads, Duration deadline, Duration tolerance) {
        this.name = name;
        this.ledger = ledger;
        this.ids = ids(sends);
        this.threads = threads;
        this.deadline = deadline;
        this.tolerance = tolerance;
    }

    /** How many ids a run with so many messages uses. */
    static int ids(int sends) {
        return Math.toIntExact((long) sends * READ_EVERY / (READ_EVERY - 1));
    }

    private static boolean isRead(int id) {
        return id % READ_EVERY == 0;
    }

    void run(Caller caller) throws Exception {
        long began = System.nanoTime();
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(pool.submit(() -> {
                for (int id = next.getAndIncrement(); id < ids; id = next.getAndIncrement()) {
                    one(caller, id);
                }
            }));
        }
        for (Future<?> worker : workers) {
            worker.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        pool.shutdown();
        took = System.nanoTime() - began;
        for (int id = 0; id < ids; id++) {
            if (!isRead(id) && ledger.timesProcessed(id) > 1) {
                processedTwice++;
            }
        }
    }

    private void one(Caller caller, int id) {
        long began = System.nanoTime();
        Told told = isRead(id) ? caller.read(id) : caller.send(id);
        long nanos = System.nanoTime() - began;
        longest.accumulateAndGet(nanos, Math::max);
        if (nanos > deadline.plus(tolerance).toNanos()) {
            late.incrementAndGet();
            example("late", told.kind() + " after " + nanos / 1_000_000 + " ms: " + told.thrown());
        }
        (isRead(id) ? reads : sends)
                .computeIfAbsent(told.kind(), kind -> new LongAdder())
                .increment();
        Throwable thrown = told.thrown();
        if (thrown != null && Marks.in(thrown)) {
            leaksInExceptions.incrementAndGet();
            example("personal data", all(thrown));
        }
        if (told.kind().equals(Told.LOST)) {
            lost.incrementAndGet();
            example("lost", String.valueOf(thrown));
        }
        if (told.answered() && ledger.timesProcessed(id) == 0) {
            answeredButNotProcessed.incrementAndGet();
            example("answered, not processed", "id " + id + ", answer for " + told.echo());
        }
        if (told.answered() && !Integer.toString(id).equals(told.echo())) {
            answeredForAnother.incrementAndGet();
            example("answered for another", "id " + id + ", answer for " + told.echo());
        }
        if (!isRead(id) && !told.answered()) {
            judgeFailedSend(told, id);
        }
        done.incrementAndGet();
    }

    private void judgeFailedSend(Told told, int id) {
        boolean processed = ledger.timesProcessed(id) > 0;
        if (told.excluded() && processed) {
            excludedButProcessed.incrementAndGet();
            example("excluded, yet processed", "id " + id + ": " + told.thrown());
        }
        if (!told.excluded()) {
            leftOpen.incrementAndGet();
            if (!processed) {
                leftOpenInVain.incrementAndGet();
            }
        }
    }

    private static String all(Throwable thrown) {
        var text = new StringBuilder(thrown.toString());
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            text.append(" | ").append(cause);
        }
        return text.append(" suppressed ").append(thrown.getSuppressed().length).toString();
    }

    private void example(String of, String text) {
        var kept = examples.computeIfAbsent(of, key -> new ConcurrentLinkedQueue<>());
        if (kept.size() < KEPT) {
            kept.add(text.length() > MAX_EXAMPLE ? text.substring(0, MAX_EXAMPLE) + "..." : text);
        }
    }

    /** The table that people read. */
    String table(Logs logs, FaultPlan plan) {
        var text = new StringBuilder();
        line(text, "== " + name + ", seed " + plan.seed() + ", " + threads + " threads ==", "");
        line(
                text,
                "calls",
                done.get() + " (" + total(sends) + " sends, " + total(reads) + " reads) in "
                        + TimeUnit.NANOSECONDS.toMillis(took) / 1000.0 + " s");
        long faults = 0;
        for (Fault fault : Fault.values()) {
            faults += fault == Fault.NONE ? 0 : ledger.count(fault);
        }
        line(text, "faults injected", faults);
        var row = new StringBuilder();
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                row.append(fault.name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(ledger.count(fault))
                        .append(", ");
                if (row.length() > 90) {
                    line(text, "", row);
                    row.setLength(0);
                }
            }
        }
        line(text, "", row);
        new TreeMap<>(sends).forEach((kind, count) -> line(text, "send: " + kind, count));
        new TreeMap<>(reads).forEach((kind, count) -> line(text, "read: " + kind, count));
        line(text, "sends left open (may have arrived)", leftOpen + ", of these not processed " + leftOpenInVain);
        line(text, "messages processed twice or more", processedTwice);
        line(text, "told not sent or refused, yet processed", excludedButProcessed);
        line(text, "told success, not processed", answeredButNotProcessed);
        line(text, "told success by another's answer", answeredForAnother);
        line(text, "lost calls (neither answer nor exception as promised)", lost.get() + ids - done.get());
        line(
                text,
                "calls past their deadline of " + deadline.toMillis() + " + " + tolerance.toMillis() + " ms",
                late + ", longest " + TimeUnit.NANOSECONDS.toMillis(longest.get()) + " ms");
        line(text, "requests with a used nonce", ledger.repeatedNonces);
        line(text, "redirects followed", ledger.followedRedirects);
        line(text, "personal data in " + logs.lines() + " log lines", logs.leaks());
        line(text, "personal data in exceptions", leaksInExceptions);
        new TreeMap<>(examples).forEach((of, some) -> some.forEach(example -> line(text, "  e.g. " + of, example)));
        logs.examples().forEach(example -> line(text, "  e.g. log line", example.replace("\n", " ")));
        return text.toString();
    }

    private static long total(Map<String, LongAdder> counts) {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private static void line(StringBuilder text, String what, Object value) {
        text.append(String.format(Locale.ROOT, "%-58s %s%n", what, value));
    }
}
