package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.it.once.ScriptedKeyStore.Step;
import io.github.alimsg.it.once.ScriptedKeyStore.Way;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.CampaignProgress;
import io.github.alimsg.once.campaign.Source;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.testing.ManualTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Listeners are told of the end of every call that has started, also where a key or a part ends it")
class EveryStartIsFinishedTest {
    private final Shop shop = new Shop();
    private final ManualTime storeTime = new ManualTime();
    private final ScriptedKeyStore store = new ScriptedKeyStore(KeyStore.inMemory(storeTime));
    private final Once once = shop.once(store, builder -> {});
    private final Told told = new Told();

    @AfterEach
    void close() {
        shop.close();
    }

    /** Keeps what listeners and guards are told. */
    private static final class Told implements CallListener, SendGuard {
        private final List<CallInfo> started = new ArrayList<>();
        private final List<CallInfo> finished = new ArrayList<>();
        private final List<SdkException> failures = new ArrayList<>();
        private int asked;
        private int notSent;

        @Override
        public void started(CallInfo call) {
            started.add(call);
        }

        @Override
        public void finished(
                CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
            assertThat(result == null).isNotEqualTo(failure == null);
            finished.add(call);
            if (failure != null) {
                failures.add(failure);
            }
        }

        @Override
        public Verdict check(OutgoingMessage message) {
            asked++;
            return Verdict.pass(() -> notSent++);
        }

        void assertComplete(int calls) {
            assertThat(started).hasSize(calls);
            assertThat(finished).isEqualTo(started);
        }
    }

    private DysmsMainlandClient client() {
        return shop.client(builder -> builder.addListener(told).guard(told));
    }

    private interface Scene {
        /** Does what ends a call; the last of them is looked at. */
        void play(EveryStartIsFinishedTest test, DysmsMainlandClient sms);
    }

