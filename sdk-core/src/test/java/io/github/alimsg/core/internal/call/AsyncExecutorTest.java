package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.internal.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AsyncExecutorTest {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final UnderWay underWay = new UnderWay();
    private final AsyncExecutor executor = new AsyncExecutor(underWay);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        executor.close();
    }

    @Test
    void outcomeIsThatOfTheWork() {
        assertThat(executor.run(null, () -> 7).join()).isEqualTo(7);
    }

    @Test
    void failureIsThatOfTheWork() {
        var failure = new IllegalStateException("x");

        CompletableFuture<Object> future = executor.run(null, () -> {
            throw failure;
        });

        assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCause(failure);
    }

    @Test
    void cancellingInterruptsTheWork() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        CompletableFuture<Object> future = executor.run(null, () -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return null;
        });
        begun.await();

        future.cancel(true);

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(future).isCancelled();
    }

    @Test
    void whatIsCancelledBeforeItBeganNeverBegins() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        var ran = new AtomicBoolean();
        CompletableFuture<Object> future = executor.run(waiting::add, () -> {
            ran.set(true);
            return null;
        });

        future.cancel(true);
        waiting.remove().run();

        assertThat(ran).isFalse();
    }

    @Test
    void cancellingSaysWhetherTheWorkIsCancelled() {
        CompletableFuture<Integer> waiting = executor.run(task -> {}, () -> 7);
        CompletableFuture<Integer> done = executor.run(Runnable::run, () -> 7);

        assertThat(waiting.cancel(true)).isTrue();
        assertThat(done.cancel(true)).isFalse();
    }

    @Test
    void interruptDoesNotOutliveTheWork() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        var future = new AtomicReference<CompletableFuture<?>>();
        future.set(executor.run(waiting::add, () -> future.get().cancel(true)));

        waiting.remove().run();

        assertThat(Thread.interrupted()).isFalse();
        assertThat(future.get()).isCancelled();
    }

    @Test
    void closedExecutorRefuses() {
        executor.close();

        assertThatThrownBy(() -> executor.run(null, () -> 7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the client is closed");
    }

    @Test
    void whatRunsWhenItIsClosedGoesOn() throws InterruptedException {
        CompletableFuture<Boolean> future = executor.run(null, () -> {
            begun.countDown();
            try {
                return goOn.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        });
        begun.await();

        executor.close();
        goOn.countDown();

        assertThat(future.join()).isTrue();
    }

    @Test
    void closingWaitsForWhatHasNotBegun() {
        CompletableFuture<Integer> future = executor.run(task -> {}, () -> 7);

        assertThat(waitedToClose()).isEqualTo(LONGEST);
        assertThat(future).isCompletedExceptionally();
    }

    @Test
    void closingDoesNotWaitForWhatNeverBegins() {
        executor.run(task -> {}, () -> 7).cancel(true);

        assertThatThrownBy(() -> executor.run(
                        task -> {
                            throw new RejectedExecutionException();
                        },
                        () -> 7))
                .isInstanceOf(RejectedExecutionException.class);

        Deque<Runnable> waiting = new ArrayDeque<>();
        executor.run(waiting::add, () -> 7).complete(8);
        waiting.remove().run();

        assertThat(waitedToClose()).isZero();
    }

    private Duration waitedToClose() {
        var time = new ManualTime();
        underWay.close(LONGEST, time);
        return Duration.ofNanos(time.nanoTime());
    }

    @Test
    void threadsDoNotHoldTheJvmOpen() {
        assertThat(executor.run(null, () -> Thread.currentThread().isDaemon()).join())
                .isTrue();
    }

    @Test
    void givenExecutorRunsTheWork() {
        AtomicReference<Thread> worker = new AtomicReference<>();

        executor.run(Runnable::run, () -> {
                    worker.set(Thread.currentThread());
                    return null;
                })
                .join();

        assertThat(worker).hasValue(Thread.currentThread());
    }
}
