package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final ManualTime time = new ManualTime();

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(time.instant()).isEqualTo(START);
        assertThat(time.millis()).isEqualTo(START.toEpochMilli());
        long nanos = time.nanoTime();

        time.advance(Duration.ofMillis(1500));

        assertThat(time.instant()).isEqualTo(START.plusMillis(1500));
        assertThat(time.nanoTime() - nanos).isEqualTo(1_500_000_000L);
        assertThatThrownBy(() -> time.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sleepsReturnAtOnceAndAreRemembered() throws InterruptedException {
        time.sleep(Duration.ofDays(2));
        time.sleep(Duration.ZERO);
        time.sleep(Duration.ofSeconds(-1));
        time.sleep(Duration.ofMillis(5));

        assertThat(time.sleeps()).containsExactly(Duration.ofDays(2), Duration.ofMillis(5));
        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofDays(2)).plusMillis(5));
    }

    @Test
    void theClockCanBeSetWhileNoTimePasses() {
        long nanos = time.nanoTime();

        time.set(START.minus(Duration.ofHours(8)));

        assertThat(time.instant()).isEqualTo(START.minus(Duration.ofHours(8)));
        assertThat(time.nanoTime()).isEqualTo(nanos);
    }

    @Test
    void anInterruptEndsASleepBeforeItBegins() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);

        assertThat(time.sleeps()).isEmpty();
        assertThat(time.instant()).isEqualTo(START);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
