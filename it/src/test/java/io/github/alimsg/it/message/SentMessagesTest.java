package io.github.alimsg.it.message;

import static io.github.alimsg.it.message.Account.AYU;
import static io.github.alimsg.it.message.Account.BEN;
import static io.github.alimsg.it.message.Account.NOON;
import static io.github.alimsg.it.message.Account.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.dysms.international.GlobeMessage;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.SentMessage;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake remembers every message that it accepted, one for each recipient. */
class SentMessagesTest {
    private final Account account = new Account();
    private final FakeCloud cloud = account.cloud;

    @AfterEach
    void close() {
        account.close();
    }

    private List<SentMessage> all() {
        return cloud.messages().list();
    }

    @Test
    void everyRecipientOfATemplateIsAMessage() {
        String bizId = account.sendSms("13900001234,8613900001235", "order-7");

        assertThat(all()).hasSize(2).allSatisfy(message -> {
            assertThat(message.operation()).isEqualTo("SendSms");
            assertThat(message.channel()).isEqualTo("SMS");
            assertThat(message.sender()).isEqualTo("Acme");
            assertThat(message.text()).isNull();
            assertThat(message.template()).isEqualTo("SMS_1");
            assertThat(message.values()).isEqualTo(Map.of("code", "4711"));
            assertThat(message.ownId()).isEqualTo("order-7");
            assertThat(message.id()).isEqualTo(bizId);
            assertThat(message.requestId()).hasSize(36);
            assertThat(message.at()).isEqualTo(NOON);
            assertThat(message.states()).isEqualTo(Map.of(DeliveryState.DELIVERED, NOON.plusSeconds(2)));
            assertThat(message.errorCode()).isNull();
        });
        assertThat(all()).extracting(SentMessage::to).containsExactly("8613900001234", "8613900001235");
    }

    @Test
    void everyRecipientOfABatchHasItsOwnTextOrValues() {
        account.mainland
                .batches()
                .sendBatchSms(
                        b -> b.templateCode("SMS_1").outId("campaign-7"),
                        List.of(
                                SmsRecipient.of("13900001234", "Acme", Map.of("name", "Ann")),
                                SmsRecipient.of("13900001235", "Acme Two", Map.of("name", "Ben"))));
        account.sms
                .batches()
                .batchSendMessageToGlobe(
                        b -> b.from("Acme").taskId("campaign-8"),
                        List.of(GlobeMessage.of(AYU, "Hello Ayu"), GlobeMessage.of(BEN, "Hello Ben")));
        String groupId = account.chatToAll(AYU, BEN).groupMessageId();

        List<SentMessage> all = all();
        assertThat(all).extracting(SentMessage::sender).containsExactly("Acme", "Acme Two", "Acme", "Acme", SHOP, SHOP);
        assertThat(all)
                .extracting(message -> message.values().get("name"))
                .containsExactly("Ann", "Ben", null, null, "N" + AYU, "N" + BEN);
        assertThat(all).extracting(SentMessage::text).containsExactly(null, null, "Hello Ayu", "Hello Ben", null, null);
        assertThat(all)
                .extracting(SentMessage::channel)
                .containsExactly("SMS", "SMS", "SMS", "SMS", "WHATSAPP", "WHATSAPP");
        assertThat(all.subList(4, 6)).extracting(SentMessage::id).containsOnly(groupId);
        assertThat(all.get(2).id()).isNotEqualTo(all.get(3).id());
        assertThat(cloud.messages().countBy(SentMessage::ownId)).isEqualTo(Map.of("campaign-7", 4, "campaign-8", 2));
        assertThat(cloud.messages().countBy(message -> message.ownId() + " " + message.to()))
                .hasSize(6)
                .containsEntry("campaign-7 " + AYU, 1);
    }

    @Test
    void operationsWithoutReceiptsAreRememberedToo() {
        account.mainland.requiredPhoneCode(r -> r.phoneNo("13900001234"));
        account.mainland.sendLogisticsSms(s -> s.expressCompanyCode("ZTO")
                .mailNo("1")
                .platformCompanyCode("P")
                .signName("Acme")
                .templateCode("SMS_1"));

        assertThat(all()).extracting(SentMessage::operation).containsExactly("RequiredPhoneCode", "SendLogisticsSms");
        assertThat(all()).extracting(SentMessage::to).containsExactly("8613900001234", "");
        assertThat(all()).extracting(SentMessage::id).containsOnlyNulls();
        assertThat(all()).extracting(SentMessage::states).containsOnly(Map.of());
    }

