package io.github.alimsg.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.examples.engines.ShippingNotice.ComeAgainException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queues deliver an event again, and to two consumers. */
class ShippingListenerTest extends EngineTest {
    private static final Order ORDER = new Order("order-4711", "13900001234");

    @Test
    void anEventThatIsDeliveredTwiceIsSentOnce() {
        var listener = new ShippingListener(notice(node()));

        listener.onShipped(ORDER);
        listener.onShipped(ORDER);

        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void anEventThatManyConsumersGetAtOnceIsSentOnce() throws Exception {
        var listeners = IntStream.range(0, 8)
                .mapToObj(i -> new ShippingListener(notice(node())))
                .toList();
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(listeners.size());
        try {
            List<? extends Future<?>> deliveries = listeners.stream()
                    .map(listener -> threads.submit(() -> {
                        start.await();
                        listener.onShipped(ORDER);
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> delivery : deliveries) {
                try {
                    delivery.get();
                } catch (ExecutionException e) { // delivered again, when the sender is done
                    assertThat(e).hasCauseInstanceOf(ComeAgainException.class);
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anEventWhoseConsumerDiedIsDeliveredAgainAndNotSentAgain(Death death) {
        Node first = node();
        var dying = new ShippingListener(dying(first, death, 1, notice(first)));
        assertThatExceptionOfType(Node.Died.class).isThrownBy(() -> dying.onShipped(ORDER));

        var living = new ShippingListener(notice(node()));
        if (death == Death.BEFORE_THE_OUTCOME_IS_WRITTEN) {
            assertThatExceptionOfType(ComeAgainException.class).isThrownBy(() -> living.onShipped(ORDER));
            outwaitTheLease();
        }
        living.onShipped(ORDER);

        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void anEventThatWasNotSentIsDeliveredAgain() {
        cloud().when("SendSms").thenFail(400, "Throttling.User", "slow down").thenSucceed();
        var listener = new ShippingListener(
                new ShippingNotice(once(node()), sms().withOptions(o -> o.retryPolicy(RetryPolicy.none()))));

        assertThatExceptionOfType(ComeAgainException.class)
                .isThrownBy(() -> listener.onShipped(ORDER))
                .withMessageContaining("NOT_SENT");
        listener.onShipped(ORDER);

        assertThat(sent()).as("one was throttled").isEqualTo(2);
    }

    @Test
    void anEventThatTheServiceRefusesIsNotDeliveredAgain() {
        cloud().when("SendSms").thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "no such number");

        var listener = new ShippingListener(notice(node()));
        listener.onShipped(ORDER);

        assertThat(once(node()).find("order-4711/shipped"))
                .hasValueSatisfying(record -> assertThat(record.code()).isEqualTo("isv.MOBILE_NUMBER_ILLEGAL"));
    }
}
