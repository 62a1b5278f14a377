package io.github.alimsg.it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest.Recipient;
import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.GlobeMessage;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guard is asked about every recipient before anything is sent, and what it refuses is never sent. */
class GuardsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SendGuard STAGING = Guards.onlyTo("+62 812 3*", "86139*", "628990000000");

    private final FakeCloud cloud =
            FakeCloud.builder().timeSource(new ManualTime()).start();
    private final List<AutoCloseable> clients = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
        cloud.close();
    }

    private CamsClient cams(SendGuard guard) {
        CamsClient cams = cloud.configure(CamsClient.builder()).guard(guard).build();
        clients.add(cams);
        return cams;
    }

    private DysmsInternationalClient globe(SendGuard guard) {
        DysmsInternationalClient sms =
                cloud.configure(DysmsInternationalClient.builder()).guard(guard).build();
        clients.add(sms);
        return sms;
    }

    private DysmsMainlandClient mainland(SendGuard guard) {
        DysmsMainlandClient sms =
                cloud.configure(DysmsMainlandClient.builder()).guard(guard).build();
        clients.add(sms);
        return sms;
    }

    /** A thousand numbers, of which three are not on the list of the staging system. */
    private static List<String> people() {
        List<String> people = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(i -> "" + (6281234500000L + i))
                .toList());
        people.set(0, "6590000001");
        people.set(500, "14155550100");
        people.set(999, "6289900000001");
        return people;
    }

    private static List<String> listed(List<String> people) {
        return people.stream().filter(to -> to.startsWith("628123")).toList();
    }

    private List<String> ledger(String operation, Function<ReceivedCall, List<String>> recipients) {
        return cloud.received(operation).stream()
                .flatMap(call -> recipients.apply(call).stream())
                .toList();
    }

    private static List<String> one(ReceivedCall call) {
        return List.of(Objects.requireNonNull(call.parameter("To")));
    }

    private static List<String> jsonList(ReceivedCall call, String parameter, UnaryOperator<JsonNode> item) {
        try {
            List<String> texts = new ArrayList<>();
            JSON.readTree(call.parameter(parameter))
                    .forEach(node -> texts.add(item.apply(node).asText()));
            return texts;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SendChatappMassMessageRequest massMessage(List<String> to) {
        return SendChatappMassMessageRequest.builder()
                .channelType(ChannelType.WHATSAPP)
                .custSpaceId("cams-8c8d0a1b")
                .from("8613800001111")
                .templateCode("order_update")
                .language("en")
                .recipients(recipients(to))
                .build();
    }

    private static List<Recipient> recipients(List<String> to) {
        return to.stream()
                .map(number -> Recipient.builder()
                        .to(number)
                        .templateParams(Map.of("name", "Ayu"))
                        .build())
                .toList();
    }

    private static List<String> massRecipients(ReceivedCall call) {
        return jsonList(call, "SenderList", item -> item.path("To"));
    }

    @Test
    void ofAThousandSingleSendsExactlyTheListedOnesLeave() {
        DysmsInternationalClient sms = globe(STAGING);
        int refused = 0;
        for (String to : people()) {
            try {
                sms.sendMessageToGlobe(m -> m.to(to).from("Acme").message("Hello"));
            } catch (GuardedException e) {
                assertThat(e.refused()).isEqualTo(1);
                refused++;
            }
        }

        assertThat(refused).isEqualTo(3);
        assertThat(ledger("SendMessageToGlobe", GuardsTest::one)).isEqualTo(listed(people()));
    }

    @Test
    void aBatchOfMassMessagesGoesOnWithoutTheRefused() {
        List<Recipient> recipients = recipients(people());

        BatchResult<Recipient> result = cams(STAGING)
                .batches()
                .sendChatappMassMessage(
                        b -> b.channelType(ChannelType.WHATSAPP)
                                .custSpaceId("cams-8c8d0a1b")
                                .from("8613800001111")
                                .templateCode("order_update")
                                .language("en"),
                        recipients);

        assertThat(result.refused()).containsExactly(recipients.get(0), recipients.get(500), recipients.get(999));
        assertThat(result.accepted()).hasSize(997);
        assertThat(result.stoppedBy()).isNull();
        assertThat(result.outcomes().stream().map(Outcome::recipient)).isEqualTo(recipients);
        assertThat(result.outcomes().get(500).failure()).isInstanceOf(GuardedException.class);
        assertThat(ledger("SendChatappMassMessage", GuardsTest::massRecipients)).isEqualTo(listed(people()));
    }

    @Test
    void aBatchOfInternationalMessagesGoesOnWithoutTheRefused() {
        BatchResult<GlobeMessage> result = globe(STAGING)
                .batches()
                .batchSendMessageToGlobe(
                        b -> b.from("Acme"),
                        people().stream()
                                .map(to -> GlobeMessage.of("+" + to, "Hi"))
                                .toList());

        assertThat(result.refused()).hasSize(3);
        assertThat(ledger("BatchSendMessageToGlobe", call -> jsonList(call, "To", item -> item)))
                .isEqualTo(listed(people()));
    }

    @Test
    void batchesToTheMainlandGoOnWithoutTheRefused() {
        List<String> numbers = new ArrayList<>(
                IntStream.range(0, 1_000).mapToObj(i -> "" + (13900000000L + i)).toList());
        numbers.set(7, "13800000007");
        numbers.set(507, "15000000507");
        numbers.set(907, "8613800000907");
        List<String> listed =
                numbers.stream().filter(to -> to.startsWith("139")).toList();
        DysmsMainlandClient sms = mainland(STAGING);

        BatchResult<SmsRecipient> personal = sms.batches()
                .sendBatchSms(
                        b -> b.templateCode("SMS_1"),
                        numbers.stream()
                                .map(to -> SmsRecipient.of(to, "Acme", Map.of()))
                                .toList());
        BatchResult<PhoneNumber> same = sms.batches()
                .sendSms(
                        b -> b.templateCode("SMS_1").signName("Acme"),
                        numbers.stream().map(PhoneNumber::of).toList());

        assertThat(personal.refused()).hasSize(3);
        assertThat(ledger("SendBatchSms", call -> jsonList(call, "PhoneNumberJson", item -> item)))
                .isEqualTo(listed);
        assertThat(same.refused()).hasSize(3);
        assertThat(ledger(
                        "SendSms",
                        call -> Arrays.asList(Objects.requireNonNull(call.parameter("PhoneNumbers"))
                                .split(",", -1))))
                .isEqualTo(listed);
    }

    @Test
    void oneRequestToManyIsRefusedAsAWholeAndSaysHowMany() {
        CamsClient cams = cams(STAGING);

        GuardedException refusal =
                catchThrowableOfType(GuardedException.class, () -> cams.sendChatappMassMessage(massMessage(people())));

        assertThat(refusal.refused()).isEqualTo(3);
        assertThat(refusal.recipients()).isEqualTo(1_000);
        assertThat(refusal.mayHaveTakenEffect()).isFalse();
        assertThat(refusal.attempts()).isZero();
        assertThat(refusal)
                .hasMessage("SendChatappMassMessage: the guard refused 3 of 1000 recipients: not a listed recipient"
                        + " (NOT_SENT)");
        assertThat(cloud.receivedCount()).isZero();

        cams.sendChatappMassMessage(massMessage(listed(people())));
        assertThat(ledger("SendChatappMassMessage", GuardsTest::massRecipients)).isEqualTo(listed(people()));
    }

    @Test
    void nothingAcceptedIsAnExceptionInABatchToo() {
        DysmsInternationalClient sms = globe(STAGING);

        assertThatThrownBy(() -> sms.batches()
                        .batchSendMessageToGlobe(
                                b -> b.from("Acme"),
                                List.of(GlobeMessage.of("+6590000001", "Hi"), GlobeMessage.of("+6590000002", "Hi"))))
                .isInstanceOf(GuardedException.class)
                .hasMessageContaining("refused 2 of 2 recipients");
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void aRequestThatNamesNobodyIsNotOnTheList() {
        CamsClient cams = cams(STAGING);

        assertThatThrownBy(() -> cams.triggerChatFlow(f -> f.flowCode("welcome")))
                .isInstanceOf(GuardedException.class);
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void aParameterPutByHandIsGuardedToo() {
        DysmsInternationalClient sms = globe(STAGING);

        assertThatThrownBy(() -> sms.sendMessageToGlobe(
                        m -> m.to("6281234500000").message("Hello").putParam("To", "6590000001")))
                .isInstanceOf(GuardedException.class);
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void aGuardThatFailsSendsNothing() {
        var failure = new IllegalStateException("no list for 6281234500000");
        DysmsInternationalClient sms = globe(message -> {
            throw failure;
        });

        assertThatThrownBy(
                        () -> sms.sendMessageToGlobe(m -> m.to("6281234500000").message("Hello")))
                .isInstanceOf(GuardedException.class)
                .hasCause(failure)
                .hasMessage("SendMessageToGlobe: the guard failed: java.lang.IllegalStateException (NOT_SENT)");
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void aGuardThatFailsEndsABatch() {
        var asked = new AtomicInteger();
        List<PhoneNumber> numbers = IntStream.range(0, 1_500)
                .mapToObj(i -> PhoneNumber.of("" + (13900000000L + i)))
                .toList();

        BatchResult<PhoneNumber> result = mainland(message -> {
                    if (asked.incrementAndGet() > 1_200) {
                        throw new IllegalStateException();
                    }
                    return Verdict.pass();
                })
                .batches()
                .sendSms(b -> b.templateCode("SMS_1").signName("Acme"), numbers);

        int accepted = result.accepted().size();
        assertThat(accepted).isBetween(1, 1_200);
        assertThat(result.notSent()).isEqualTo(numbers.subList(accepted, 1_500));
        assertThat(result.stoppedBy()).isInstanceOf(GuardedException.class);
    }

    @Test
    void aGuardThatFailsIsToldThatWhatItLetThroughWasNotSent() {
        var asked = new AtomicInteger();
        var given = new AtomicInteger();
        CamsClient cams = cams(message -> {
            if (asked.incrementAndGet() == 3) {
                throw new IllegalStateException();
            }
            return Verdict.pass(given::incrementAndGet);
        });

        assertThatThrownBy(() -> cams.sendChatappMassMessage(massMessage(listed(people()))))
                .isInstanceOf(GuardedException.class);

        assertThat(given).hasValue(2);
    }

    @Test
    void anInterruptInsideOfAGuardStaysSet() {
        DysmsInternationalClient sms = globe(message -> {
            throw GuardsTest.<RuntimeException>sneaky(new InterruptedException());
        });

        assertThatThrownBy(
                        () -> sms.sendMessageToGlobe(m -> m.to("6281234500000").message("Hello")))
                .isInstanceOf(GuardedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void aGuardIsToldWhatWasNotSentAndNotWhatIsUnknown() {
        var given = new AtomicInteger();
        DysmsInternationalClient sms = globe(message -> Verdict.pass(given::incrementAndGet));
        Runnable send = () -> sms.sendMessageToGlobe(m -> m.to("6281234500000").message("Hello"));

        send.run();
        assertThat(given).hasValue(0);

        cloud.when("SendMessageToGlobe").thenCutAfterRequest();
        assertThatThrownBy(send::run).isInstanceOf(TransportException.class);
        assertThat(given).hasValue(0);

        cloud.when("SendMessageToGlobe").thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "The balance is used up.");
        assertThatThrownBy(send::run).isInstanceOf(ServiceException.class);
        assertThat(given).hasValue(1);
    }

    @Test
    void aGuardThatPassedIsToldWhenAnotherRecipientIsRefused() {
        var given = new AtomicInteger();
        SendGuard counted = Guards.all(message -> Verdict.pass(given::incrementAndGet), STAGING);

        assertThatThrownBy(() -> cams(counted).sendChatappMassMessage(massMessage(people())))
                .isInstanceOf(GuardedException.class);

        assertThat(given).hasValue(1_000);
    }

    @Test
    void aMessageIsSeenAsItIsSent() {
        List<OutgoingMessage> seen = new ArrayList<>();
        SendGuard watching = message -> {
            seen.add(message);
            return Verdict.pass();
        };
        mainland(watching)
                .sendSms(m -> m.phoneNumbers(PhoneNumber.of("+86 139 0000 0001"), PhoneNumber.of("+65 9000 0001"))
                        .signName("Acme")
                        .templateCode("SMS_1")
                        .templateParam("{\"code\":482913}")
                        .outId("order-7"));
        cams(watching).sendChatappMassMessage(massMessage(List.of("6281234500000")));
        globe(watching)
                .sendMessageToGlobe(m ->
                        m.to("+62 812 3450 0000").from("Acme").message("Hello").type("OTP"));

        assertThat(seen.stream().map(OutgoingMessage::to))
                .containsExactly("8613900000001", "6590000001", "6281234500000", "6281234500000");
        OutgoingMessage first = seen.get(0);
        assertThat(first.operation()).isEqualTo("SendSms");
        assertThat(first.sender()).isEqualTo("Acme");
        assertThat(first.template()).isEqualTo("SMS_1");
        assertThat(first.values()).isEqualTo(Map.of("code", "482913"));
        assertThat(first.ownId()).isEqualTo("order-7");
        assertThat(first.text()).isNull();
        assertThat(seen.get(2).values()).isEqualTo(Map.of("name", "Ayu"));
        assertThat(seen.get(3).text()).isEqualTo("Hello");
        assertThat(seen.get(3).category()).isEqualTo("OTP");
        assertThat(first).hasToString("OutgoingMessage[SendSms]");
    }

    @Test
    void aGuardedClientReturnsResponses() {
        DysmsInternationalClient sms = globe(STAGING);

        assertThat(sms.sendMessageToGlobe(m -> m.to("6281234500000").message("Hello"))
                        .attempts())
                .isEqualTo(1);
        assertThat(sms.queryMessage(q -> q.messageId("1")).attempts()).isEqualTo(1);
    }

    @Test
    void readsAreNotAsked() {
        globe(message -> Verdict.refuse("never")).queryMessage(q -> q.messageId("1"));

        assertThat(cloud.receivedCount("QueryMessage")).isEqualTo(1);
    }

    @Test
    void aListWithoutUseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(Guards::onlyTo).withMessageContaining("nobody is listed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.onlyTo("6281", " * "))
                .withMessageContaining("recipient 2 is neither");
    }
}
