package io.github.alimsg.it.message;

import static io.github.alimsg.it.message.Account.AYU;
import static io.github.alimsg.it.message.Account.BEN;
import static io.github.alimsg.it.message.Account.NOON;
import static io.github.alimsg.it.message.Account.SHOP;
import static io.github.alimsg.it.message.Account.SPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.ListChatappMessageRequest;
import io.github.alimsg.cams.model.ListChatappMessageResponse.ChatMessage;
import io.github.alimsg.cams.model.MessageDirection;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.MessageStatus;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.CardSendStatus;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsResponse.SmsSendDetail;
import io.github.alimsg.dysms.mainland.model.SendStatus;
import io.github.alimsg.testing.FakeCloud;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries answer from what the fake was sent, whether it was taught the products or only configured their clients. */
class QueriesOfTheFakeTest {
    private static final String NUMBER = "13900001234";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Account account = new Account();
    private final FakeCloud cloud = account.cloud;

    @AfterEach
    void close() {
        account.close();
    }

    private List<SmsSendDetail> details(String number, LocalDate day) {
        return account.mainland.allSendDetails(q -> q.phoneNumber(number).sendDate(day)).stream()
                .toList();
    }

    private List<ChatMessage> chats(Consumer<ListChatappMessageRequest.Builder> more) {
        return account
                .cams
                .allChatappMessages(q -> {
                    q.custSpaceId(SPACE).channelType(ChannelType.WHATSAPP).businessNumber(SHOP);
                    more.accept(q);
                })
                .stream()
                .toList();
    }

    @Test
    void aMainlandMessageWhoseReplyIsLostIsFoundByItsOwnId() {
        cloud.when("SendSms").thenCutAfterRequest();
        assertThatThrownBy(() -> account.sendSms(NUMBER, "order-7")).isInstanceOf(TransportException.class);

        assertThat(details(NUMBER, TODAY)).singleElement().satisfies(found -> {
            assertThat(found.outId()).isEqualTo("order-7");
            assertThat(found.phoneNumber()).isEqualTo(NUMBER);
            assertThat(found.templateCode()).isEqualTo("SMS_1");
            assertThat(found.sendStatus()).isEqualTo(SendStatus.DELIVERED);
            assertThat(found.errCode()).isEqualTo("DELIVERED");
            assertThat(found.sendDate()).isEqualTo("2026-11-21 12:00:00");
            assertThat(found.receiveDate()).isEqualTo("2026-11-21 12:00:02");
            assertThat(found.content()).isNull();
        });
        assertThat(details("13900001235", TODAY)).isEmpty();
    }

    @Test
    void theDayOfAMessageIsThatOfBeijing() {
        account.time.set(Instant.parse("2026-11-21T15:59:59Z"));
        account.sendSms(NUMBER, "before midnight");
        account.time.set(Instant.parse("2026-11-21T16:00:00Z"));
        account.sendSms(NUMBER, "after midnight");

        assertThat(details(NUMBER, TODAY)).extracting(SmsSendDetail::outId).containsExactly("before midnight");
        assertThat(details(NUMBER, TODAY.plusDays(1)))
                .extracting(SmsSendDetail::outId)
                .containsExactly("after midnight");
    }

    @Test
    void afterThirtyDaysAMessageIsNoLongerFound() {
        account.sendSms(NUMBER, "order-7");

        account.time.set(NOON.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(details(NUMBER, TODAY)).hasSize(1);
        account.time.set(NOON.plus(Duration.ofDays(30)));
        assertThat(details(NUMBER, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 50})
    void pagesHaveEachMessageOnce(int pageSize) {
        for (int i = 0; i < 20; i++) {
            account.sendSms(NUMBER, "order-" + i);
            account.sendSms("13900001235", "other-" + i);
        }

        var pager = account.mainland.allSendDetails(
                q -> q.phoneNumber(NUMBER).sendDate(TODAY).pageSize(pageSize));

        assertThat(pager.stream().map(SmsSendDetail::outId))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "order-" + i).toList());
        assertThat(account.mainland
                        .querySendDetails(q -> q.phoneNumber(NUMBER)
                                .sendDate(TODAY)
                                .currentPage(1)
                                .pageSize(1))
                        .totalCount())
                .isEqualTo(20);
    }

