package io.github.alimsg.dysms.international;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.dysms.mainland.model.MainlandNumbers;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens between the parts of a batch, its result agrees with the ledger of the service: nobody gets a message
 * twice, not even when the batch is taken up again, and nobody is forgotten.
 */
class BatchFaultsTest {
    /** How often a batch is taken up again before the service is taken for dead. */
    private static final int MAX_BATCHES = 60;

    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();

    @AfterEach
    void close() {
        cloud.close();
    }

    /** What happens to a call, and whether the service sends its messages all the same. */
    enum Fault {
        NONE(true),
        CUT_BEFORE_REQUEST(false),
        CUT_AFTER_REQUEST(true),
        CUT_IN_ANSWER(true),
        READ_TIMEOUT(true),
        SERVER_FAULT_AFTER_SENDING(true),
        SERVER_FAULT_BEFORE_SENDING(false),
        SERVER_FAULT_WITH_HINT(true),
        PROXY_PAGE(true),
        THROTTLED(false),
        THROTTLED_WITH_503(false),
        BAD_NUMBER(false),
        QUOTA(false),
        BALANCE(false),
        UNKNOWN_CODE(false),
        INTERRUPT(true);

        final boolean sends;

        Fault(boolean sends) {
            this.sends = sends;
        }

        void arrange(Stub stub, Thread caller) {
            switch (this) {
                case NONE -> stub.thenSucceed();
                case CUT_BEFORE_REQUEST -> stub.thenCutBeforeRequest();
                case CUT_AFTER_REQUEST -> stub.thenCutAfterRequest();
                case CUT_IN_ANSWER -> stub.thenCutInAnswer();
                case READ_TIMEOUT -> stub.thenStall();
                case SERVER_FAULT_AFTER_SENDING -> stub.thenFail(500, "InternalError", "after");
                case SERVER_FAULT_BEFORE_SENDING -> stub.thenFail(503, "ServiceUnavailable", "before");
                case SERVER_FAULT_WITH_HINT ->
                    stub.thenRespond(Reply.empty(503).withHeader("x-acs-retry-after", "400"));
                case THROTTLED_WITH_503 -> stub.thenFail(503, "Throttling.User", "before");
                case PROXY_PAGE -> stub.thenGatewayFailure(504);
                case THROTTLED -> stub.thenThrottle(Duration.ofMillis(400));
                case BAD_NUMBER -> stub.thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "bad");
                case QUOTA -> stub.thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "触发天级流控Permits:10");
                case BALANCE -> stub.thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up");
                case UNKNOWN_CODE -> stub.thenBusinessFailure("isv.NEVER_SEEN", "new");
                case INTERRUPT ->
                    stub.thenAnswer(call -> {
                        caller.interrupt();
                        return Reply.json("{\"Code\":\"OK\",\"ResponseCode\":\"OK\",\"RequestId\":\"R\"}");
                    });
            }
        }
    }

    /** One of the operations, with everything a test needs to know of it. */
    private final class Sender<R> {
        private final String operation;
        private final String numbersIn;
        private final Function<List<R>, BatchResult<R>> send;
        private final Function<R, String> number;

        Sender(String operation, String numbersIn, Function<List<R>, BatchResult<R>> send, Function<R, String> number) {
            this.operation = operation;
            this.numbersIn = numbersIn;
            this.send = send;
            this.number = number;
        }

        /** The numbers in the calls that the service acted on, call by call. */
        private List<String> ledger(List<Fault> plan) {
            List<Fault> readOnes = plan.stream()
                    .filter(fault -> fault != Fault.CUT_BEFORE_REQUEST)
                    .toList();
            List<ReceivedCall> calls = cloud.received(operation);
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) {
                boolean throttled = i < readOnes.size() && readOnes.get(i) == Fault.THROTTLED;
                assertThat(calls.get(i).refusalCode()).isEqualTo(throttled ? "System.LimitControl" : null);
                if (i >= readOnes.size() || readOnes.get(i).sends) {
                    String json = Objects.requireNonNull(calls.get(i).parameter(numbersIn));
                    sent.addAll(List.of(json.substring(2, json.length() - 2).split("\",\"", -1)));
                }
            }
            return sent;
        }

        private void arrange(List<Fault> plan) {
            Stub stub = cloud.when(operation);
            plan.forEach(fault -> fault.arrange(stub, Thread.currentThread()));
            stub.thenSucceed();
        }

        void keepsAccount(List<R> recipients, List<Fault> plan) {
            arrange(plan);
            Set<String> accepted = new HashSet<>();
            Set<String> unknown = new HashSet<>();
            Set<String> refused = new HashSet<>();
            List<R> left = recipients;
            for (int batch = 0; !left.isEmpty(); batch++) {
                assertThat(batch).as("batches").isLessThan(MAX_BATCHES);
                List<String> before = ledger(plan);
                try {
                    BatchResult<R> result = send.apply(left);
                    assertThat(result.outcomes().stream().map(outcome -> outcome.recipient()))
                            .containsExactlyElementsOf(left);
                    assertThat(result.accepted().size()
                                    + result.refused().size()
                                    + result.unknown().size()
                                    + result.notSent().size())
                            .isEqualTo(left.size());
                    boolean isOverQuota =
                            result.outcomes().stream().anyMatch(outcome -> outcome.failure() instanceof QuotaException);
                    assertThat(result.notSent().isEmpty())
                            .isEqualTo(!isOverQuota && (result.stoppedBy() == null || isLast(result)));
                    accepted.addAll(numbers(result.accepted()));
                    unknown.addAll(numbers(result.unknown()));
                    refused.addAll(numbers(result.refused()));
                    left = result.notSent();
                } catch (SdkException e) {
                    assertThat(e.mayHaveTakenEffect()).isFalse();
                    assertThat(ledger(plan)).as("sent by a batch that threw").isEqualTo(before);
                }
                Thread.interrupted();
                assertThat(ledger(plan)).as("not sent").noneMatch(new HashSet<>(numbers(left))::contains);
            }
            List<String> ledger = ledger(plan);
            assertThat(ledger).as("nobody twice").doesNotHaveDuplicates();
            assertThat(ledger).containsAll(accepted);
            assertThat(ledger).as("refused").noneMatch(refused::contains);
            assertThat(Stream.of(accepted, unknown, refused).flatMap(Set::stream))
                    .containsExactlyInAnyOrderElementsOf(numbers(recipients));
            assertThat(cloud.defects()).isEmpty();
        }

        /** Whether the batch was stopped by its last part, after which nobody was left. */
        private boolean isLast(BatchResult<R> result) {
            return result.outcomes().get(result.outcomes().size() - 1).failure() == result.stoppedBy()
                    && result.notSent().isEmpty();
        }

        private List<String> numbers(List<R> recipients) {
            return recipients.stream().map(number).toList();
        }
    }

    private void mainland(int count, List<Fault> plan) {
        try (DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                .readTimeout(Duration.ofMillis(250))
                .build()) {
            List<SmsRecipient> recipients = IntStream.range(0, count)
                    .mapToObj(i -> SmsRecipient.of("" + (13900000000L + i), "Acme", Map.of("order", "A" + i)))
                    .toList();
            new Sender<SmsRecipient>(
                            "SendBatchSms",
                            "PhoneNumberJson",
                            some -> sms.batches().sendBatchSms(b -> b.templateCode("SMS_1"), some),
                            to -> MainlandNumbers.digits(to.number()))
                    .keepsAccount(recipients, plan);
        }
    }

    private void globe(int count, List<Fault> plan) {
        try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .readTimeout(Duration.ofMillis(250))
                .build()) {
            List<GlobeMessage> messages = IntStream.range(0, count)
                    .mapToObj(i -> GlobeMessage.of("" + (6281234500000L + i), "Order A" + i))
                    .toList();
            new Sender<GlobeMessage>(
                            "BatchSendMessageToGlobe",
                            "To",
                            some -> sms.batches().batchSendMessageToGlobe(b -> b.from("Acme"), some),
                            message -> message.to().digits())
                    .keepsAccount(messages, plan);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void oneFaultBetweenPartsIsAccountedFor(Fault fault) {
        mainland(450, List.of(Fault.NONE, fault));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void oneFaultAtTheBeginningIsAccountedFor(Fault fault) {
        mainland(101, List.of(fault));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void oneFaultAmongInternationalMessagesIsAccountedFor(Fault fault) {
        globe(600, List.of(Fault.NONE, fault));
    }

    @RepeatedTest(40)
    void anySeriesOfFaultsIsAccountedFor(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        RandomGenerator random = new Random(seed);
        int[] sizes = {1, 100, 101, 1_000, 2_500};
        int count = sizes[seed % sizes.length];
        List<Fault> plan = new ArrayList<>();
        for (int calls = random.nextInt(25); calls > 0; calls--) {
            Fault[] faults = Fault.values();
            plan.add(random.nextInt(3) == 0 ? faults[random.nextInt(faults.length)] : Fault.NONE);
        }
        if (seed % 2 == 0) {
            mainland(count, plan);
        } else {
            globe(count, plan);
        }
    }
}
