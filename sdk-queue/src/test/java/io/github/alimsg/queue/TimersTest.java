package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimersTest {
    private final SteppedTime time = new SteppedTime();
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
    private final Timers timers = new Timers(time, Runnable::run);
    private final Thread thread = new Thread(timers);

    @BeforeEach
    void start() {
        thread.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        timers.close();
        thread.join();
    }

    private String next() throws InterruptedException {
        return ran.poll(20, TimeUnit.SECONDS);
    }

    /** Lets time pass once the thread waits for that long. */
    private void pass(Duration duration) throws InterruptedException {
        for (int i = 0; !time.isAwaited(duration); i++) {
            assertThat(i).as("waits").isLessThan(2_000);
            TimeUnit.MILLISECONDS.timedJoin(thread, 10);
        }
        time.advance(duration);
    }

    @Test
    void tasksRunWhenTheyAreDueWhateverTheirOrder() throws Exception {
        timers.after(Duration.ofSeconds(30), () -> ran.add("30"));
        timers.after(Duration.ofSeconds(10), () -> ran.add("10"));
        timers.after(Duration.ofSeconds(20), () -> ran.add("20")).cancel();

        pass(Duration.ofSeconds(10));
        assertThat(next()).isEqualTo("10");
        pass(Duration.ofSeconds(20)); // the one that was cancelled is not waited for
        assertThat(next()).isEqualTo("30");
        assertThat(ran).isEmpty();
    }

    @Test
    void anEarlierTaskEndsTheWaitForALaterOne() throws Exception {
        timers.after(Duration.ofHours(2), () -> ran.add("late"));
        timers.after(Duration.ZERO, () -> ran.add("now"));

        assertThat(next()).isEqualTo("now");
    }

    @Test
    void whatIsRefusedIsDropped() throws Exception {
        var refusing = new Timers(time, task -> {
            if (ran.size() == 1) {
                throw new RejectedExecutionException();
            }
            task.run();
        });
        var runs = new Thread(refusing);
        runs.start();
        for (String name : List.of("a", "b")) {
            refusing.after(Duration.ZERO, () -> ran.add(name));
        }
        assertThat(next()).isEqualTo("a");

        refusing.close();
        runs.join();
    }

    @Test
    void afterClosingNothingRuns() throws Exception {
        timers.after(Duration.ofSeconds(1), () -> ran.add("early"));
        timers.close();
        timers.after(Duration.ZERO, () -> ran.add("late"));
        time.advance(Duration.ofHours(1));
        thread.join();

        assertThat(ran).isEmpty();
    }
}
