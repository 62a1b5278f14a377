package io.github.alimsg.redis;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A call that asks for a turn, and waits for the answer of Redis. */
final class Caller {
    /** What stands for all longer waits: numbers in Lua are exact to 15 digits. */
    private static final Duration FOREVER = Duration.ofDays(365);

    private final int permits;
    private final long longestWait;
    private final boolean bulk;
    private final long since;
    private final CountDownLatch answered = new CountDownLatch(1);

    private boolean away;
    private long answer;
    private long answeredAt;

    /** @param since when it asked, in nanoseconds */
    Caller(int permits, Duration longestWait, boolean bulk, long since) {
        this.permits = permits;
        this.longestWait = (longestWait.compareTo(FOREVER) < 0 ? longestWait : FOREVER).toNanos();
        this.bulk = bulk;
        this.since = since;
    }

    int permits() {
        return permits;
    }

    boolean isBulk() {
        return bulk;
    }

    /** {@return how many microseconds it can wait from now on} */
    long longestWait(long now) {
        return Math.max(0, longestWait - (now - since)) / 1_000;
    }

    /**
     * Answers it.
     *
     * @param answer that of {@link TurnCount#take}
     * @param now when it arrived; a wait counts from then on
     */
    void answer(long answer, long now) {
        this.answer = answer;
        this.answeredAt = now;
        answered.countDown();
    }

    /** Tells it that Redis is away. */
    void redisIsAway() {
        away = true;
        answered.countDown();
    }

    /** {@return whether it was told in time, one or the other} */
    boolean await(TimeSource time, Duration longest) throws InterruptedException {
        return time.await(answered, longest);
    }

    /** {@return whether it was told that Redis is away} */
    boolean isWithoutRedis() {
        return away;
    }

    /** {@return whether it has got a turn} */
    boolean hasTurn() {
        return answer >= 0;
    }

    /** {@return how long its turn is away by now} */
    Duration waitFrom(long now) {
        return Duration.ofNanos(Math.max(0, answer * 1_000 - (now - answeredAt)));
    }
}