    @Test
    void aBizIdNarrowsTheQuery() {
        account.sendSms(NUMBER, "first");
        String second = account.sendSms(NUMBER, "second");

        var found = account.mainland.querySendDetails(q -> q.phoneNumber(NUMBER)
                .sendDate(TODAY)
                .bizId(second)
                .currentPage(1)
                .pageSize(10));

        assertThat(found.smsSendDetails()).extracting(SmsSendDetail::outId).containsExactly("second");
    }

    @Test
    void aFailureAndTheTextOfAKnownTemplateAreSaid() {
        cloud.templates().addSms("SMS_1", "Your code is ${code}", Map.of());
        cloud.receipts().fail(NUMBER, "MOBILE_NOT_ON_SERVICE");
        account.sendSms(NUMBER, "order-7");

        assertThat(details(NUMBER, TODAY)).singleElement().satisfies(found -> {
            assertThat(found.sendStatus()).isEqualTo(SendStatus.FAILED);
            assertThat(found.errCode()).isEqualTo("MOBILE_NOT_ON_SERVICE");
            assertThat(found.content()).isEqualTo("【Acme】Your code is 4711");
        });
    }

    @Test
    void messagesOfOtherProductsAreNotAmongTheDetails() {
        account.sms.sendMessageToGlobe(m -> m.to(AYU).message("Hello"));
        account.chat(AYU, "Hello");

        assertThat(details(AYU, TODAY)).isEmpty();
    }

    @Test
    void queriesFindAMessageAfterTheDelayOnly() {
        cloud.hideFromQueries(Duration.ofMinutes(5));
        account.sendSms(NUMBER, "order-7");
        account.chat(AYU, "Hello");
        String id =
                account.sms.sendMessageToGlobe(m -> m.to(AYU).message("Hello")).messageId();

        assertThat(details(NUMBER, TODAY)).isEmpty();
        assertThat(chats(q -> {})).isEmpty();
        var early = account.sms.queryMessage(q -> q.messageId(id));
        assertThat(early.status()).isEqualTo(MessageStatus.SENDING);
        assertThat(early.receiveDate()).isNull();
        assertThat(cloud.messages().count()).as("what the test sees").isEqualTo(3);

        account.time.set(NOON.plus(Duration.ofMinutes(5)));
        assertThat(details(NUMBER, TODAY)).hasSize(1);
        assertThat(chats(q -> {})).hasSize(1);
        assertThat(account.sms.queryMessage(q -> q.messageId(id)).status()).isEqualTo(MessageStatus.SENT);

        assertThatIllegalArgumentException().isThrownBy(() -> cloud.hideFromQueries(Duration.ofSeconds(-1)));
    }

