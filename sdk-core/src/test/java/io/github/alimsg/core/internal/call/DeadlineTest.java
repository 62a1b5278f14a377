package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.internal.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final ManualTime time = new ManualTime();

    @Test
    void isOverWhenNothingIsLeft() {
        time.advance(Duration.ofSeconds(5));
        var deadline = new Deadline(Duration.ofSeconds(3), time);
        assertThat(deadline.left()).hasSeconds(3);

        time.advance(Duration.ofSeconds(3).minusNanos(1));
        assertThat(deadline.left()).hasNanos(1);
        assertThat(deadline.isOver()).isFalse();

        time.advance(Duration.ofNanos(1));
        assertThat(deadline.left()).isZero();
        assertThat(deadline.isOver()).isTrue();

        time.advance(Duration.ofDays(1));
        assertThat(deadline.left()).isZero();
        assertThat(deadline.isOver()).isTrue();
    }

    @Test
    void remembersWhenItBegan() {
        time.advance(Duration.ofSeconds(5));

        assertThat(new Deadline(Duration.ofSeconds(3), time).began())
                .isEqualTo(Duration.ofSeconds(5).toNanos());
    }
}
