package io.github.alimsg.dysms.mainland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.dysms.mainland.model.MainlandNumbers;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch to mainland China reaches each recipient once, and says of each what became of it. */
class BatchesTest {
    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private final DysmsMainlandClient sms =
            cloud.configure(DysmsMainlandClient.builder()).build();

    @AfterEach
    void close() {
        sms.close();
        cloud.close();
    }

    private static List<SmsRecipient> recipients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SmsRecipient.of("+86 " + (13900000000L + i), "Acme", Map.of("order", "A" + i)))
                .toList();
    }

    private BatchResult<SmsRecipient> send(List<SmsRecipient> recipients) {
        return sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456").outId("night"), recipients);
    }

    private List<ReceivedCall> calls() {
        return cloud.received("SendBatchSms");
    }

    /** The texts in a JSON array of plain texts. */
    static List<String> texts(ReceivedCall call, String parameter) {
        String json = Objects.requireNonNull(call.parameter(parameter));
        return List.of(json.substring(2, json.length() - 2).split("\",\"", -1));
    }

    private List<String> receivedNumbers() {
        return calls().stream()
                .flatMap(call -> texts(call, "PhoneNumberJson").stream())
                .toList();
    }

    private static List<String> numbers(List<SmsRecipient> recipients) {
        return recipients.stream()
                .map(to -> MainlandNumbers.digits(to.number()))
                .toList();
    }

    private static Reply sent(String id) {
        return Reply.json("{\"Code\":\"OK\",\"BizId\":\"" + id + "\",\"RequestId\":\"R-" + id + "\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 1_000, 2_500})
    void everyRecipientIsSentToOnceAndInOrder(int count) {
        var id = new AtomicInteger();
        cloud.when("SendBatchSms").thenAnswer(call -> sent("biz-" + id.getAndIncrement()));
        List<SmsRecipient> recipients = recipients(count);

        BatchResult<SmsRecipient> result = send(recipients);

        assertThat(result.allAccepted()).isTrue();
        assertThat(result.accepted()).isEqualTo(recipients);
        assertThat(result.stoppedBy()).isNull();
        assertThat(receivedNumbers()).isEqualTo(numbers(recipients));
        assertThat(calls()).hasSize((count + 99) / 100).allSatisfy(call -> {
            assertThat(call.parameter("TemplateCode")).isEqualTo("SMS_123456");
            assertThat(call.parameter("OutId")).isEqualTo("night");
        });
        assertThat(result.outcomes().get(count - 1).id()).isEqualTo("biz-" + (count - 1) / 100);
        assertThat(result.outcomes().get(count - 1).requestId()).isEqualTo("R-biz-" + (count - 1) / 100);
    }

    @Test
    void numbersSignaturesAndValuesStandInParallel() {
        send(List.of(
                SmsRecipient.of("139 0000 0001", "Acme", Map.of("name", "Ann \"A\" Äß张\n", "count", "3")),
                SmsRecipient.builder()
                        .number("+852 1234 5678")
                        .signName("Acme HK")
                        .build()));

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.parameter("PhoneNumberJson")).isEqualTo("[\"13900000001\",\"85212345678\"]");
            assertThat(call.parameter("SignNameJson")).isEqualTo("[\"Acme\",\"Acme HK\"]");
            assertThat(call.parameter("TemplateParamJson"))
                    .isIn(
                            "[{\"name\":\"Ann \\\"A\\\" Äß张\\n\",\"count\":\"3\"},{}]",
                            "[{\"count\":\"3\",\"name\":\"Ann \\\"A\\\" Äß张\\n\"},{}]");
            assertThat(call.parameter("SmsUpExtendCodeJson")).isNull();
        });
    }

    @Test
    void valuesAreLeftOutWhenNoRecipientHasAny() {
        send(List.of(SmsRecipient.of("139 0000 0001", "Acme", Map.of())));

        assertThat(calls())
                .singleElement()
                .satisfies(call -> assertThat(call.parameters()).doesNotContainKey("TemplateParamJson"));
    }

    @Test
    void extensionCodesAreInTheOrderOfTheNumbers() {
        send(IntStream.range(0, 101)
                .mapToObj(i -> SmsRecipient.builder()
                        .number("1390000" + (1000 + i))
                        .signName("Acme")
                        .upExtendCode("9" + i)
                        .build())
                .toList());

        assertThat(texts(calls().get(0), "SmsUpExtendCodeJson")).hasSize(100).contains("90", "999");
        assertThat(texts(calls().get(1), "SmsUpExtendCodeJson")).containsExactly("9100");
    }

    @Test
    void someExtensionCodesAreRefusedBeforeAnythingIsSent() {
        var with = SmsRecipient.builder()
                .number("13900000001")
                .signName("Acme")
                .upExtendCode("9")
                .build();
        var without = SmsRecipient.of("13900000002", "Acme", Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(List.of(with, without)))
                .withMessageContaining("extension code");
        assertThat(calls()).isEmpty();
    }

    @Test
    void theSameMessageTwiceIsRefusedBeforeAnythingIsSent() {
        List<SmsRecipient> recipients = new ArrayList<>(recipients(300));
        recipients.add(SmsRecipient.of("13900000007", "Acme", Map.of("order", "A7")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(recipients))
                .withMessageContaining("recipients 8 and 301")
                .withMessageNotContaining("139");
        assertThat(calls()).isEmpty();
    }

    @Test
    void twoMessagesToOneNumberTravelInTwoParts() {
        List<SmsRecipient> recipients = List.of(
                SmsRecipient.of("13900000001", "Acme", Map.of("order", "A1")),
                SmsRecipient.of("13900000002", "Acme", Map.of("order", "A2")),
                SmsRecipient.of("+8613900000001", "Acme", Map.of("order", "A3")));

        assertThat(send(recipients).accepted()).isEqualTo(recipients);
        assertThat(calls()).hasSize(2);
        assertThat(receivedNumbers()).containsExactly("13900000001", "13900000002", "13900000001");
    }

    @Test
    void settingsThatAreMissingAreToldBeforeAnythingIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sms.batches().sendBatchSms(b -> {}, recipients(250)))
                .withMessageContaining("templateCode");
        assertThat(calls()).isEmpty();
    }

    @Test
    void nobodyIsSentToForAnEmptyList() {
        assertThat(send(List.of()).allAccepted()).isTrue();
        assertThat(calls()).isEmpty();
    }

    static Stream<Arguments> failuresThatLeaveThePartUnknown() {
        return Stream.of(
                failure("cut after the request", Stub::thenCutAfterRequest),
                failure("cut in the answer", Stub::thenCutInAnswer),
                failure("HTTP 500", stub -> stub.thenFail(500, "InternalError", "oops")),
                failure("isp.SYSTEM_ERROR", stub -> stub.thenBusinessFailure("isp.SYSTEM_ERROR", "oops")),
                failure("HTML", stub -> stub.thenGatewayFailure(502)),
                failure("a code nobody knows", stub -> stub.thenBusinessFailure("isv.NEVER_SEEN", "oops")),
                failure("an answer that says nothing", stub -> stub.thenReturn("{}")));
    }

    static Stream<Arguments> failuresOfTheCaller() {
        return Stream.of(
                failure("balance", stub -> stub.thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up")),
                failure("not subscribed", stub -> stub.thenBusinessFailure("isv.PRODUCT_UN_SUBSCRIPT", "open it")),
                failure("permission", stub -> stub.thenDeny("dysms:SendBatchSms")),
                failure("throttled", stub -> stub.thenThrottle().thenThrottle().thenThrottle()));
    }

    static Stream<Arguments> refusalsOfRecipients() {
        return Stream.of(
                failure("number", stub -> stub.thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "bad 13900000101")),
                failure("recipient", stub -> stub.thenBusinessFailure("isv.CUSTOMER_REFUSED", "stop")),
                failure("URL too long", stub -> stub.thenGatewayFailure(414)));
    }

    private static Arguments failure(String name, Consumer<Stub> arrange) {
        return Arguments.of(name, arrange);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresThatLeaveThePartUnknown")
    void aPartThatMayHaveArrivedIsUnknownAndEndsTheBatch(String name, Consumer<Stub> arrange) {
        arrange.accept(cloud.when("SendBatchSms").thenSucceed());
        List<SmsRecipient> recipients = recipients(450);

        BatchResult<SmsRecipient> result = send(recipients);

        assertThat(result.accepted()).isEqualTo(recipients.subList(0, 100));
        assertThat(result.unknown()).isEqualTo(recipients.subList(100, 200));
        assertThat(result.notSent()).isEqualTo(recipients.subList(200, 450));
        assertThat(result.stoppedBy()).isInstanceOf(SdkException.class);
        assertThat(result.outcomes().get(100).failure()).isSameAs(result.stoppedBy());
        assertThat(result.outcomes().get(200).failure()).isNull();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aReadTimeoutLeavesThePartUnknown() {
        cloud.when("SendBatchSms").thenStall();
        List<SmsRecipient> recipients = recipients(101);

        BatchResult<SmsRecipient> result = sms.withOptions(o -> o.readTimeout(Duration.ofMillis(300)))
                .batches()
                .sendBatchSms(b -> b.templateCode("SMS_123456"), recipients);

        assertThat(result.unknown()).isEqualTo(recipients.subList(0, 100));
        assertThat(result.notSent()).isEqualTo(recipients.subList(100, 101));
        assertThat(result.stoppedBy()).isInstanceOf(TransportException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresOfTheCaller")
    void whatWouldHitEveryPartEndsTheBatchWithNobodyLost(String name, Consumer<Stub> arrange) {
        arrange.accept(cloud.when("SendBatchSms").thenSucceed());
        List<SmsRecipient> recipients = recipients(450);

        BatchResult<SmsRecipient> result = send(recipients);

        assertThat(result.accepted()).isEqualTo(recipients.subList(0, 100));
        assertThat(result.notSent()).isEqualTo(recipients.subList(100, 450));
        assertThat(result.stoppedBy()).isInstanceOf(ServiceException.class);
        assertThat(result.outcomes().get(100).failure()).isSameAs(result.stoppedBy());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusalsOfRecipients")
    void aRefusedPartDoesNotKeepTheOthersFromTheirMessage(String name, Consumer<Stub> arrange) {
        Stub stub = cloud.when("SendBatchSms").thenSucceed();
        arrange.accept(stub);
        stub.thenSucceed();
        List<SmsRecipient> recipients = recipients(450);

        BatchResult<SmsRecipient> result = send(recipients);

        assertThat(result.refused()).isEqualTo(recipients.subList(100, 200));
        assertThat(result.accepted()).hasSize(350);
        assertThat(result.stoppedBy()).isNull();
        assertThat(result.outcomes().get(150).failure()).isInstanceOf(ServiceException.class);
        assertThat(result.outcomes().get(150).status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void aQuotaSaysWhenItEnds() {
        cloud.when("SendBatchSms").thenSucceed().thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "触发小时级流控Permits:5");

        Outcome<SmsRecipient> overQuota = send(recipients(200)).outcomes().get(199);

        assertThat(overQuota.status()).isEqualTo(Status.NOT_SENT);
        assertThat(overQuota.failure())
                .isInstanceOfSatisfying(
                        QuotaException.class,
                        e -> assertThat(e.retryNotBefore()).isAfter(time.instant()));
    }

    @Test
    void aThrottledPartIsRepeated() {
        cloud.when("SendBatchSms").thenSucceed().thenThrottle().thenThrottle().thenSucceed();

        assertThat(send(recipients(300)).allAccepted()).isTrue();
        assertThat(calls()).hasSize(5);
    }

    @Test
    void aFailureBeforeAnythingWasSentIsThrown() {
        cloud.when("SendBatchSms").thenThrottle();

        assertThat(catchThrowableOfType(ThrottledException.class, () -> send(recipients(300))))
                .isNotNull();
        assertThat(calls()).hasSize(3);
    }

    @Test
    void refusalsOfEveryPartAreThrownTogether() {
        cloud.when("SendBatchSms")
                .thenBusinessFailure("isv.SMS_TEMPLATE_ILLEGAL", "no such template")
                .thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "bad number");

        var failure = catchThrowableOfType(ServiceException.class, () -> send(recipients(300)));

        assertThat(failure.code()).isEqualTo("isv.SMS_TEMPLATE_ILLEGAL");
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @Test
    void anUnreachableServiceIsThrownAsNotSent() {
        cloud.close();

        var failure = catchThrowableOfType(TransportException.class, () -> send(recipients(300)));

        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @Test
    void whoWasNotSentToIsReachedByTheNextBatch() {
        cloud.when("SendBatchSms")
                .thenSucceed()
                .thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up")
                .thenSucceed();
        List<SmsRecipient> recipients = recipients(450);
        BatchResult<SmsRecipient> first = send(recipients);

        BatchResult<SmsRecipient> second = send(first.notSent());

        assertThat(second.allAccepted()).isTrue();
        assertThat(Stream.concat(first.accepted().stream(), second.accepted().stream()))
                .containsExactlyElementsOf(recipients);
    }

    /** Does something on the calling thread when so many calls have ended. */
    private static CallListener after(int calls, Runnable what) {
        return new CallListener() {
            private int ended;

            @Override
            public void finished(
                    CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
                if (++ended == calls) {
                    what.run();
                }
            }
        };
    }

    @Test
    void anInterruptBetweenPartsKeepsTheResultAndTheFlag() {
        List<SmsRecipient> recipients = recipients(450);
        DysmsMainlandClient interrupted = sms.withOptions(
                o -> o.addListener(after(2, () -> Thread.currentThread().interrupt())));

        BatchResult<SmsRecipient> result =
                interrupted.batches().sendBatchSms(b -> b.templateCode("SMS_123456"), recipients);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.stoppedBy()).isInstanceOf(CallInterruptedException.class);
        assertThat(result.accepted()).isEqualTo(recipients.subList(0, 200));
        assertThat(result.notSent()).isEqualTo(recipients.subList(200, 450));
        assertThat(calls()).hasSize(2);
    }

    @Test
    void anInterruptBeforeTheFirstPartIsThrown() {
        Thread.currentThread().interrupt();

        var failure = catchThrowableOfType(CallInterruptedException.class, () -> send(recipients(3)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(calls()).isEmpty();
    }

    @Test
    void aClientThatIsClosedInBetweenLosesNoRecipient() {
        List<SmsRecipient> recipients = recipients(300);
        DysmsMainlandClient closing = sms.withOptions(o -> o.addListener(after(1, sms::close)));

        BatchResult<SmsRecipient> result =
                closing.batches().sendBatchSms(b -> b.templateCode("SMS_123456"), recipients);

        assertThat(result.accepted()).hasSize(100);
        assertThat(result.unknown()).isEmpty();
        assertThat(result.notSent()).hasSize(200);
        assertThat(result.stoppedBy()).isInstanceOf(IllegalStateException.class);
        assertThatIllegalStateException().isThrownBy(() -> send(recipients));
    }

    @Test
    void oneTextGoesToAThousandNumbersInACall() {
        List<PhoneNumber> numbers = IntStream.range(0, 2_500)
                .mapToObj(i -> PhoneNumber.of("+86" + (13900000000L + i)))
                .toList();

        BatchResult<PhoneNumber> result = sms.batches()
                .sendSms(b -> b.signName("Acme").templateCode("SMS_1").templateParam(Map.of("shop", "7")), numbers);

        assertThat(result.accepted()).isEqualTo(numbers);
        List<ReceivedCall> calls = cloud.received("SendSms");
        assertThat(calls).hasSize(3);
        assertThat(calls.stream()
                        .flatMap(call -> Stream.of(Objects.requireNonNull(call.parameter("PhoneNumbers"))
                                .split(",", -1)))
                        .toList())
                .isEqualTo(numbers.stream().map(MainlandNumbers::digits).toList());
    }

    @Test
    void aNumberWithAndWithoutCountryCodeIsOneRecipient() {
        List<PhoneNumber> numbers = List.of(PhoneNumber.of("13900000001"), PhoneNumber.of("+86 139 0000 0001"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sms.batches().sendSms(b -> b.signName("Acme").templateCode("SMS_1"), numbers));
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void numbersAndValuesAreNotShown() {
        cloud.when("SendBatchSms")
                .thenSucceed()
                .thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "number 13900000150 of A150 is none");
        BatchResult<SmsRecipient> result = send(recipients(200));

        assertThat(result).hasToString("BatchResult{accepted=100, refused=100, unknown=0, notSent=0}");
        assertThat(result.outcomes() + " " + result.refused()
                        + result.outcomes().get(150).failure())
                .doesNotContain("139000")
                .doesNotContain("A150");
    }

    @Test
    void aRecipientTakesNullForWhatItCanDoWithout() {
        SmsRecipient recipient = SmsRecipient.of("+86 139 0000 0001", "Acme", null);

        assertThat(recipient).isEqualTo(SmsRecipient.of("+86 139 0000 0001", "Acme", Map.of()));
        assertThat(SmsRecipient.builder()
                        .number("+86 139 0000 0001")
                        .signName("Acme")
                        .templateParam("code", "1")
                        .templateParams(null)
                        .upExtendCode("9")
                        .upExtendCode(null)
                        .build())
                .isEqualTo(recipient);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmsRecipient.builder()
                        .number((String) null)
                        .number((PhoneNumber) null)
                        .signName(null)
                        .build())
                .withMessage("SmsRecipient needs number, signName");
    }

    @Test
    void aVariableThatIsNullIsNamedAndNoValueIs() {
        Map<String, String> params = new HashMap<>();
        params.put("code", "482913");
        params.put("name", null);

        assertThatNullPointerException()
                .isThrownBy(() -> SmsRecipient.of("13900000001", "Acme", params))
                .withMessage("templateParams must not hold null for 'name'");
    }

    @Test
    void aTemplateWithoutVariablesIsSentWithoutThem() {
        sms.batches()
                .sendSms(
                        b -> b.signName("Acme").templateCode("SMS_1").templateParam(Map.of()),
                        List.of(PhoneNumber.of("13900000001")));

        assertThat(cloud.received("SendSms").get(0).parameters()).doesNotContainKey("TemplateParam");
    }
}
