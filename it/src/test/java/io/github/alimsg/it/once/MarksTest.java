package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.it.once.ScriptedKeyStore.Step;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every signature is marked before it leaves, and none leaves long after its mark. */
class MarksTest {
    private final Shop shop = new Shop();
    private final ManualTime storeTime = new ManualTime();
    private final ScriptedKeyStore store = new ScriptedKeyStore(KeyStore.inMemory(storeTime));
    private final ManualTime clock = new ManualTime();
    private final Once once = shop.once(store, builder -> builder.timeSource(clock));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void eachSignatureIsMarked() {
        shop.cloud.when(Shop.OPERATION).thenThrottle().thenThrottle().thenSucceed();

        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();

        assertThat(shop.cloud.receivedCount()).isEqualTo(3);
        assertThat(store.steps).containsExactly(Step.CLAIM, Step.MARK, Step.MARK, Step.MARK, Step.FINISH);
    }

    @Test
    void theTimeOfTheLastMarkIsKept() {
        shop.cloud.when(Shop.OPERATION).thenThrottle().thenSucceed();
        Instant last = storeTime.instant().plusSeconds(5);
        try (DysmsMainlandClient sms = shop.client(
                builder -> builder.addListener(new BetweenAttempts(() -> storeTime.advance(Duration.ofSeconds(5)))))) {
            shop.send(once, sms);
        }
        assertThat(store.find(Shop.KEY).orElseThrow().sentAt()).isEqualTo(last);
    }

    /** The same signed bytes once more are no new signature. */
    @Test
    void aReplayIsNotMarked() {
        shop.cloud.when(Shop.OPERATION).thenCutBeforeRequest().thenSucceed();
        try (DysmsMainlandClient sms = shop.client(builder -> builder.replayGuard(true))) {
            assertThat(shop.send(once, sms).isAccepted()).isTrue();
        }
        assertThat(shop.cloud.attempts()).hasSize(2);
        assertThat(store.steps).containsExactly(Step.CLAIM, Step.MARK, Step.FINISH);
    }

