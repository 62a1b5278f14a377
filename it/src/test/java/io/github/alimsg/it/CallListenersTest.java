package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What listeners are told of a call, and what it costs when there are none. */
@ExtendWith(FakeCloudExtension.class)
class CallListenersTest {
    private static final String SEND = "SendMessageToGlobe";

    private final ManualTime time = new ManualTime(Instant.now());
    private final List<String> told = new ArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void started(CallInfo call) {
            told.add("started");
        }

        @Override
        public void waitedForTurn(CallInfo call, int attempt, Duration waited) {
            told.add("attempt " + attempt + " waited " + waited.toMillis());
        }

        @Override
        public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
            told.add("attempt " + attempt + " failed");
        }

        @Override
        public void messageAccepted(CallInfo call, String messageId) {
            told.add("accepted as " + messageId);
        }

        @Override
        public void finished(
                CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
            told.add("finished");
        }
    };

    private DysmsInternationalClient.Builder builder(FakeCloud cloud) {
        return cloud.configure(DysmsInternationalClient.builder()).timeSource(time);
    }

    @Test
    void stepsAreToldInOrderAndTheMessageByItsName(FakeCloud cloud) {
        cloud.when(SEND).thenSucceedWith(Map.of("ResponseCode", "OK", "MessageId", "m-1"));
        try (DysmsInternationalClient sms = builder(cloud).addListener(listener).build()) {
            sms.sendMessageToGlobe(Clients.SEND);
        }
        assertThat(told).containsExactly("started", "attempt 1 waited 0", "accepted as m-1", "finished");
    }

    @Test
    void aReadNamesNoMessage(FakeCloud cloud) {
        try (DysmsInternationalClient sms = builder(cloud).addListener(listener).build()) {
            sms.queryMessage(q -> q.messageId("m-1"));
        }
        assertThat(told).containsExactly("started", "attempt 1 waited 0", "finished");
    }

    @Test
    void theWaitForATurnIsTold(FakeCloud cloud) {
        RateLimiter one = RateLimiter.perSecond(Map.of(SEND, 1), time);
        try (DysmsInternationalClient sms =
                builder(cloud).rateLimiter(one).addListener(listener).build()) {
            sms.sendMessageToGlobe(Clients.SEND);
            told.clear();
            sms.sendMessageToGlobe(Clients.SEND);
        }
        assertThat(time.sleeps()).hasSize(1);
        assertThat(told).contains("attempt 1 waited " + time.sleeps().get(0).toMillis());
    }

    @Test
    void aTurnThatDoesNotComeIsToldToo(FakeCloud cloud) {
        RateLimiter never = (operation, permits, longest) -> null;
        try (DysmsInternationalClient sms =
                builder(cloud).rateLimiter(never).addListener(listener).build()) {
            assertThatThrownBy(() -> sms.sendMessageToGlobe(Clients.SEND)).isInstanceOf(TransportException.class);
        }
        assertThat(told)
                .startsWith("started", "attempt 1 waited 0", "attempt 1 failed")
                .endsWith("finished");
    }

    @Test
    void withoutListenersNoClockIsReadForThem(FakeCloud cloud) {
        Interceptor passes = Interceptor.Call::proceed;

        int plain = clockReadings(cloud, client -> {});
        int intercepted = clockReadings(cloud, client -> client.addInterceptor(passes));
        int listened = clockReadings(cloud, client -> client.addListener(new CallListener() {}));

        assertThat(intercepted).isEqualTo(plain);
        assertThat(listened).isEqualTo(plain + 4);
    }

    private int clockReadings(FakeCloud cloud, Consumer<DysmsInternationalClient.Builder> settings) {
        var readings = new AtomicInteger();
        TimeSource counting = new TimeSource() {
            @Override
            public Instant instant() {
                return time.instant();
            }

            @Override
            public long nanoTime() {
                readings.incrementAndGet();
                return time.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                time.sleep(duration);
            }
        };
        DysmsInternationalClient.Builder builder = builder(cloud).timeSource(counting);
        settings.accept(builder);
        try (DysmsInternationalClient sms = builder.build()) {
            sms.sendMessageToGlobe(Clients.SEND);
        }
        return readings.get();
    }
}
