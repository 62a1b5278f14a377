package io.github.alimsg.it.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.pacing.Lane;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What calls do after the service has refused some, and how their waiting ends. */
@ExtendWith(FakeCloudExtension.class)
class ThrottledCallsTest {
    private static final String OPERATION = "EnableWhatsappROIMetric";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final long PATIENCE_SECONDS = 30;

    private final ManualTime time = new ManualTime(Instant.now());
    private FakeCloud cloud;
    private CamsClient cams;

    @BeforeEach
    void openTheCloudOfThisTest(FakeCloud cloud) {
        this.cloud = cloud;
        cams = client(time);
    }

    @AfterEach
    void close() {
        cams.close();
    }

    private CamsClient client(TimeSource clock) {
        return cloud.configure(CamsClient.builder())
                .timeSource(clock)
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private void useRealTime() {
        cams.close();
        cams = client(TimeSource.system());
    }

    private static void call(CamsClient client) {
        client.enableWhatsappROIMetric(r -> r.custSpaceId("cams-1"));
    }

    /** Has one call refused, so that the next ones wait. */
    private void throttle(CamsClient client, Duration hint) {
        cloud.when(OPERATION).thenThrottle(hint).thenSucceed();
        assertThat(catchThrowableOfType(ThrottledException.class, () -> call(client)))
                .isNotNull();
    }

    @Test
    void afterARefusalFirstAttemptsWaitToo() {
        throttle(cams, Duration.ofSeconds(3));

        call(cams);

        assertThat(slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void clientsMadeFromOneAnotherWaitForTheSameTurns() {
        throttle(cams, Duration.ofSeconds(3));

        call(cams.withOptions(o -> o.timeout(Duration.ofSeconds(30))));

        assertThat(slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void otherOperationsDoNotWait() {
        throttle(cams, Duration.ofSeconds(3));

        cams.getChatappTemplateDetail(r -> r.custSpaceId("cams-1").language("en"));

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void withoutRefusalsNothingWaits() {
        for (int i = 0; i < 50; i++) {
            call(cams);
        }
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void whenAllGoesWellForAWhileNothingWaitsAnyMore() {
        throttle(cams, Duration.ofSeconds(1));
        time.advance(Duration.ofSeconds(12));
        call(cams);
        int before = time.sleeps().size();

        for (int i = 0; i < 50; i++) {
            call(cams);
        }
        assertThat(time.sleeps()).hasSize(before);
    }

    @Test
    void aTurnBeyondTheDeadlineFailsAtOnceAndSaysSo() {
        throttle(cams, Duration.ofSeconds(3));
        CamsClient hurried = cams.withOptions(o -> o.timeout(Duration.ofSeconds(2)));

        var failure = catchThrowableOfType(TransportException.class, () -> call(hurried));

        assertThat(failure)
                .hasMessageContaining("throttled: ")
                .hasMessageContaining("later than the 2000 ms this call has left");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(time.sleeps()).isEmpty();
        assertThat(cloud.received(OPERATION)).hasSize(1);
    }

    @Test
    void aCallThatGivesUpLeavesItsTurnToTheNext() {
        throttle(cams, Duration.ofSeconds(3));
        CamsClient hurried = cams.withOptions(o -> o.timeout(Duration.ofSeconds(2)));
        for (int i = 0; i < 100; i++) {
            assertThat(catchThrowableOfType(TransportException.class, () -> call(hurried)))
                    .isNotNull();
        }

        call(cams);

        assertThat(slept()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        useRealTime();
        throttle(cams, LONG);

        var failure = failureOfACallThatWaits(cams, Thread::interrupt);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        CallInterruptedException.class,
                        e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT));
    }

    @Test
    void closingTheClientEndsTheWaiting() throws Exception {
        useRealTime();
        throttle(cams, LONG);

        assertClosedWhileWaiting(failureOfACallThatWaits(cams, thread -> cams.close()));
    }

    @Test
    void closingTheClientEndsPacing() throws Exception {
        useRealTime();
        CamsClient paced = cams.withOptions(o -> o.rateLimiter((operation, permits, longestWait) -> LONG));

        assertClosedWhileWaiting(failureOfACallThatWaits(paced, thread -> cams.close()));
    }

    @Test
    void aBulkCallAsksAgainWhileItsTimeLasts() {
        var answers = Arrays.asList(null, null, Duration.ofMillis(7)).iterator();
        CamsClient bulk = cams.withOptions(o -> o.lane(Lane.BULK).rateLimiter(bulkOnly(answers)));

        call(bulk);

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(40), Duration.ofMillis(40), Duration.ofMillis(7));
    }

    @Test
    void aBulkCallWithoutATurnFailsWhenItsTimeIsUp() {
        CamsClient bulk = cams.withOptions(o ->
                o.lane(Lane.BULK).timeout(Duration.ofMillis(100)).rateLimiter((operation, permits, longest) -> null));

        var failure = catchThrowableOfType(TransportException.class, () -> call(bulk));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure).hasMessageContaining("pacing: no turn was left for bulk calls");
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(40), Duration.ofMillis(40), Duration.ofMillis(20));
    }

    /** A limiter that answers bulk calls so, and must not be asked for others. */
    private static RateLimiter bulkOnly(Iterator<@Nullable Duration> answers) {
        return new RateLimiter() {
            @Override
            public @Nullable Duration reserve(String operation, int permits, Duration longestWait) {
                throw new AssertionError("no lane");
            }

            @Override
            public @Nullable Duration reserve(String operation, int permits, Duration longestWait, Lane lane) {
                assertThat(lane).isEqualTo(Lane.BULK);
                return answers.next();
            }
        };
    }

    @Test
    void pacingIsSharedByClientsMadeFromOneAnother() {
        CamsClient paced = cams.withOptions(o -> o.pacing(true));
        call(paced);

        call(paced.withOptions(o -> o.timeout(Duration.ofSeconds(30))));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(206));
    }

    private static void assertClosedWhileWaiting(@Nullable SdkException failure) {
        assertThat(failure).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(e).hasMessageContaining("the client was closed while the call waited");
        });
    }

    /** Makes a call on a thread of its own, ends it once the thread waits, and returns how it failed. */
    private static @Nullable SdkException failureOfACallThatWaits(CamsClient client, Consumer<Thread> end)
            throws InterruptedException {
        var failure = new AtomicReference<@Nullable SdkException>();
        var ended = new CountDownLatch(1);
        var thread = new Thread(() -> {
            try {
                call(client);
            } catch (SdkException e) {
                failure.set(e);
            } finally {
                ended.countDown();
            }
        });
        thread.start();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (thread.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        end.accept(thread);
        assertThat(ended.await(LONG.toSeconds() / 2, TimeUnit.SECONDS))
                .as("it ended long before its turn")
                .isTrue();
        thread.join();
        return failure.get();
    }

    private Duration slept() {
        return time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
