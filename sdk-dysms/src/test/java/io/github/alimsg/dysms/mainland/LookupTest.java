package io.github.alimsg.dysms.mainland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look-up finds a message by the application's own id, or does not know it yet; it never says no. */
class LookupTest {
    private static final String NUMBER = "8613900001234";
    private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z"); // 18:00 in Beijing

    private final ManualTime time = new ManualTime(BEGAN);
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private final DysmsMainlandClient sms =
            cloud.configure(DysmsMainlandClient.builder()).build();

    @AfterEach
    void close() {
        sms.close();
        cloud.close();
    }

    private static String record(String ownId, String sentAt, String template) {
        return """
                {"OutId":"%s","SendDate":"%s","TemplateCode":"%s","SendStatus":3,"ErrCode":"DELIVERED",
                 "Content":"Hello","PhoneNum":"13900001234"}""".formatted(ownId, sentAt, template);
    }

    private static Reply texts(int total, String... records) {
        return Reply.json("""
                {"Code":"OK","TotalCount":"%s","SmsSendDetailDTOs":{"SmsSendDetailDTO":[%s]}}""".formatted(total, String.join(",", records)));
    }

    private static Reply cards(String... records) {
        return Reply.json("""
                {"Code":"OK","Success":true,"CardSendDetailDTO":{"TotalCount":%d,"Records":[%s]}}""".formatted(records.length, String.join(",", records)));
    }

    private void listTexts(String... records) {
        cloud.when("QuerySendDetails").thenAnswer(call -> texts(records.length, records));
    }

    private List<String> asked(String operation, String parameter) {
        return cloud.received().stream()
                .filter(call -> call.operation().equals(operation))
                .map(call -> Objects.requireNonNull(call.parameter(parameter)))
                .toList();
    }

    private static SentQuery.Builder query(String operation) {
        return SentQuery.builder(operation, NUMBER, BEGAN);
    }

    @Test
    void aSendWhoseReplyWasLostIsFoundByItsOwnId() {
        cloud.when("SendSms").thenCutAfterRequest();
        TransportException lost = catchThrowableOfType(
                TransportException.class,
                () -> sms.sendSms(m -> m.phoneNumbers(NUMBER)
                        .signName("Acme")
                        .templateCode("SMS_1")
                        .outId("order-1")));
        assertThat(lost.mayHaveTakenEffect()).isTrue();
        listTexts(record("order-0", "2026-11-21 17:00:00", "SMS_1"), record("order-1", "2026-11-21 18:00:01", "SMS_1"));

        FoundMessage found =
                sms.lookup().wasSent("order-1", "+86 139 0000 1234", BEGAN).orElseThrow();

        assertThat(found.ownId()).isEqualTo("order-1");
        assertThat(found.template()).isEqualTo("SMS_1");
        assertThat(found.text()).isEqualTo("Hello");
        assertThat(found.sentAt()).isEqualTo("2026-11-21T10:00:01Z");
        assertThat(found.state()).isEqualTo("3");
        assertThat(found.messageId()).isNull();
        assertThat(asked("QuerySendDetails", "PhoneNumber")).containsExactly("13900001234");
        assertThat(asked("QuerySendDetails", "SendDate")).containsExactly("20261121");
        assertThat(cloud.received()).hasSize(2);
    }

    @Test
    void whatIsNotListedIsNotKnownYetAndMayBeFoundLater() {
        listTexts(record("order-0", "2026-11-21 18:00:00", "SMS_1"));
        assertThat(sms.lookup().wasSent("order-1", PhoneNumber.of(NUMBER), BEGAN))
                .isEmpty();
        listTexts(record("order-1", "2026-11-21 18:00:00", "SMS_1"));
        time.advance(Duration.ofMinutes(2));
        assertThat(sms.lookup().wasSent("order-1", PhoneNumber.of(NUMBER), BEGAN))
                .isPresent();
    }

    @Test
    void allPagesOfAllDaysAreReadUntilItIsFound() {
        time.set(Instant.parse("2026-11-23T10:00:00Z"));
        List<String> full = IntStream.range(0, 50)
                .mapToObj(i -> record("other-" + i, "2026-11-22 18:00:00", "SMS_1"))
                .toList();
        cloud.when("QuerySendDetails").thenAnswer(call -> switch (call.parameter("SendDate") + "/"
                + call.parameter("CurrentPage")) {
            case "20261122/1" -> texts(51, full.toArray(String[]::new));
            case "20261122/2" -> texts(51, record("order-1", "2026-11-22 18:00:00", "SMS_1"));
            default -> texts(0);
        });

        assertThat(sms.lookup().wasSent("order-1", NUMBER, BEGAN)).isPresent();

        assertThat(asked("QuerySendDetails", "SendDate")).containsExactly("20261121", "20261122", "20261122");
        assertThat(asked("QuerySendDetails", "PageSize")).containsOnly("50");
    }

    @Test
    void atMidnightBothDaysAreAskedFor() {
        time.set(Instant.parse("2026-11-21T16:00:10Z"));
        listTexts();
        assertThat(sms.lookup().wasSent("order-1", NUMBER, Instant.parse("2026-11-21T15:59:50Z")))
                .isEmpty();
        assertThat(asked("QuerySendDetails", "SendDate")).containsExactly("20261121", "20261122");
    }

    @Test
    void theServiceIsAskedForThirtyDaysAtMost() {
        listTexts();
        assertThat(sms.lookup().wasSent("order-1", NUMBER, BEGAN.minus(Duration.ofDays(300))))
                .isEmpty();
        assertThat(asked("QuerySendDetails", "SendDate"))
                .hasSize(31)
                .startsWith("20261022")
                .endsWith("20261121");
    }

