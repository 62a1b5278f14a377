package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that lives through many tests is as good as new in each, once the fake was reset. */
class FakeCloudResetTest {
    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();

    @AfterEach
    void close() {
        cloud.close();
    }

    private DysmsInternationalClient client(RetryPolicy policy) {
        return cloud.configure(DysmsInternationalClient.builder())
                .retryPolicy(policy)
                .build();
    }

    private static void send(DysmsInternationalClient sms) {
        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Hello"));
    }

    private void throttle() {
        cloud.when("SendMessageToGlobe").thenThrottle(Duration.ofSeconds(15)).thenSucceed();
    }

    @Test
    void theRateOfAThrottledOperationIsForgotten() {
        try (DysmsInternationalClient sms = client(RetryPolicy.none())) {
            throttle();
            assertThatThrownBy(() -> send(sms)).isInstanceOf(ThrottledException.class);

            cloud.reset();
            send(sms);

            assertThat(time.sleeps()).as("what the next test waits").isEmpty();
        }
    }

    @Test
    void theDifferenceOfClocksIsForgotten() {
        try (DysmsInternationalClient sms = client(RetryPolicy.standard())) {
            cloud.skewClock(Duration.ofHours(3));
            send(sms);

            cloud.reset();
            send(sms);

            assertThat(cloud.received()).extracting(ReceivedCall::accepted).containsExactly(true);
            assertThat(cloud.received().get(0).signedAt()).isEqualTo(time.instant());
        }
    }

    @Test
    void theBudgetForRepeatsIsFullAgain() {
        RetryPolicy once = RetryPolicy.builder().budget(5).build();
        RetryPolicy derived = RetryPolicy.builder().budget(5).build();
        try (DysmsInternationalClient sms = client(once);
                DysmsInternationalClient other = sms.withOptions(o -> o.retryPolicy(derived))) {
            for (int test = 0; test < 3; test++) {
                cloud.reset();
                for (DysmsInternationalClient each : new DysmsInternationalClient[] {sms, other}) {
                    throttle();
                    send(each);
                    spend(each);
                    throttle();
                    assertThatThrownBy(() -> send(each)).isInstanceOf(ThrottledException.class);
                }
            }
        }
    }

    /** Two throttled attempts in a row: the second repeat is more than the budget. */
    private void spend(DysmsInternationalClient sms) {
        cloud.when("SendMessageToGlobe").thenThrottle(Duration.ofSeconds(1)).thenThrottle(Duration.ofSeconds(1));
        assertThatThrownBy(() -> send(sms)).isInstanceOf(ThrottledException.class);
    }

    @Test
    void everyClientOfABuilderIsReset() {
        DysmsInternationalClient.Builder builder =
                cloud.configure(DysmsInternationalClient.builder()).retryPolicy(RetryPolicy.none());
        try (DysmsInternationalClient one = builder.build();
                DysmsInternationalClient two = builder.build()) {
            for (DysmsInternationalClient each : new DysmsInternationalClient[] {one, two}) {
                throttle();
                assertThatThrownBy(() -> send(each)).isInstanceOf(ThrottledException.class);
            }
            cloud.reset();
            send(one);
            send(two);
            assertThat(time.sleeps()).isEmpty();
        }
    }

    @Test
    void aClientThatNothingElseHoldsIsReleased() {
        WeakReference<DysmsInternationalClient> dropped = usedAndDropped();
        for (int i = 0; i < 500 && dropped.get() != null; i++) {
            System.gc();
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(dropped.get()).isNull();
        cloud.reset();
    }

    private WeakReference<DysmsInternationalClient> usedAndDropped() {
        DysmsInternationalClient sms = client(RetryPolicy.none());
        send(sms);
        sms.close();
        return new WeakReference<>(sms);
    }
}
