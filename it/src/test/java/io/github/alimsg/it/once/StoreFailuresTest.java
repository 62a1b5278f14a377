package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.it.once.ScriptedKeyStore.Step;
import io.github.alimsg.it.once.ScriptedKeyStore.Way;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that can't be reached, or whose answers are lost, costs at most a message that is not sent yet. */
class StoreFailuresTest {
    private final Shop shop = new Shop();
    private final ScriptedKeyStore store = new ScriptedKeyStore(shop.store);
    private final Once once = shop.once(store, builder -> builder.timeSource(new Ticks()));
    private final Semaphore ticks = new Semaphore(0);

    @AfterEach
    void close() {
        shop.close();
    }

    /** A clock on which outcomes wait for the next tick until they are tried again. */
    private final class Ticks implements TimeSource {
        private final ManualTime time = new ManualTime();

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (!ticks.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new InterruptedException("nobody ticks any more");
            }
        }
    }

    private void assertNothingIsSaidToBeSent() {
        StoreException failure = catchThrowableOfType(StoreException.class, () -> shop.send(once, shop.sms));
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    private void awaitOutcomes(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (store.steps.stream().filter(step -> step == Step.FINISH).count() < count) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void awaitState(KeyState state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (shop.record().state() != state) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void withoutAClaimNothingIsSent() {
        store.when(Step.CLAIM, Way.FAILS);

        assertNothingIsSaidToBeSent();

        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(shop.store.find(Shop.KEY)).isEmpty();
        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();
    }

    @Test
    void aClaimWhoseAnswerIsLostIsTakenOverLater() {
        store.when(Step.CLAIM, Way.WORKS_AND_ANSWER_IS_LOST);

        assertNothingIsSaidToBeSent();

        assertThat(shop.send(once, shop.sms).state()).isEqualTo(KeyState.CLAIMED);
        assertThat(shop.cloud.receivedCount()).isZero();
        shop.time.advance(Duration.ofMinutes(3));
        assertThat(shop.once.due(9)).hasSize(1);
        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();
        assertThat(shop.record().attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "WORKS_AND_ANSWER_IS_LOST"})
    void withoutAMarkNothingIsSent(Way way) {
        store.when(Step.MARK, way);

        assertNothingIsSaidToBeSent();

        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(shop.record().state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "WORKS_AND_ANSWER_IS_LOST"})
    void withoutAMarkNothingIsSentAgain(Way way) {
        store.when(Step.MARK, Way.WORKS, way);
        shop.cloud.when(Shop.OPERATION).thenThrottle().thenSucceed();

        assertNothingIsSaidToBeSent();

        assertThat(shop.cloud.receivedCount()).isEqualTo(1);
        assertThat(shop.record().state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();
    }

    @Test
    void aMarkThatFailsInAnyOtherWaySendsNothing() {
        var bug = new UnsupportedOperationException("bug");
        Once broken = shop.once(
                new ForwardingKeyStore(shop.store) {
                    @Override
                    public boolean mark(String key, long fence, io.github.alimsg.once.store.Mark mark) {
                        throw bug;
                    }
                },
                builder -> {});

        assertThatThrownBy(() -> shop.send(broken, shop.sms)).isSameAs(bug);

        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(shop.record().state()).isEqualTo(KeyState.NOT_SENT);
    }

    @ParameterizedTest
    @CsvSource({"FAILS, SENDING", "WORKS_AND_ANSWER_IS_LOST, ACCEPTED"})
    void anOutcomeIsToldAtOnceAndWrittenLater(Way way, KeyState meanwhile) {
        store.when(Step.FINISH, way);

        Sent<SendSmsResponse> sent = shop.send(once, shop.sms);

        assertThat(sent.isAccepted()).isTrue();
        assertThat(sent.response()).isNotNull();
        awaitOutcomes(2);
        awaitState(KeyState.ACCEPTED);
        assertThat(shop.send(once, shop.sms).isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void outcomesWaitUntilTheStoreIsBack() {
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            store.setDown(true);
            return Reply.json("{\"Code\":\"OK\",\"BizId\":\"7^1\",\"RequestId\":\"r\"}");
        });
        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();
        awaitOutcomes(2);
        assertThat(shop.record().state()).isEqualTo(KeyState.SENDING);
        ticks.release();
        awaitOutcomes(3);
        assertThat(shop.record().state()).isEqualTo(KeyState.SENDING);

        store.setDown(false);
        ticks.release();

        awaitState(KeyState.ACCEPTED);
    }

    /** Others may look a key up while its outcome waits: the sender knows better than they. */
    @Test
    void anOutcomeThatComesAfterTheLeaseStillCounts() {
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            store.setDown(true);
            return Reply.json("{\"Code\":\"isv.AMOUNT_NOT_ENOUGH\",\"RequestId\":\"r\"}");
        });
        assertThat(shop.send(once, shop.sms).state()).isEqualTo(KeyState.NOT_SENT);
        shop.time.advance(Duration.ofHours(1));
        assertThat(shop.store.unsettled(9)).hasSize(1);
        assertThat(shop.record().state()).isEqualTo(KeyState.UNKNOWN);

        store.setDown(false);
        ticks.release(9);

        awaitState(KeyState.NOT_SENT);
    }

    @Test
    void aKeyOfADeadProcessIsLookedUpAndNeverSentAgain() {
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            store.setDown(true);
            return Reply.empty(502);
        });
        assertThat(shop.send(once, shop.sms).state()).isEqualTo(KeyState.UNKNOWN);
        awaitOutcomes(2);

        Once other = shop.once(shop.store, builder -> {});
        assertThat(shop.send(other, shop.sms).state()).isEqualTo(KeyState.SENDING);
        shop.time.advance(Duration.ofMinutes(3));
        assertThat(shop.send(other, shop.sms).isEarlier()).isTrue();
        assertThat(other.due(9)).isEmpty();
        assertThat(shop.store.unsettled(9)).hasSize(1);
        assertThat(shop.send(other, shop.sms).state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(shop.cloud.receivedCount()).isEqualTo(1);
    }

    @Test
    void whileAKeyIsBeingSentNobodyElseSendsIt() {
        var meanwhile = new AtomicReference<@Nullable Sent<SendSmsResponse>>();
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            meanwhile.set(shop.send(shop.once(shop.store, builder -> {}), shop.sms));
            return Reply.json("{\"Code\":\"OK\",\"BizId\":\"7^1\",\"RequestId\":\"r\"}");
        });

        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();

        assertThat(meanwhile.get().state()).isEqualTo(KeyState.SENDING);
        assertThat(meanwhile.get().isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
    }

    /** The fifth of a second's worth of a process that dies: what it knew is lost, and the key is looked up. */
    @Test
    void anOutcomeThatCanNeverBeWrittenLeavesTheKeyToBeLookedUp() {
        Once hasty = shop.once(store, builder -> builder.timeSource(new ManualTime()));
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            store.setDown(true);
            return Reply.json("{\"Code\":\"OK\",\"BizId\":\"7^1\",\"RequestId\":\"r\"}");
        });
        assertThat(shop.send(hasty, shop.sms).isAccepted()).isTrue();
        awaitOutcomes(601);

        assertThat(shop.record().state()).isEqualTo(KeyState.SENDING);
        shop.time.advance(Duration.ofMinutes(3));
        assertThat(shop.store.unsettled(9)).hasSize(1);
    }
}
