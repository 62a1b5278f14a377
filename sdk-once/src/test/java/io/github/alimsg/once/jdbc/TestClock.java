package io.github.alimsg.once.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The time that statements take for the database's, in pools with this clock. It moves when it is told to. */
final class TestClock {
    private final AtomicLong micros = new AtomicLong(1_790_000_000_000_000L);

    void advance(Duration time) {
        micros.addAndGet(time.toNanos() / 1_000);
    }

    Instant instant() {
        return Instant.ofEpochMilli(micros.get() / 1_000);
    }

    /** {@return a statement that reads this clock in place of the database's} */
    String in(String sql, Database database) {
        long now = micros.get();
        return sql.replace(database.withClock("{now}"), Long.toString(now / 1_000))
                .replace(database.withClock("{micros}"), Long.toString(now));
    }
}