    @Test
    void anInternationalMessageIsFoundByItsId() {
        String id = account.sms
                .sendMessageToGlobe(m -> m.to(AYU).from("Acme").message("Hello"))
                .messageId();
        String failing =
                account.sms.sendMessageToGlobe(m -> m.to(BEN).message("Hi")).messageId();
        cloud.receipts().fail(BEN, "SMS_CONTENT_ILLEGAL");

        var found = account.sms.queryMessage(q -> q.messageId(id));
        assertThat(found.messageId()).isEqualTo(id);
        assertThat(found.to()).isEqualTo(AYU);
        assertThat(found.message()).isEqualTo("Hello");
        assertThat(found.status()).isEqualTo(MessageStatus.SENT);
        assertThat(found.errorCode()).isEqualTo("DELIVERED");
        assertThat(found.sendDate()).isEqualTo(NOON);
        assertThat(found.receiveDate()).isEqualTo(NOON.plusSeconds(2));

        var failed = account.sms.queryMessage(q -> q.messageId(failing));
        assertThat(failed.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(failed.errorCode()).isEqualTo("SMS_CONTENT_ILLEGAL");
    }

    @Test
    void everyMessageOfAnInternationalBatchIsFoundByItsId() {
        var batch = account.sms.batchSendMessageToGlobe(b ->
                b.to(AYU, BEN).from("Acme").message("Hello Ayu", "Hello Ben").taskId("campaign-7"));

        assertThat(batch.failedNumbers()).isEmpty();
        assertThat(batch.successCount()).isEqualTo(2);
        assertThat(batch.messageIds())
                .extracting(id -> account.sms.queryMessage(q -> q.messageId(id)).message())
                .containsExactly("Hello Ayu", "Hello Ben");
    }

    @Test
    void numbersThatAStubFailsInABatchGetNoMessage() {
        cloud.when("BatchSendMessageToGlobe").thenSucceedWith(Map.of("FailedList", "[\"" + AYU + "\"]"));

        var batch = account.sms.batchSendMessageToGlobe(
                b -> b.to(AYU, BEN).from("Acme").message("Hello Ayu", "Hello Ben"));

        assertThat(batch.successCount()).isEqualTo(1);
        assertThat(cloud.messages().list()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(BEN);
            assertThat(List.of(String.valueOf(message.id()))).isEqualTo(batch.messageIds());
        });
    }

    @Test
    void chatMessagesAreListed() {
        account.chat(AYU, "Hello Ayu");
        cloud.receipts().fail(BEN, "131026");
        account.chat(BEN, "Hello Ben");

        List<ChatMessage> all = chats(q -> {});

        assertThat(all).extracting(ChatMessage::userNumber).containsExactly(AYU, BEN);
        assertThat(all).extracting(ChatMessage::message).containsExactly("Hello Ayu", "Hello Ben");
        assertThat(all).extracting(ChatMessage::messageStatus).containsExactly("success", "fail");
        assertThat(all.get(0).channelType()).isEqualTo(ChannelType.WHATSAPP);
        assertThat(all.get(0).eventAction()).isEqualTo(MessageDirection.DOWN);
        assertThat(all.get(0).businessNumber()).isEqualTo(SHOP);
        assertThat(all.get(0).sendTime()).isEqualTo(NOON);
        assertThat(all.get(0).type()).isEqualTo("message");
        assertThat(all.get(0).fellBack()).isFalse();
        assertThat(all.get(1).failReason()).isEqualTo("131026");
    }

    @Test
    void listedChatMessagesAreThoseThatWereAskedFor() {
        String id = account.chat(AYU, "Hello Ayu");
        account.time.set(NOON.plusSeconds(60));
        String groupId = String.valueOf(account.chatToAll(AYU, BEN).groupMessageId());

        assertThat(chats(q -> q.userNumber(BEN))).hasSize(1);
        assertThat(chats(q -> q.templateCode("order_update"))).hasSize(2).allMatch(m -> "template".equals(m.type()));
        assertThat(chats(q -> q.templateCode("other"))).isEmpty();
        assertThat(chats(q -> q.groupMessageId(groupId)))
                .extracting(ChatMessage::messageId)
                .containsExactly(groupId + "-1", groupId + "-2");
        assertThat(chats(q -> q.endTime(NOON)))
                .extracting(ChatMessage::messageId)
                .containsExactly(id);
        assertThat(chats(q -> q.startTime(NOON.plusSeconds(60)))).hasSize(2);
        assertThat(chats(q -> q.startTime(NOON).endTime(NOON.plusSeconds(60)))).hasSize(3);
        assertThat(chats(q -> q.eventAction(MessageDirection.UP))).isEmpty();
        assertThat(chats(q -> q.messageStatus("fail"))).isEmpty();
        assertThat(chats(q -> q.custSpaceId("cams-other"))).isEmpty();
        assertThat(chats(q -> q.businessNumber("6281100000002"))).isEmpty();
        assertThat(chats(q -> q.channelType(ChannelType.VIBER))).isEmpty();
    }

