package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.once.KeyReusedException;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key stands for one request, and everything else under it ends before anything leaves. */
class OneRequestTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aKeyIsSentOnce() {
        Sent<SendSmsResponse> first = shop.send();
        Sent<SendSmsResponse> second = shop.send(shop.once(shop.store, builder -> {}), shop.sms);

        assertThat(shop.ledger()).containsExactly(Shop.KEY);
        assertThat(first.isAccepted()).isTrue();
        assertThat(first.isEarlier()).isFalse();
        assertThat(first.response()).isNotNull();
        assertThat(first.id()).isEqualTo(first.response().bizId()).isNotEmpty();
        assertThat(second.isAccepted()).isTrue();
        assertThat(second.isEarlier()).isTrue();
        assertThat(second.response()).isNull();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.record().requestId()).isEqualTo(first.response().requestId());
    }

    @Test
    void aKnownKeyNeitherWaitsForATurnNorAsksTheGuard() {
        var turns = new AtomicInteger();
        var asked = new AtomicInteger();
        try (DysmsMainlandClient sms = shop.client(builder -> builder.rateLimiter((operation, permits, longest) -> {
                    turns.incrementAndGet();
                    return Duration.ZERO;
                })
                .guard(message -> {
                    asked.incrementAndGet();
                    return Verdict.pass();
                }))) {
            shop.send(shop.once, sms);
            shop.send(shop.once, sms);
        }
        assertThat(turns).hasValue(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSecondCallIsNotSent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.once.send(Shop.KEY, shop.sms, sms -> {
                    sms.sendSms(Shop.REQUEST);
                    return sms.sendSms(Shop.REQUEST);
                }))
                .withMessageContaining("second one");

        assertThat(shop.ledger()).hasSize(1);
        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
    }

    @Test
    void aSecondCallIsNotSentEvenIfTheFirstWasNot() {
        shop.cloud.when(Shop.OPERATION).thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up");

        assertThatIllegalStateException()
                .isThrownBy(() -> shop.once.send(Shop.KEY, shop.sms, sms -> {
                    assertThat(catchThrowable(() -> sms.sendSms(Shop.REQUEST))).isNotNull();
                    return sms.sendSms(Shop.REQUEST);
                }))
                .withMessageContaining("second one");

        assertThat(shop.cloud.receivedCount()).isEqualTo(1);
        assertThat(shop.record().state()).isEqualTo(KeyState.NOT_SENT);
    }

    @Test
    void aReadUnderTheKeyIsNotItsRequest() {
        Sent<SendSmsResponse> sent = shop.once.send(Shop.KEY, shop.sms, sms -> {
            sms.getSmsTemplate(q -> q.templateCode("SMS_1"));
            return sms.sendSms(Shop.REQUEST);
        });

        assertThat(sent.isAccepted()).isTrue();
        assertThat(shop.cloud.receivedCount()).isEqualTo(2);
    }

    @Test
    void aCallThatSendsNoMessageTakesNoKey() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        shop.once.send(Shop.KEY, shop.sms, sms -> sms.deleteSmsTemplate(d -> d.templateCode("SMS_1"))))
                .withMessageContaining("DeleteSmsTemplate sends no message");

        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(shop.store.find(Shop.KEY)).isEmpty();
    }

    @Test
    void callsOnOtherThreadsAreNotSent() throws Exception {
        assertThatThrownBy(() -> shop.once.send(
                        Shop.KEY,
                        shop.sms,
                        sms -> sms.async(c -> c.sendSms(Shop.REQUEST)).join()))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.once.send(Shop.KEY, shop.sms, sms -> {
                    var failure = new AtomicReference<Throwable>();
                    var thread = new Thread(() -> failure.set(catchThrowable(() -> sms.sendSms(Shop.REQUEST))));
                    thread.start();
                    try {
                        thread.join();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    throw (RuntimeException) failure.get();
                }));

        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(shop.store.find(Shop.KEY)).isEmpty();
    }

    @Test
    void aBatchIsNotSent() {
        List<PhoneNumber> numbers = List.of(PhoneNumber.of("13900001234"));
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.once.send(Shop.KEY, shop.sms, sms -> {
                    sms.batches().sendSms(b -> b.templateCode("SMS_1").signName("Acme"), numbers);
                    return sms.sendSms(Shop.REQUEST);
                }));

        assertThat(shop.cloud.receivedCount()).isZero();
    }

    @Test
    void anInterceptorThatProceedsTwiceSendsOnce() {
        try (DysmsMainlandClient sms = shop.client(builder -> builder.addInterceptor(call -> {
            call.proceed();
            return call.proceed();
        }))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> shop.send(shop.once, sms))
                    .withMessageContaining("second one");
        }
        assertThat(shop.ledger()).hasSize(1);
        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
    }

    @Test
    void aCallAfterTheEndIsNotSent() {
        var kept = new AtomicReference<DysmsMainlandClient>();
        shop.once.send(Shop.KEY, shop.sms, sms -> {
            kept.set(sms);
            return sms.sendSms(Shop.REQUEST);
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> kept.get().sendSms(Shop.REQUEST))
                .withMessageContaining("ends with the function");
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aFunctionWithoutACallLeavesTheKeyAsItWas() {
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.once.send(Shop.KEY, shop.sms, sms -> (SendSmsResponse) null))
                .withMessageContaining("made no call");
        var own = new IllegalArgumentException("no such order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.once.send(Shop.KEY, shop.sms, sms -> {
                    throw own;
                }))
                .isSameAs(own);

        assertThat(shop.store.find(Shop.KEY)).isEmpty();
        assertThat(shop.send().isAccepted()).isTrue();
    }

    @Test
    void aKeyReusedForAnotherRequestIsRefused() {
        shop.send();

        assertThatThrownBy(() ->
                        shop.once.send(Shop.KEY, shop.sms, DysmsMainlandClient::sendSms, Shop.request("parcel 2")))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageNotContaining("4711");
        assertThatThrownBy(() -> shop.once.send(
                        Shop.KEY,
                        shop.sms,
                        sms -> sms.sendBatchSms(b -> b.phoneNumbers("[\"13900001234\"]")
                                .signNames("[\"Acme\"]")
                                .templateCode("SMS_1"))))
                .isInstanceOf(KeyReusedException.class);
        assertThat(shop.ledger()).hasSize(1);
        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
    }

    @Test
    void aTextThatChangesWithEachTryNeedsNoFingerprint() {
        Once codes = shop.once(shop.store, builder -> builder.fingerprint(false));

        codes.send(Shop.KEY, shop.sms, DysmsMainlandClient::sendSms, Shop.request("code 1"));
        Sent<SendSmsResponse> second =
                codes.send(Shop.KEY, shop.sms, DysmsMainlandClient::sendSms, Shop.request("code 2"));

        assertThat(second.isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
        assertThat(shop.record().fingerprint()).isNull();
    }

    @Test
    void anOwnIdIsKept() {
        shop.once.send(
                Shop.KEY,
                shop.sms,
                DysmsMainlandClient::sendSms,
                Shop.REQUEST.toBuilder().outId("order-4711").build());

        assertThat(shop.ledger()).containsExactly("order-4711");
        assertThat(shop.record().ownId()).isEqualTo("order-4711");
        assertThat(shop.record().isOwnIdDerived()).isFalse();
    }

    @Test
    void anotherOwnIdIsNotAnotherRequest() {
        shop.send();

        assertThat(shop.once
                        .send(
                                Shop.KEY,
                                shop.sms,
                                DysmsMainlandClient::sendSms,
                                Shop.REQUEST.toBuilder().outId("order-4711").build())
                        .isEarlier())
                .isTrue();
    }

    @Test
    void aKeyThatIsNoOwnIdIsHashed() {
        String key = "{4711}|shipped";
        shop.once.send(key, shop.sms, DysmsMainlandClient::sendSms, Shop.REQUEST);

        assertThat(shop.ledger()).hasSize(1).allMatch(id -> id.matches("once-[0-9a-f]{40}"));
        assertThat(shop.store.find(key).orElseThrow().ownId())
                .isEqualTo(shop.ledger().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "öffnen", "tab\t"})
    void aKeyOfOtherCharactersIsNotValid(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.once.send(key, shop.sms, DysmsMainlandClient::sendSms, Shop.REQUEST));
        assertThat(shop.cloud.receivedCount()).isZero();
    }
}