    @Test
    void ofADayTwentyPagesAreReadAtMost() {
        cloud.when("QuerySendDetails").thenAnswer(LookupTest::endless);
        assertThat(sms.lookup().wasSent("order-1", NUMBER, BEGAN)).isEmpty();
        assertThat(asked("QuerySendDetails", "CurrentPage"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
    }

    private static Reply endless(ReceivedCall call) {
        return texts(
                1_000_000,
                IntStream.range(0, 50)
                        .mapToObj(i ->
                                record("other-" + call.parameter("CurrentPage") + "-" + i, "2026-11-21 18:00:00", "S"))
                        .toArray(String[]::new));
    }

    @Test
    void aRecordWithoutATimeIsFoundByItsOwnId() {
        listTexts(record("order-1", "yesterday", "SMS_1"));
        assertThat(sms.lookup().wasSent("order-1", NUMBER, BEGAN))
                .hasValueSatisfying(found -> assertThat(found.sentAt()).isNull());
        assertThat(sms.lookup().find(query("SendSms").build())).isEmpty();
    }

    @Test
    void twoMessagesWithOneIdAreBothReturned() {
        listTexts(record("order-1", "2026-11-21 18:00:00", "SMS_1"), record("order-1", "2026-11-21 09:00:00", "SMS_2"));
        assertThat(sms.lookup().find(query("SendBatchSms").ownId("order-1").build()))
                .extracting(FoundMessage::template)
                .containsExactly("SMS_1", "SMS_2");
        assertThat(sms.lookup()
                        .find(query("SendBatchSms")
                                .ownId("order-1")
                                .template("SMS_2")
                                .build()))
                .extracting(FoundMessage::template)
                .containsExactly("SMS_2");
    }

    @Test
    void withoutAnOwnIdTheTimeDecides() {
        listTexts(record("a", "2026-11-21 17:58:59", "SMS_1"), record("b", "2026-11-21 17:59:00", "SMS_1"));
        assertThat(sms.lookup().find(query("SendSms").build()))
                .extracting(FoundMessage::ownId)
                .containsExactly("b");
    }

    @Test
    void aCardIsFoundAmongCardsThenAmongTheTextsSentInstead() {
        String card = """
                {"OutId":"order-1","SendDate":"2026-11-21 18:00:00","TemplateCode":"CARD_SMS_1","SendStatus":3,
                 "SmsContent":"Hello"}""";
        cloud.when("GetCardSmsDetails")
                .thenRespond(cards(card))
                .thenRespond(cards())
                .thenRespond(cards());
        listTexts(record("order-1", "2026-11-21 18:00:00", "SMS_9"));

        assertThat(sms.lookup().wasCardSent("order-1", PhoneNumber.of(NUMBER), BEGAN))
                .map(FoundMessage::template)
                .hasValue("CARD_SMS_1");
        assertThat(asked("QuerySendDetails", "SendDate")).isEmpty();

        assertThat(sms.lookup().wasCardSent("order-1", "139 0000 1234", BEGAN))
                .map(FoundMessage::template)
                .hasValue("SMS_9");
        assertThat(sms.lookup().find(query("SendBatchCardSms").ownId("order-1").build()))
                .extracting(FoundMessage::template)
                .containsExactly("SMS_9");
    }

    @Test
    void aLookupThatFailsIsThrownAndSaysNothing() {
        cloud.when("QuerySendDetails").thenBusinessFailure("isp.RAM_PERMISSION_DENY", "no");
        SdkException denied =
                catchThrowableOfType(ServiceException.class, () -> sms.lookup().wasSent("order-1", NUMBER, BEGAN));
        assertThat(denied.operation()).isEqualTo("QuerySendDetails");

        cloud.when("QuerySendDetails")
                .thenReturn("{\"Code\":\"OK\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":\"none\"}}");
        assertThatThrownBy(() -> sms.lookup().wasSent("order-1", NUMBER, BEGAN))
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void readsAreRepeatedLikeAnyOther() {
        cloud.when("QuerySendDetails")
                .thenCutAfterRequest()
                .thenRespond(texts(1, record("order-1", "2026-11-21 18:00:00", "SMS_1")));
        assertThat(sms.lookup().wasSent("order-1", NUMBER, BEGAN)).isPresent();
        assertThat(cloud.received()).hasSize(2);
    }

    @Test
    void numbersOfOtherCountriesKeepTheirCallingCode() {
        listTexts(record("order-1", "2026-11-21 18:00:00", "SMS_1"));
        assertThat(sms.lookup().wasSent("order-1", "+852 5123 4567", BEGAN)).isPresent();
        assertThat(asked("QuerySendDetails", "PhoneNumber")).containsExactly("85251234567");
    }

    @Test
    void whatCannotBeLookedUpIsNeverFoundAndNobodyIsAsked() {
        assertThat(sms.lookup().operations())
                .doesNotContain("RequiredPhoneCode")
                .contains("SendSms", "SendRCS", "SendLogisticsSms");
        assertThat(sms.lookup().find(query("RequiredPhoneCode").build())).isEmpty();
        assertThat(sms.lookup()
                        .find(SentQuery.builder("SendLogisticsSms", "", BEGAN).build()))
                .isEmpty();
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void mistakesAreNamedBeforeAnybodyIsAsked() {
        assertThatIllegalArgumentException().isThrownBy(() -> sms.lookup().wasSent("", NUMBER, BEGAN));
        assertThatIllegalArgumentException().isThrownBy(() -> sms.lookup().wasSent("order-1", "0139", BEGAN));
        assertThat(cloud.received()).isEmpty();
    }
}
