package io.github.alimsg.core.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rate of one operation while the service refuses some of its calls. Calls queue for turns, oldest first.
 *
 * <p><b>Algorithm.</b> That of CUBIC in TCP (RFC 9438, section 4), with a rate in place of a window. The plateau is the
 * rate that was refused, or the rate at which calls succeeded if that is lower. A refusal cuts the rate to {@link
 * #KEPT} of the plateau. Then the rate grows as a cubic function of time, by {@link #GROWTH} calls a second for each
 * cubic second away from the plateau: steep far from it, flat near it, steep again beyond it. Turns are evenly spaced;
 * a call may be {@link #LATE} seconds late without delaying the next turn.
 *
 * <p><b>What differs from TCP.</b> The service counts calls in windows of a second. So a refusal that says when its
 * window ends holds back all turns until then, and the rate is cut once per window: {@link #NEXT_WINDOW} is slightly
 * less than a window, because hints are rounded and replies take time. The climb takes at least {@link #MIN_CLIMB}
 * seconds, and longer for rates above 3. No cut goes below {@link #MIN_RATE}, one call per window, nor below {@link
 * #MIN_SHARE} of a documented limit: some refusals come at any rate, or are caused by other clients. Where the limit is
 * not documented, the rate doubles every second until the first cut.
 *
 * <p>Never sleeps and has no clock: {@code now} is the caller's, in nanoseconds. Safe for many threads.
 */
public final class AdaptiveRate {
    private static final double KEPT = 0.85;
    private static final double GROWTH = 0.05;
    private static final double MIN_CLIMB = 2;
    private static final double MIN_RATE = 1;
    private static final double MIN_SHARE = 0.1;

    /** The smallest share of the rate that the plateau is set to, when the rate was far too high. */
    private static final double MIN_KEPT = 0.5;

    private static final double LATE = 0.02;

    /** The rate, in calls a second, above which there is nothing left to limit. */
    private static final double MAX_RATE = 1e6;

    private static final double SECOND = 1e9;
    private static final long WINDOW = 1_000_000_000L;
    private static final long NEXT_WINDOW = 900_000_000L;
    private static final long MAX_PAUSE = 20 * WINDOW;
    private static final long QUIET = 10 * WINDOW;

    /** The tolerance for rounding errors in a sum of many fractions. */
    private static final double ROUNDING = 1e-6;

    private static final Comparator<Turn> BY_AGE =
            Comparator.<Turn>comparingLong(turn -> turn.since).thenComparingLong(turn -> turn.number);

    private final List<Turn> queue = new ArrayList<>();
    private long joined;

    /** Whether the limit is unknown and still being searched for: until the first cut the rate doubles every second. */
    private boolean seeking;

    private final double slowest;

    /** The rate that was last refused; before any refusal, the initial limit. */
    private double plateau;

    private long cutAt;
    private long pausedUntil;
    private long heldUpAt;

    /** Turns that are due and not yet taken. */
    private double ready = 1;

    private long updatedAt;

    private long windowEnd;
    private int accepted;
    private int acceptedBefore;

    /** A call's place in the queue. */
    public static final class Turn {
        private final long since;
        private final long number;

        private Turn(long since, long number) {
            this.since = since;
            this.number = number;
        }
    }

    /**
     * Creates the rate after the first refusal.
     *
     * @param limit the documented limit, or a guess, in calls a second
     * @param guessed whether it is a guess
     * @param now when the refusal arrived
     * @param hint how long the service asks to wait; null when it does not say
     */
    public AdaptiveRate(double limit, boolean guessed, long now, @Nullable Duration hint) {
        this.seeking = guessed;
        this.slowest = guessed ? MIN_RATE : Math.max(MIN_RATE, MIN_SHARE * limit);
        this.plateau = limit;
        this.updatedAt = now;
        pause(now, hint);
        this.cutAt = Math.max(now, pausedUntil);
        this.windowEnd = cutAt;
    }

    /**
     * Queues.
     *
     * @param since when the call began; older calls go first, which favours those that were refused before
     * @return the call's place in the queue
     */
    public synchronized Turn join(long since) {
        var turn = new Turn(since, joined++);
        int place = queue.size();
        while (place > 0 && queue.get(place - 1).since > since) {
            place--;
        }
        queue.add(place, turn);
        return turn;
    }

    /**
     * Takes a turn and leaves the queue, if the turn has come.
     *
     * @return 0 when taken; else the estimated nanoseconds until it comes
     */
    public synchronized long take(Turn turn, long now) {
        update(now);
        int place = Collections.binarySearch(queue, turn, BY_AGE);
        double missing = place + 1 - ready;
        if (now >= pausedUntil && missing < ROUNDING) {
            queue.remove(place);
            ready--;
            return 0;
        }
        heldUpAt = now;
        long pause = Math.max(0, pausedUntil - now);
        return pause + 1 + (long) (Math.max(0, missing) / Math.max(rate(now), plateau) * SECOND);
    }

    /** Leaves the queue if the turn was not taken. The calls behind move up. */
    public synchronized void leave(Turn turn) {
        int place = Collections.binarySearch(queue, turn, BY_AGE);
        if (place >= 0) {
            queue.remove(place);
        }
    }

    /** Records that the service accepted a call. */
    public synchronized void accepted(long now) {
        turnWindow(now);
        accepted++;
    }

    /** Records that the service refused a call. */
    public synchronized void refused(long now, @Nullable Duration hint) {
        update(now);
        turnWindow(now);
        pause(now, hint);
        long from = Math.max(now, pausedUntil);
        if (from - cutAt >= NEXT_WINDOW) {
            double rate = rate(now);
            double passed = Math.max(MIN_KEPT * rate, Math.max(accepted, acceptedBefore));
            plateau = Math.max(slowest, Math.min(rate, passed));
            ready = hint == null ? ready : partOfATurn(now);
            cutAt = from;
            seeking = false;
        }
    }

    /** {@return whether for some time nothing was refused and no call had to wait} */
    public synchronized boolean isQuiet(long now) {
        return queue.isEmpty() && now - Math.max(heldUpAt, pausedUntil) > QUIET;
    }

    private void pause(long now, @Nullable Duration hint) {
        heldUpAt = now;
        if (hint != null) {
            long pause = hint.compareTo(Duration.ofNanos(MAX_PAUSE)) < 0 ? hint.toNanos() : MAX_PAUSE;
            pausedUntil = Math.max(pausedUntil, now + pause);
        }
    }

    /**
     * The fraction of the interval between turns at which to resume after a pause. Clients that pause until the same
     * moment must not resume in step, or the same one of them would be refused at the end of every window. The clock's
     * nanoseconds serve as the random number: they differ between clients, and are the same in every run of a test.
     */
    private static double partOfATurn(long now) {
        return (now * 0x9E3779B97F4A7C15L >>> 11) * 0x1p-53;
    }

    private void turnWindow(long now) {
        if (now >= windowEnd) {
            long windows = (now - windowEnd) / WINDOW + 1;
            acceptedBefore = windows == 1 ? accepted : 0;
            accepted = 0;
            windowEnd += windows * WINDOW;
        }
    }

    private void update(long now) {
        long from = Math.max(updatedAt, Math.min(pausedUntil, now));
        if (now > from) {
            double rate = rate(now);
            ready = Math.min(Math.max(1, queue.size()) + rate * LATE, ready + rate * (now - from) / SECOND);
            updatedAt = now;
        }
    }

    private double rate(long now) {
        double sinceCut = Math.max(0, now - cutAt) / SECOND;
        return Math.min(MAX_RATE, seeking ? plateau * Math.pow(2, sinceCut) : cubic(sinceCut));
    }

    private double cubic(double sinceCut) {
        double cut = (1 - KEPT) * plateau;
        double climb = Math.max(MIN_CLIMB, Math.cbrt(cut / GROWTH));
        double away = sinceCut - climb;
        return plateau + cut * away * away * away / (climb * climb * climb);
    }
}