    /** Runs something after a failed attempt, on the thread of the call. */
    private record BetweenAttempts(Runnable what) implements CallListener {
        @Override
        public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
            what.run();
        }
    }

    private void giveUpAndRelease() {
        storeTime.advance(Duration.ofHours(1));
        assertThat(store.unsettled(9)).hasSize(1);
        storeTime.advance(Duration.ofHours(1));
        once.release(Shop.KEY, "the worker hangs");
    }

    @Test
    void aWorkerHeldBetweenAttemptsUntilItsKeyWasReleasedSendsNothing() {
        shop.cloud.when(Shop.OPERATION).thenThrottle().thenSucceed();
        try (DysmsMainlandClient sms = shop.client(builder -> builder.addListener(new BetweenAttempts(() -> {
            giveUpAndRelease();
            assertThat(shop.send(shop.once(store, other -> {}), shop.sms).isAccepted())
                    .isTrue();
        })))) {
            Sent<SendSmsResponse> sent = shop.send(once, sms);

            assertThat(sent.isEarlier()).isTrue();
            assertThat(sent.isAccepted()).isTrue();
        }
        assertThat(shop.ledger()).hasSize(1);
        assertThat(shop.cloud.receivedCount()).isEqualTo(2);
        assertThat(store.find(Shop.KEY).orElseThrow().lateOutcome()).isNull();
    }

    @Test
    void aWorkerHeldBeforeItsMarkUntilAnotherSentSendsNothing() {
        try (DysmsMainlandClient sms = shop.client(builder -> builder.rateLimiter((operation, permits, longest) -> {
            storeTime.advance(Duration.ofHours(1));
            assertThat(shop.send(shop.once(store, other -> {}), shop.sms).isAccepted())
                    .isTrue();
            return Duration.ZERO;
        }))) {
            Sent<SendSmsResponse> sent = shop.send(once, sms);

            assertThat(sent.isEarlier()).isTrue();
            assertThat(sent.isAccepted()).isTrue();
        }
        assertThat(shop.cloud.receivedCount()).isEqualTo(1);
        assertThat(store.find(Shop.KEY).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void aWorkerWhoseKeyWasLookedUpInVainMarksNoMore() {
        shop.cloud.when(Shop.OPERATION).thenThrottle().thenSucceed();
        try (DysmsMainlandClient sms = shop.client(builder -> builder.addListener(new BetweenAttempts(() -> {
            storeTime.advance(Duration.ofHours(1));
            store.unsettled(9);
        })))) {
            assertThat(shop.send(once, sms).state()).isEqualTo(KeyState.NOT_SENT);
        }
        assertThat(shop.cloud.receivedCount()).isEqualTo(1);
        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();
    }

    static Stream<Arguments> clocks() {
        Duration half = Duration.ofSeconds(30);
        return Stream.of(
                Arguments.of("both clocks", (Hold) clock -> clock.advance(half)),
                Arguments.of("the date stands still", (Hold) clock -> {
                    Instant date = clock.instant();
                    clock.advance(half);
                    clock.set(date);
                }),
                Arguments.of("only the date goes on", (Hold)
                        clock -> clock.set(clock.instant().plus(half))),
                Arguments.of("the date goes back", (Hold)
                        clock -> clock.set(clock.instant().minus(half))));
    }

    /** Time that passes between the mark and the connection. */
    interface Hold {
        void hold(ManualTime clock);
    }

    /** A client that waits before it connects: once for each hold. */
    private DysmsMainlandClient waiting(Hold... holds) {
        Queue<Hold> left = new ArrayDeque<>(List.of(holds));
        var http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Hold next = left.poll();
                    if (next != null) {
                        next.hold(clock);
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        return shop.client(builder -> builder.httpClient(http));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clocks")
    void aRequestThatWaitedLongIsHeldBackAndMarkedAnew(String what, Hold hold) {
        try (DysmsMainlandClient sms = waiting(hold)) {
            Sent<SendSmsResponse> sent = shop.send(once, sms);

            assertThat(sent.isAccepted()).isTrue();
            assertThat(sent.response().attempts()).isEqualTo(2);
        }
        assertThat(shop.cloud.receivedCount()).isEqualTo(1);
        assertThat(store.steps).containsExactly(Step.CLAIM, Step.MARK, Step.MARK, Step.FINISH);
    }

    @Test
    void aRequestThatWaitedALittleLeaves() {
        try (DysmsMainlandClient sms =
                waiting(clock -> clock.advance(Duration.ofSeconds(30).minusNanos(1)))) {
            assertThat(shop.send(once, sms).response().attempts()).isEqualTo(1);
        }
    }

    @Test
    void aRequestThatAlwaysWaitsLongIsNotSent() {
        Hold hold = clock -> clock.advance(Duration.ofMinutes(1));
        try (DysmsMainlandClient sms = waiting(hold, hold, hold)) {
            Sent<SendSmsResponse> sent = shop.send(once, sms);

            assertThat(sent.state()).isEqualTo(KeyState.NOT_SENT);
            assertThat(((TransportException) sent.failure()).delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(sent.failure()).hasMessageContaining("too long until the request could be sent");
        }
        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(store.find(Shop.KEY).orElseThrow().state()).isEqualTo(KeyState.NOT_SENT);
    }

    /** The lease covers the call, however long the client lets it take. */
    @Test
    void theLeaseIsLongerThanTheCall() {
        try (DysmsMainlandClient sms = shop.client(builder -> builder.timeout(Duration.ofMinutes(10))
                .retryPolicy(RetryPolicy.none())
                .rateLimiter((operation, permits, longest) -> {
                    storeTime.advance(Duration.ofMinutes(11));
                    assertThat(shop.send(shop.once(store, other -> {}), shop.sms)
                                    .state())
                            .isEqualTo(KeyState.CLAIMED);
                    return Duration.ZERO;
                }))) {
            assertThat(shop.send(once, sms).isEarlier()).isFalse();
        }
        assertThat(shop.ledger()).hasSize(1);
    }
}