    @Test
    void aMessageWhoseReplyIsLostIsThere() {
        cloud.when("SendSms").thenCutAfterRequest();

        assertThatThrownBy(() -> account.sendSms("13900001234", "order-7")).isInstanceOf(TransportException.class);

        assertThat(cloud.messages().withOwnId("order-7")).hasSize(1);
        assertThat(cloud.messages().withOwnId("order-8")).isEmpty();
    }

    @Test
    void whatWasRefusedOrNeverArrivedIsNotThere() {
        cloud.when("SendSms")
                .thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up")
                .thenFail(400, "InvalidParameter", "no")
                .thenDeny("dysms:SendSms");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> account.sendSms("13900001234", "order-7")).isInstanceOf(ServiceException.class);
        }
        cloud.when("SendSms").thenCutBeforeRequest().thenThrottle().thenSucceed();
        assertThatThrownBy(() -> account.sendSms("13900001234", "order-7")).isInstanceOf(TransportException.class);
        account.sendSms("13900001234", "order-8");

        assertThat(cloud.messages().countBy(SentMessage::ownId)).isEqualTo(Map.of("order-8", 1));
    }

    @Test
    void messagesAreFoundByNumberWithOrWithoutItsCallingCode() {
        account.sendSms("13900001234", "a");
        account.sendSms("8613900001234", "b");
        account.chat(AYU, "Hello");

        for (String number : List.of("13900001234", "8613900001234", "+86 139 0000 1234")) {
            assertThat(cloud.messages().to(number))
                    .extracting(SentMessage::ownId)
                    .containsExactly("a", "b");
        }
        assertThat(cloud.messages().to("+62 812 7770 0123")).hasSize(1);
        assertThat(cloud.messages().to(BEN)).isEmpty();
        assertThat(cloud.messages().count()).isEqualTo(3);
    }

    @Test
    void statesAreThoseThatReceiptsReport() {
        account.chat(AYU, "Hello");
        account.chat(BEN, "Hello");
        account.sendSms("13900001234", "order-7");
        cloud.receipts().fail(BEN, FailureReason.NOT_ON_CHANNEL).fail("13900001234", FailureReason.EXPIRED);

        assertThat(all().get(0).states().keySet())
                .containsExactly(DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ);
        assertThat(all().get(1).states().keySet()).containsExactly(DeliveryState.FAILED);
        assertThat(all().get(1).errorCode()).isEqualTo("131026");
        assertThat(all().get(2).states().keySet()).containsExactly(DeliveryState.EXPIRED);
    }

    @Test
    void aListenerIsToldBeforeTheCallerHasTheReply() {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        cloud.messages().onMessage(message -> told.add(message.to() + " " + message.id()));

        String id = account.sendSms("13900001234,13900001235", "order-7");

        assertThat(told).containsExactly("8613900001234 " + id, "8613900001235 " + id);
    }

    @Test
    void whatAListenerThrowsIsADefect() {
        cloud.messages().onMessage(message -> {
            throw new IllegalStateException("the test's own mistake");
        });

        assertThatThrownBy(() -> account.sendSms("13900001234", "order-7")).isInstanceOf(ServiceException.class);

        assertThat(cloud.defects()).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aResetForgetsMessagesListenersAndDelay() {
        Queue<SentMessage> told = new ConcurrentLinkedQueue<>();
        cloud.messages().onMessage(told::add);
        account.sendSms("13900001234", "order-7");

        cloud.reset();
        account.sendSms("13900001235", "order-8");

        assertThat(told).hasSize(1);
        assertThat(all()).extracting(SentMessage::ownId).containsExactly("order-8");
        assertThat(cloud.messages().to("13900001234")).isEmpty();
    }

    @Test
    void aFakeThatCountsOnlyStillTellsListeners() {
        try (Account counting = new Account(FakeCloud.Builder::countOnly)) {
            Queue<String> told = new ConcurrentLinkedQueue<>();
            counting.cloud.messages().onMessage(message -> told.add(message.to()));

            counting.sendSms("13900001234", "order-7");

            assertThat(told).containsExactly("8613900001234");
            assertThatIllegalStateException()
                    .isThrownBy(() -> counting.cloud.messages().list());
            assertThat(counting.cloud.messages()).hasToString("SentMessages[not kept]");
        }
    }

    @Test
    void nothingPersonalIsShown() {
        account.chat(AYU, "Hello");

        assertThat(all() + " " + cloud.messages()).isEqualTo("[SentMessage[SendChatappMessage]] SentMessages[1]");
    }
}