    private static Arguments row(String what, int calls, int asked, Scene scene) {
        return Arguments.of(what, calls, asked, scene);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                row("a known key", 1, 0, (test, sms) -> {
                    test.shop.send(test.once, test.shop.sms);
                    assertThat(test.shop.send(test.once, sms).isEarlier()).isTrue();
                }),
                row("a key of another request", 1, 0, (test, sms) -> {
                    test.shop.send(test.once, test.shop.sms);
                    test.once.send(Shop.KEY, sms, DysmsMainlandClient::sendSms, Shop.request("parcel 2"));
                }),
                row("no claim", 1, 0, (test, sms) -> {
                    test.store.when(Step.CLAIM, Way.FAILS);
                    test.shop.send(test.once, sms);
                }),
                row("no mark", 1, 1, (test, sms) -> {
                    test.store.when(Step.MARK, Way.FAILS);
                    test.shop.send(test.once, sms);
                }),
                row("no mark for the second signature", 1, 1, (test, sms) -> {
                    test.shop.cloud.when(Shop.OPERATION).thenThrottle().thenSucceed();
                    test.store.when(Step.MARK, Way.WORKS, Way.FAILS);
                    test.shop.send(test.once, sms);
                }),
                row(
                        "a second request",
                        2,
                        1,
                        (test, sms) -> test.once.send(Shop.KEY, sms, c -> {
                            c.sendSms(Shop.REQUEST);
                            return c.sendSms(Shop.REQUEST);
                        })),
                row("half of a character", 1, 0, (test, sms) -> {
                    SendSmsRequest half =
                            Shop.REQUEST.toBuilder().signName("\ud83d").build();
                    test.once.send(Shop.KEY, sms, DysmsMainlandClient::sendSms, half);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aCallThatDoesNotSendIsFinishedAsNotSent(String what, int calls, int asked, Scene scene) {
        try (DysmsMainlandClient sms = client()) {
            Throwable thrown = catchThrowable(() -> scene.play(this, sms));

            told.assertComplete(calls);
            assertThat(told.failures).singleElement().satisfies(failure -> {
                assertThat(failure).isInstanceOfSatisfying(TransportException.class, end -> {
                    assertThat(end.delivery()).isEqualTo(Delivery.NOT_SENT);
                    assertThat(end.operation()).isEqualTo(Shop.OPERATION);
                });
                assertThat(failure.mayHaveTakenEffect()).isFalse();
                if (thrown != null) {
                    assertThat(failure).hasCause(thrown);
                }
            });
            assertThat(told.asked).isEqualTo(asked);
            assertThat(told.notSent).as("nothing counts that was not sent").isEqualTo(asked - (calls - 1));
        }
    }

    @Test
    void aCallThatLosesItsKeyToAnotherIsFinishedAsNotSent() {
        try (DysmsMainlandClient sms = shop.client(builder -> builder.addListener(told)
                .guard(told)
                .rateLimiter((operation, permits, longest) -> {
                    storeTime.advance(Duration.ofMinutes(3));
                    assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();
                    return Duration.ZERO;
                }))) {
            assertThat(shop.send(once, sms).isEarlier()).isTrue();
        }
        told.assertComplete(1);
        assertThat(told.failures).singleElement().matches(failure -> !failure.mayHaveTakenEffect());
        assertThat(told.notSent).isEqualTo(1);
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aCallThatIsSentIsFinishedAsBefore() {
        shop.cloud.when(Shop.OPERATION).thenSucceed().thenCutAfterRequest();
        try (DysmsMainlandClient sms = client()) {
            shop.send(once, sms);
            once.send("order-4712/shipped", sms, DysmsMainlandClient::sendSms, Shop.REQUEST);
        }
        told.assertComplete(2);
        assertThat(told.failures).singleElement().matches(SdkException::mayHaveTakenEffect);
        assertThat(told.notSent).isZero();
    }

    // ---- campaigns

    private static final int PARTS = 5;

    private final List<CampaignProgress> progress = new ArrayList<>();

    private void run(KeyStore of, Consumer<DysmsMainlandClient.Builder> settings) {
        try (DysmsMainlandClient sms = shop.client(builder -> settings.accept(builder.addListener(told)))) {
            Once.builder(of)
                    .timeSource(new ManualTime())
                    .build()
                    .campaign(
                            "parcels",
                            Parcels.batch(sms),
                            campaign -> campaign.parallel(1).onProgress(progress::add))
                    .run(Parcels.source(PARTS * 100));
        }
    }

    @Test
    void aPartThatIsTakenOverIsFinished() {
        KeyStore parts = KeyStore.inMemory(storeTime);
        var isFirst = new boolean[] {true};
        run(
                parts,
                builder -> builder.rateLimiter((operation, permits, longest) -> {
                    if (isFirst[0]) {
                        isFirst[0] = false;
                        storeTime.advance(Duration.ofMinutes(3));
                        Once.builder(parts)
                                .timeSource(new ManualTime())
                                .build()
                                .campaign("parcels", Parcels.batch(shop.sms), campaign -> campaign.parallel(1))
                                .run(Parcels.source(PARTS * 100));
                    }
                    return Duration.ZERO;
                }));

        assertThat(told.started).isNotEmpty();
        assertThat(told.finished).isEqualTo(told.started);
        assertThat(told.failures).singleElement().matches(failure -> !failure.mayHaveTakenEffect());
        assertThat(shop.cloud.received(Parcels.OPERATION)).hasSize(PARTS);
    }

    @Test
    void aRunThatFailsTellsItsProgressAtTheEnd() {
        var failure = new IllegalStateException("no more lines");
        Source<SmsRecipient> broken = Source.iterable(() -> IntStream.range(0, 350)
                .mapToObj(i -> {
                    if (i == 320) {
                        throw failure;
                    }
                    return Parcels.recipient(i);
                })
                .iterator());
        try (DysmsMainlandClient sms = shop.client(builder -> builder.addListener(told))) {
            var campaign = Once.builder(KeyStore.inMemory(storeTime))
                    .timeSource(new ManualTime())
                    .build()
                    .campaign(
                            "parcels",
                            Parcels.batch(sms),
                            settings -> settings.onProgress(done -> {
                                progress.add(done);
                                throw new StackOverflowError();
                            }));
            assertThat(catchThrowable(() -> campaign.run(broken))).isSameAs(failure);

            assertThat(progress).isNotEmpty();
            assertThat(progress.get(progress.size() - 1).done())
                    .isEqualTo(campaign.status().accepted());
        }
        assertThat(told.finished).isEqualTo(told.started);
    }

    @Test
    void aPartWithoutAMarkIsFinished() {
        PartStore parts = Objects.requireNonNull(store.inner.parts());
        var unmarked = (PartStore) Proxy.newProxyInstance(
                PartStore.class.getClassLoader(), new Class<?>[] {PartStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("mark")) {
                        throw new StoreException("the store is down", null);
                    }
                    return method.invoke(parts, arguments);
                });
        KeyStore down = new ForwardingKeyStore(store) {
            @Override
            public PartStore parts() {
                return unmarked;
            }
        };

        assertThat(catchThrowable(() -> run(down, builder -> {}))).isInstanceOf(StoreException.class);

        told.assertComplete(1);
        assertThat(told.failures).singleElement().matches(failure -> !failure.mayHaveTakenEffect());
        assertThat(parts.totals("parcels"))
                .singleElement()
                .matches(totals -> totals.state() == KeyState.NOT_SENT && totals.parts() == 1);
        assertThat(progress.get(progress.size() - 1).done()).isZero();
    }
}
