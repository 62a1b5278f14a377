package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.testing.ReceivedCall;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look-up may find another message than the one that was lost. */
class LookUpTest {
    private static final String OWN_ID = "order-4711";
    private static final SendSmsRequest PAID =
            Shop.request("your payment").toBuilder().outId(OWN_ID).build();
    private static final SendSmsRequest SHIPPED =
            Shop.request("your parcel").toBuilder().outId(OWN_ID).build();

    private final Shop shop = new Shop();
    private final Once once = shop.once(
            shop.store,
            builder -> builder.lookup(new Listed())
                    .recipientOf(key -> "8613900001234")
                    .horizon(Duration.ofHours(2)));

    @AfterEach
    void close() {
        shop.close();
    }

    /** What the service lists: everything that it was sent, by number and day. */
    private final class Listed implements SendLookup {
        @Override
        public Set<String> operations() {
            return Set.of(Shop.OPERATION);
        }

        @Override
        public List<FoundMessage> find(SentQuery query) {
            return shop.cloud.received(Shop.OPERATION).stream()
                    .filter(ReceivedCall::accepted)
                    .map(call -> FoundMessage.builder()
                            .ownId(call.parameter("OutId"))
                            .template(call.parameter("TemplateCode"))
                            .messageId("found")
                            .sentAt(call.receivedAt())
                            .build())
                    .toList();
        }
    }

    private KeyState state(String key) {
        return once.find(key).orElseThrow().state();
    }

    private void lookUpUntilTheHorizon(String key) {
        for (int hours = 0; hours < 8; hours++) {
            once.reconcile();
            assertThat(state(key)).isNotEqualTo(KeyState.ACCEPTED);
            shop.time.advance(Duration.ofHours(1));
        }
        assertThat(state(key)).isEqualTo(KeyState.UNDECIDED);
    }

    /** Two messages of one order with one id of the application: the second never arrived. */
    @Test
    void theOtherMessageOfTheOrderIsNotTakenForTheLostOne() {
        once.send("order-4711/paid", shop.sms, DysmsMainlandClient::sendSms, PAID);
        shop.cloud.when(Shop.OPERATION).thenCutBeforeRequest();
        once.send("order-4711/shipped", shop.sms, DysmsMainlandClient::sendSms, SHIPPED);
        assertThat(state("order-4711/shipped")).isEqualTo(KeyState.UNKNOWN);

        lookUpUntilTheHorizon("order-4711/shipped");
    }

    @Test
    void theOtherMessageMayComeLater() {
        shop.cloud.when(Shop.OPERATION).thenCutBeforeRequest().thenSucceed();
        once.send("order-4711/shipped", shop.sms, DysmsMainlandClient::sendSms, SHIPPED);
        shop.time.advance(Duration.ofSeconds(2));
        once.send("order-4711/paid", shop.sms, DysmsMainlandClient::sendSms, PAID);

        lookUpUntilTheHorizon("order-4711/shipped");
    }

    /** Sent without a key, and so unknown to the store. */
    @Test
    void aMessageFromBeforeTheMarkIsNotTakenForTheLostOne() {
        shop.sms.sendSms(PAID);
        shop.time.advance(Duration.ofSeconds(2));
        shop.cloud.when(Shop.OPERATION).thenCutBeforeRequest();
        once.send("order-4711/shipped", shop.sms, DysmsMainlandClient::sendSms, SHIPPED);

        lookUpUntilTheHorizon("order-4711/shipped");
    }

    @Test
    void anIdThatWasMadeOfTheKeyProvesItsMessage() {
        shop.cloud.when(Shop.OPERATION).thenCutAfterRequest();
        assertThat(shop.send().state()).isEqualTo(KeyState.UNKNOWN);

        assertThat(once.reconcile().settled()).isEqualTo(1);

        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(shop.record().messageId()).isEqualTo("found");
    }

    @Test
    void aMessageThatIsListedLateIsFoundLater() {
        shop.cloud.when(Shop.OPERATION).thenCutBeforeRequest().thenSucceed();
        assertThat(shop.send().state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(once.reconcile().settled()).isZero();
        shop.sms.sendSms(Shop.REQUEST.toBuilder().outId(Shop.KEY).build()); // as if it had been on its way

        assertThat(once.reconcile().lookedUp())
                .as("not before a minute has passed")
                .isZero();
        shop.time.advance(Duration.ofMinutes(1));
        assertThat(once.reconcile().settled()).isEqualTo(1);
    }
}