    @Test
    void chatMessagesHavePages() {
        for (int i = 0; i < 7; i++) {
            account.chat(AYU, "Hello " + i);
        }

        assertThat(account.cams
                        .listChatappMessage(q -> q.custSpaceId(SPACE)
                                .channelType(ChannelType.WHATSAPP)
                                .businessNumber(SHOP)
                                .page(p -> p.index(2).size(3)))
                        .data())
                .extracting(ChatMessage::message)
                .containsExactly("Hello 3", "Hello 4", "Hello 5");
        assertThat(chats(q -> q.page(p -> p.index(1).size(2))))
                .extracting(ChatMessage::message)
                .containsExactlyElementsOf(
                        IntStream.range(0, 7).mapToObj(i -> "Hello " + i).toList());
    }

    @Test
    void cardMessagesAreFoundByTheirOwnId() {
        account.mainland.sendCardSms(c -> c.cardTemplateCode("CARD_SMS_1")
                .signName("Acme")
                .fallbackType("NONE")
                .addCardObject(o -> o.mobile(NUMBER))
                .addCardObject(o -> o.mobile("13900001235"))
                .outId("order-7"));
        account.sendSms(NUMBER, "no card");

        var found = account
                .mainland
                .allCardSmsDetails(q -> q.phoneNumber(NUMBER).sendDate(TODAY))
                .stream()
                .toList();

        assertThat(found).singleElement().satisfies(card -> {
            assertThat(card.outId()).isEqualTo("order-7");
            assertThat(card.templateCode()).isEqualTo("CARD_SMS_1");
            assertThat(card.sendStatus()).isEqualTo(CardSendStatus.SENT);
        });
        assertThat(details(NUMBER, TODAY)).extracting(SmsSendDetail::outId).containsExactly("no card");
    }

    @Test
    void aStubWins() {
        account.sendSms(NUMBER, "order-7");
        cloud.when("QuerySendDetails")
                .thenReturn("{\"Code\":\"OK\",\"TotalCount\":\"0\"}")
                .thenSucceedWith(Map.of("TotalCount", "9"));

        assertThat(details(NUMBER, TODAY)).isEmpty();
        assertThat(account.mainland
                        .querySendDetails(q -> q.phoneNumber(NUMBER)
                                .sendDate(TODAY)
                                .currentPage(1)
                                .pageSize(10))
                        .totalCount())
                .isEqualTo(9);
    }

    @Test
    void aFakeThatKnowsTheProductsAnswersTheSame() {
        try (Account taught = new Account(builder -> builder.withProduct(
                CamsClient.PRODUCT, DysmsInternationalClient.PRODUCT, DysmsMainlandClient.PRODUCT))) {
            assertThat(taught.mainland.allSendDetails(q -> q.phoneNumber(NUMBER).sendDate(TODAY)))
                    .as("an example is nobody's message")
                    .isEmpty();
            taught.sendSms(NUMBER, "order-7");
            taught.chat(AYU, "Hello");
            String id = String.valueOf(taught.sms
                    .sendMessageToGlobe(m -> m.to(AYU).message("Hello"))
                    .messageId());

            assertThat(taught.mainland.allSendDetails(q -> q.phoneNumber(NUMBER).sendDate(TODAY)))
                    .extracting(SmsSendDetail::outId)
                    .containsExactly("order-7");
            assertThat(taught.cams.allChatappMessages(q -> q.custSpaceId(SPACE)
                            .channelType(ChannelType.WHATSAPP)
                            .businessNumber(SHOP)))
                    .extracting(ChatMessage::message)
                    .containsExactly("Hello");
            assertThat(taught.sms.queryMessage(q -> q.messageId(id)).to()).isEqualTo(AYU);
        }
    }
}
