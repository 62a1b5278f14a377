package io.github.alimsg.dysms.mainland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.Batch.PartResult;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.error.Disposition;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.dysms.mainland.model.MainlandNumbers;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch is a description that any number of threads send, as lists or part by part. */
class BatchPartsTest {
    private static final int THREADS = 8;

    private final FakeCloud cloud =
            FakeCloud.builder().timeSource(new ManualTime()).start();
    private final DysmsMainlandClient sms =
            cloud.configure(DysmsMainlandClient.builder()).build();
    private final Batch<SmsRecipient> batch = sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"));

    @AfterEach
    void close() {
        sms.close();
        cloud.close();
    }

    private static List<SmsRecipient> recipients(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> SmsRecipient.of("+86 " + (13900000000L + i), "Acme", Map.of("order", "A" + i)))
                .toList();
    }

    private static SmsRecipient withCode(String number, @Nullable String code) {
        return SmsRecipient.builder()
                .number(number)
                .signName("Acme")
                .upExtendCode(code)
                .build();
    }

    private List<ReceivedCall> calls() {
        return cloud.received("SendBatchSms");
    }

    private List<String> received() {
        return calls().stream()
                .flatMap(call -> BatchesTest.texts(call, "PhoneNumberJson").stream())
                .toList();
    }

    private static List<String> numbers(List<SmsRecipient> recipients) {
        return recipients.stream()
                .map(to -> MainlandNumbers.digits(to.number()))
                .toList();
    }

    private PartResult<SmsRecipient> sendPart(List<SmsRecipient> part) {
        return batch.sendPart(part, null, options -> {});
    }

    /** Answers with an id that names the call, so that an outcome tells which call it is about. */
    private static Reply named(ReceivedCall call) {
        return Reply.json("{\"Code\":\"OK\",\"RequestId\":\"R\",\"BizId\":\""
                + BatchesTest.texts(call, "PhoneNumberJson").get(0) + "\"}");
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        try {
            var barrier = new CyclicBarrier(work.size());
            List<Future<T>> running = new ArrayList<>();
            for (var one : work) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    return one.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void eightThreadsSendTheirListsWithOneBatch() throws Exception {
        cloud.when("SendBatchSms").thenAnswer(BatchPartsTest::named);

        List<BatchResult<SmsRecipient>> results = together(IntStream.range(0, THREADS)
                .<Callable<BatchResult<SmsRecipient>>>mapToObj(
                        thread -> () -> batch.send(recipients(thread * 1_000, 550)))
                .toList());

        for (int thread = 0; thread < THREADS; thread++) {
            List<SmsRecipient> own = recipients(thread * 1_000, 550);
            List<Outcome<SmsRecipient>> outcomes = results.get(thread).outcomes();
            assertThat(results.get(thread).accepted()).isEqualTo(own);
            for (int i = 0; i < own.size(); i++) {
                assertThat(outcomes.get(i).id()).isEqualTo(numbers(own).get(i / 100 * 100));
            }
        }
        assertThat(calls())
                .hasSize(THREADS * 6)
                .allSatisfy(call -> assertThat(BatchesTest.texts(call, "SignNameJson"))
                        .hasSameSizeAs(BatchesTest.texts(call, "PhoneNumberJson")));
        assertThat(received()).hasSize(THREADS * 550).doesNotHaveDuplicates();
    }

    @Test
    void eightThreadsSendPartsSideBySideAndEachLearnsOfItsOwn() throws Exception {
        cloud.when("SendBatchSms").thenAnswer(call -> {
            boolean isBad = BatchesTest.texts(call, "PhoneNumberJson").get(0).endsWith("5000");
            return isBad ? Reply.json("{\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\"}") : named(call);
        });

        List<PartResult<SmsRecipient>> results = together(IntStream.range(0, THREADS)
                .<Callable<PartResult<SmsRecipient>>>mapToObj(thread ->
                        () -> batch.sendPart(recipients(thread * 1_000, 100), "night/" + thread, options -> {}))
                .toList());

        for (int thread = 0; thread < THREADS; thread++) {
            PartResult<SmsRecipient> result = results.get(thread);
            String first = numbers(recipients(thread * 1_000, 1)).get(0);
            String id = "night/" + thread;
            assertThat(calls())
                    .filteredOn(
                            call -> BatchesTest.texts(call, "PhoneNumberJson").contains(first))
                    .singleElement()
                    .satisfies(call -> assertThat(call.parameter("OutId")).isEqualTo(id));
            assertThat(result.disposition()).isEqualTo(thread == 5 ? Disposition.REFUSED : null);
            assertThat(result.outcomes())
                    .hasSize(100)
                    .allMatch(outcome -> Objects.equals(outcome.id(), result.failure() == null ? first : null));
        }
    }

    @Test
    void theSettingsAreAskedForOnce() {
        List<String> asked = new ArrayList<>();
        Batch<SmsRecipient> other = sms.batches().sendBatchSms(b -> {
            asked.add("asked");
            b.templateCode("SMS_" + asked.size());
        });

        other.send(recipients(0, 250));
        other.send(recipients(500, 1));

        assertThat(asked).hasSize(1);
        assertThat(calls()).hasSize(4).allMatch(call -> "SMS_1".equals(call.parameter("TemplateCode")));
    }

    @Test
    void aListLeavesNothingBehindForTheNext() {
        batch.send(List.of(withCode("13900000001", "9")));
        batch.send(recipients(5, 1));
        batch.send(List.of(SmsRecipient.of("13900000002", "Acme", Map.of())));

        assertThat(calls().get(0).parameter("SmsUpExtendCodeJson")).isEqualTo("[\"9\"]");
        assertThat(calls().get(1).parameters()).doesNotContainKey("SmsUpExtendCodeJson");
        assertThat(calls().get(1).parameter("TemplateParamJson")).isEqualTo("[{\"order\":\"A5\"}]");
        assertThat(calls().get(2).parameters()).doesNotContainKeys("SmsUpExtendCodeJson", "TemplateParamJson");
    }

    @Test
    void aBatchDescribesItsOperation() {
        assertThat(batch.operation()).isEqualTo("SendBatchSms");
        assertThat(batch.callsPerSecond()).isEqualTo(5_000);
        assertThat(batch.maxRecipients()).isEqualTo(100);
        assertThat(batch.ownId()).isEqualTo("OutId");
        assertThat(batch.refusal(recipients(0, 1).get(0))).isNull();
        assertThat(batch.address(withCode("+86 139 0000 0001", null)))
                .isEqualTo(batch.address(withCode("13900000001", "9")));
        assertThat(batch.content(recipients(0, 1).get(0)))
                .isNotEqualTo(batch.content(recipients(1, 1).get(0)));
        assertThat(batch).hasToString("Batch{SendBatchSms}");
    }

    @Test
    void aBatchSaysWhetherItsSettingsHaveAnOwnId() {
        assertThat(batch.hasOwnId()).isFalse();
        assertThat(sms.batches()
                        .sendBatchSms(b -> b.templateCode("SMS_1").outId("night"))
                        .hasOwnId())
                .isTrue();
        assertThat(sms.batches()
                        .sendBatchSms(b -> b.templateCode("SMS_1").putParam("OutId", "x"))
                        .hasOwnId())
                .isTrue();
        assertThat(sms.batches()
                        .sendBatchSms(b -> b.templateCode("SMS_1").outId("").putParam("MyOutId", "x"))
                        .hasOwnId())
                .isFalse();
        assertThat(sms.batches()
                        .sendSms(b -> b.templateCode("SMS_1").signName("Acme").outId("night"))
                        .hasOwnId())
                .isTrue();
    }

    @Test
    void anOwnIdOfTheSettingsIsNotReplaced() {
        Batch<SmsRecipient> with =
                sms.batches().sendBatchSms(b -> b.templateCode("SMS_1").outId("night"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with.sendPart(recipients(0, 1), "part 1", options -> {}))
                .withMessage("the settings have OutId already");
        assertThat(calls()).isEmpty();
        with.sendPart(recipients(0, 1), null, options -> {});
        assertThat(calls())
                .singleElement()
                .satisfies(call -> assertThat(call.parameter("OutId")).isEqualTo("night"));
    }

    @Test
    void anOwnIdIsSetInMessagesToAllToo() {
        sms.batches()
                .sendSms(b -> b.templateCode("SMS_1").signName("Acme"))
                .sendPart(List.of(PhoneNumber.of("13900000001")), "night/7", options -> {});

        assertThat(cloud.received("SendSms")).singleElement().satisfies(call -> {
            assertThat(call.parameter("OutId")).isEqualTo("night/7");
            assertThat(call.parameter("PhoneNumbers")).isEqualTo("13900000001");
        });
    }

    @Test
    void aListIsSplitAsItIsSent() {
        List<SmsRecipient> list = new ArrayList<>(recipients(0, 150));
        list.add(SmsRecipient.of("13900000149", "Acme", Map.of("order", "B")));
        list.addAll(recipients(200, 99));

        List<List<SmsRecipient>> parts = batch.split(list);
        batch.send(list);

        assertThat(parts).extracting(List::size).containsExactly(100, 50, 100);
        assertThat(calls())
                .extracting(call -> BatchesTest.texts(call, "PhoneNumberJson"))
                .containsExactlyElementsOf(
                        parts.stream().map(BatchPartsTest::numbers).toList());
        assertThat(batch.split(parts.get(0))).containsExactly(parts.get(0));
        assertThat(batch.split(List.of())).isEmpty();
    }

    @Test
    void aPartIsDescribedIfItIsOne() {
        List<SmsRecipient> part = recipients(0, 100);
        List<SmsRecipient> twice = new ArrayList<>(recipients(0, 99));
        twice.add(SmsRecipient.of("13900000007", "Acme", Map.of("order", "B")));

        CallJournal.Call call = Objects.requireNonNull(batch.describePart(part));
        assertThat(call.digest())
                .isEqualTo(batch.describe(part).digest())
                .isNotEqualTo(batch.describe(recipients(1, 100)).digest());
        assertThat(call.messages()).hasSize(100);
        assertThat(batch.describePart(twice)).isNull();
        assertThat(batch.describePart(recipients(0, 101))).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> batch.describePart(List.of(withCode("13900000001", "9"), withCode("13900000002", null))))
                .withMessageContaining("extension code");
    }

    /** It is kept for as long as keys and campaigns are, by applications that change their version meanwhile. */
    @Test
    void aDigestIsOfTheParametersHoweverTheyAreSent() throws NoSuchAlgorithmException {
        List<SmsRecipient> part =
                List.of(SmsRecipient.of("13900000001", "阿里", Map.of("order", "4711 é+&=%\n\ud83d\udce6")));
        batch.sendPart(part, "night/7", options -> {});

        Map<String, String> sent = new TreeMap<>(calls().get(0).parameters());
        assertThat(sent.remove("OutId")).isEqualTo("night/7");
        var text = new StringBuilder();
        for (String each : Stream.concat(
                        Stream.of("SendBatchSms"),
                        sent.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())))
                .toList()) {
            text.append(each.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(each);
        }
        assertThat(batch.describe(part).digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        try (DysmsMainlandClient other = cloud.configure(DysmsMainlandClient.builder())
                .signature(Signature.RPC_1_0)
                .build()) {
            assertThat(other.batches()
                            .sendBatchSms(b -> b.templateCode("SMS_123456"))
                            .describe(part)
                            .digest())
                    .isEqualTo(batch.describe(part).digest());
        }
    }

    @Test
    void aPartIsRefusedBeforeAnythingIsSentWhenItIsNone() {
        List<SmsRecipient> twice = List.of(
                SmsRecipient.of("13900000001", "Acme", Map.of("order", "A")),
                SmsRecipient.of("13900000001", "Acme", Map.of("order", "B")));
        List<SmsRecipient> mixed = List.of(withCode("13900000001", "9"), withCode("13900000002", null));

        for (List<SmsRecipient> part : List.of(List.<SmsRecipient>of(), recipients(0, 101), twice)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sendPart(part))
                    .withMessage("a part has 1 to 100 recipients and no address twice");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> sendPart(mixed)).withMessageContaining("extension code");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.split(mixed))
                .withMessageContaining("extension code");
        assertThat(calls()).isEmpty();
    }

    @Test
    void extensionCodesAreComparedThroughoutAList() {
        List<SmsRecipient> list = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> withCode("1390000" + (1000 + i), "9"))
                .toList());
        list.add(withCode("13900002000", null));

        assertThatIllegalArgumentException().isThrownBy(() -> batch.send(list)).withMessageContaining("extension code");
        assertThat(calls()).isEmpty();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("refused", Disposition.REFUSED, false, s -> s.thenBusinessFailure("isv.CUSTOMER_REFUSED", "")),
                failure(
                        "quota",
                        Disposition.NOT_SENT,
                        false,
                        s -> s.thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "触发天级流控Permits:10")),
                failure("balance", Disposition.NOT_SENT, true, s -> s.thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "")),
                failure("throttled", Disposition.NOT_SENT, true, s -> s.thenThrottle()),
                failure("lost", Disposition.UNKNOWN, true, s -> s.thenCutAfterRequest()),
                failure("fault", Disposition.UNKNOWN, true, s -> s.thenFail(500, "InternalError", "")));
    }

    private static Arguments failure(String name, Disposition disposition, boolean endsBatch, Consumer<Stub> arrange) {
        return Arguments.of(name, disposition, endsBatch, arrange);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void aPartThatFailsSaysWhatBecameOfItAndOfEachRecipient(
            String name, Disposition disposition, boolean endsBatch, Consumer<Stub> arrange) {
        arrange.accept(cloud.when("SendBatchSms"));
        List<SmsRecipient> part = recipients(0, 3);

        PartResult<SmsRecipient> result = sendPart(part);

        assertThat(result.disposition()).isEqualTo(disposition);
        assertThat(result.endsBatch()).isEqualTo(endsBatch);
        assertThat(result.failure()).isNotNull();
        assertThat(result.outcomes()).extracting(Outcome::recipient).isEqualTo(part);
        assertThat(result.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.status().name()).isEqualTo(disposition.name());
            assertThat(outcome.failure()).isSameAs(result.failure());
        });
    }

    @Test
    void aPartThatIsAcceptedHasNoFailure() {
        PartResult<SmsRecipient> result = sendPart(recipients(0, 3));

        assertThat(result.failure()).isNull();
        assertThat(result.disposition()).isNull();
        assertThat(result.endsBatch()).isFalse();
        assertThat(result.outcomes()).extracting(Outcome::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void aPartIsSentWithOtherSettings() {
        List<String> seen = new ArrayList<>();

        PartResult<SmsRecipient> result = batch.sendPart(
                recipients(0, 1),
                null,
                options -> options.addInterceptor(call -> {
                    seen.add(call.info().operation());
                    return call.proceed();
                }));
        sendPart(recipients(1, 1));

        assertThat(result.failure()).isNull();
        assertThat(seen).containsExactly("SendBatchSms");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void anInterceptorThatFailsAfterTheResponseLeavesTheOutcomesOfTheResponse() {
        var failure = new IllegalStateException("audit");

        PartResult<SmsRecipient> result = batch.sendPart(
                recipients(0, 2),
                null,
                options -> options.addInterceptor(call -> {
                    call.proceed();
                    throw failure;
                }));

        assertThat(result.outcomes()).extracting(Outcome::status).containsOnly(Status.ACCEPTED);
        assertThat(result.disposition()).isNull();
        assertThat(result.failure()).isSameAs(failure);
        assertThat(result.endsBatch()).isTrue();
    }

    /** What its last call says is not enough: the first may have sent the message. */
    @Test
    void aPartThatAnInterceptorSendsAgainIsUnknownWhenOneOfTheCallsIs() {
        cloud.when("SendBatchSms").thenCutAfterRequest().thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up");

        PartResult<SmsRecipient> result = batch.sendPart(
                recipients(0, 2),
                null,
                options -> options.addInterceptor(call -> {
                    try {
                        return call.proceed();
                    } catch (TransportException e) {
                        return call.proceed();
                    }
                }));

        assertThat(calls()).hasSize(2);
        assertThat(result.disposition()).isEqualTo(Disposition.UNKNOWN);
        assertThat(result.outcomes()).extracting(Outcome::status).containsOnly(Status.UNKNOWN);
        assertThat(result.endsBatch()).isTrue();
    }

    @Test
    void whatAnInterceptorThrowsBeforeAnythingIsSentIsThrown() {
        var failure = new IllegalStateException("audit");

        assertThatThrownBy(() -> batch.sendPart(
                        recipients(0, 2),
                        null,
                        options -> options.addInterceptor(call -> {
                            throw failure;
                        })))
                .isSameAs(failure);
        assertThat(calls()).isEmpty();
    }

    @Test
    void aClosedClientSendsNoPart() {
        sms.close();

        assertThatIllegalStateException().isThrownBy(() -> sendPart(recipients(0, 1)));
        assertThat(calls()).isEmpty();
    }

    @Test
    void theGuardIsAskedAboutEachRecipientOfAPartOnce() {
        List<String> asked = new ArrayList<>();
        SendGuard staging = Guards.onlyTo("86139*");
        try (DysmsMainlandClient guarded = cloud.configure(DysmsMainlandClient.builder())
                .guard(message -> {
                    asked.add(message.to());
                    return staging.check(message);
                })
                .build()) {
            Batch<SmsRecipient> some = guarded.batches().sendBatchSms(b -> b.templateCode("SMS_1"));
            var stranger = SmsRecipient.of("15000000001", "Acme", Map.of());

            PartResult<SmsRecipient> result = some.sendPart(
                    List.of(recipients(0, 1).get(0), stranger, recipients(1, 1).get(0)), "night/1", options -> {});
            PartResult<SmsRecipient> none = some.sendPart(List.of(stranger), "night/2", options -> {});

            assertThat(asked).hasSize(4);
            assertThat(result.outcomes())
                    .extracting(Outcome::status)
                    .containsExactly(Status.ACCEPTED, Status.REFUSED, Status.ACCEPTED);
            assertThat(result.failure()).isNull();
            assertThat(none.outcomes()).extracting(Outcome::status).containsExactly(Status.REFUSED);
            assertThat(none.failure()).isInstanceOf(GuardedException.class);
            assertThat(none.disposition()).isEqualTo(Disposition.NOT_SENT);
            assertThat(none.endsBatch()).isFalse();
            assertThat(calls()).singleElement().satisfies(call -> {
                assertThat(BatchesTest.texts(call, "PhoneNumberJson")).containsExactly("13900000000", "13900000001");
                assertThat(call.parameter("OutId")).isEqualTo("night/1");
            });
        }
    }

    @Test
    void aQuotaLeavesItsPartNotSentAndTheNextOneGoesOn() {
        cloud.when("SendBatchSms")
                .thenSucceed()
                .thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "触发小时级流控Permits:5")
                .thenSucceed();
        List<SmsRecipient> list = recipients(0, 300);

        BatchResult<SmsRecipient> result = batch.send(list);

        assertThat(result.notSent()).isEqualTo(list.subList(100, 200));
        assertThat(result.accepted()).hasSize(200);
        assertThat(result.refused()).isEmpty();
        assertThat(result.stoppedBy()).isNull();
        assertThat(result.outcomes().get(100).failure()).isInstanceOf(QuotaException.class);
    }

    @Test
    void aQuotaOfEveryPartIsThrown() {
        cloud.when("SendBatchSms").thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "触发小时级流控Permits:5");

        assertThatThrownBy(() -> batch.send(recipients(0, 200))).isInstanceOf(QuotaException.class);
        assertThat(calls()).hasSize(2);
    }
}
