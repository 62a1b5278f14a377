package io.github.alimsg.dysms.international;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch of international messages reaches each recipient once, and says of each what became of it. */
class BatchesTest {
    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private final DysmsInternationalClient sms =
            cloud.configure(DysmsInternationalClient.builder()).build();

    @AfterEach
    void close() {
        sms.close();
        cloud.close();
    }

    private static List<GlobeMessage> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> GlobeMessage.of("+" + (6281234500000L + i), "Order A" + i))
                .toList();
    }

    private BatchResult<GlobeMessage> send(List<GlobeMessage> messages) {
        return sms.batches().batchSendMessageToGlobe(b -> b.from("Acme").taskId("night"), messages);
    }

    private List<ReceivedCall> calls() {
        return cloud.received("BatchSendMessageToGlobe");
    }

    private List<String> received(String parameter) {
        List<String> texts = new ArrayList<>();
        for (ReceivedCall call : calls()) {
            String json = Objects.requireNonNull(call.parameter(parameter));
            texts.addAll(Arrays.asList(json.substring(2, json.length() - 2).split("\",\"", -1)));
        }
        return texts;
    }

    private static List<String> digits(List<GlobeMessage> messages) {
        return messages.stream().map(message -> message.to().digits()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 1_000, 2_500})
    void everyMessageIsSentOnceAndInOrder(int count) {
        List<GlobeMessage> messages = messages(count);

        BatchResult<GlobeMessage> result = send(messages);

        assertThat(result.allAccepted()).isTrue();
        assertThat(result.accepted()).isEqualTo(messages);
        assertThat(received("To")).isEqualTo(digits(messages));
        assertThat(received("Message"))
                .isEqualTo(messages.stream().map(GlobeMessage::text).toList());
        assertThat(calls()).allSatisfy(call -> {
            assertThat(call.parameter("From")).isEqualTo("Acme");
            assertThat(call.parameter("TaskId")).isEqualTo("night");
        });
        assertThat(calls().size()).isGreaterThanOrEqualTo((count + 249) / 250);
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void longTextsGoInMoreCallsSoThatNoUrlIsTooLong(Signature signature) {
        List<GlobeMessage> messages = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> GlobeMessage.of("" + (6281234500000L + i), "Ä".repeat(400)))
                .toList());
        messages.add(30, GlobeMessage.of("6281234599999", "张".repeat(3_000))); // too long for any URL, but it is tried

        BatchResult<GlobeMessage> result = sms.withOptions(o -> o.signature(signature))
                .batches()
                .batchSendMessageToGlobe(b -> b.from("Acme"), messages);

        assertThat(result.accepted()).isEqualTo(messages);
        assertThat(received("To")).isEqualTo(digits(messages));
        assertThat(cloud.attempts().stream().filter(request -> request.target().length() > 17 * 1024))
                .hasSize(1);
    }

    @Test
    void aTextThatWasCutInsideAnEmojiIsRefusedBeforeAnythingIsSent() {
        List<GlobeMessage> messages =
                List.of(GlobeMessage.of("6281234500000", "first"), GlobeMessage.of("6281234500000", "secret \uD83D"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(messages))
                .withMessageStartingWith("Message holds half a character at /0;")
                .withMessageNotContaining("secret");
        assertThat(cloud.attempts()).isEmpty();
    }

    @Test
    void partsKeepTheDocumentedDistanceWithoutPacing() {
        cloud.enforceLimit("BatchSendMessageToGlobe", 1);

        assertThat(send(messages(1_000)).allAccepted()).isTrue();

        assertThat(calls()).allMatch(ReceivedCall::accepted);
        assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMillis(1_030L * (calls().size() - 1)));
    }

    @Test
    void aTimeoutShorterThanTheDistanceOfPartsLeavesTheRestNotSent() {
        List<GlobeMessage> messages = messages(600);

        BatchResult<GlobeMessage> result = sms.withOptions(o -> o.timeout(Duration.ofMillis(500)))
                .batches()
                .batchSendMessageToGlobe(b -> b.from("Acme"), messages);

        assertThat(result.accepted())
                .isEqualTo(messages.subList(0, result.accepted().size()));
        assertThat(result.notSent()).hasSize(600 - received("To").size()).isNotEmpty();
        assertThat(result.stoppedBy()).hasMessageContaining("pacing");
    }

    @Test
    void thoseWhomTheAnswerListsAsFailedAreRefused() {
        cloud.when("BatchSendMessageToGlobe")
                .thenSucceedWith(Map.of(
                        "FailedList", "[\"6281234500001\",\"+62 812 3450 0003\"]",
                        "MessageIdList", "[\"id-0\",\"id-2\"]",
                        "SuccessCount", "2",
                        "RequestId", "R-1"));
        List<GlobeMessage> messages = messages(4);

        BatchResult<GlobeMessage> result = send(messages);

        assertThat(result.refused()).containsExactly(messages.get(1), messages.get(3));
        assertThat(result.accepted()).containsExactly(messages.get(0), messages.get(2));
        assertThat(result.outcomes().stream().map(Outcome::id)).containsExactly("id-0", null, "id-2", null);
        assertThat(result.outcomes()).allMatch(outcome -> "R-1".equals(outcome.requestId()));
        assertThat(result.outcomes().get(1).failure()).isNull();
    }

    @Test
    void aWholePartMayBeListedAsFailed() {
        cloud.when("BatchSendMessageToGlobe")
                .thenSucceedWith(Map.of("FailedList", "[\"6281234500000\"]", "SuccessCount", "0"));

        assertThat(send(messages(1)).refused()).hasSize(1);
    }

    @Test
    void idsWithoutAnOwnerAreNotAssigned() {
        cloud.when("BatchSendMessageToGlobe")
                .thenSucceedWith(Map.of("MessageIdList", "[\"id-0\",\"id-1\"]", "SuccessCount", "3"));

        BatchResult<GlobeMessage> result = send(messages(3));

        assertThat(result.allAccepted()).isTrue();
        assertThat(result.outcomes()).allMatch(outcome -> outcome.id() == null);
    }

    @Test
    void fewerSuccessesThanAreLeftMakeThePartUnknownAndTheNextOneGoesOn() {
        cloud.when("BatchSendMessageToGlobe")
                .thenSucceedWith(Map.of("FailedList", "[\"6281234500000\"]", "SuccessCount", "3"))
                .thenSucceed();
        List<GlobeMessage> messages = new ArrayList<>(messages(5));
        messages.add(GlobeMessage.of("6281234500000", "and another"));

        BatchResult<GlobeMessage> result = send(messages);

        assertThat(result.refused()).containsExactly(messages.get(0));
        assertThat(result.unknown()).isEqualTo(messages.subList(1, 5));
        assertThat(result.accepted()).containsExactly(messages.get(5));
        assertThat(result.stoppedBy()).isNull();
    }

    @Test
    void aFailedNumberOfNoRecipientMakesThePartUnknown() {
        cloud.when("BatchSendMessageToGlobe").thenSucceedWith(Map.of("FailedList", "[\"62812****0000\"]"));

        assertThat(send(messages(2)).unknown()).hasSize(2);
    }

    @Test
    void messagesThatCountAsSeveralDoNotDisturb() {
        cloud.when("BatchSendMessageToGlobe").thenSucceedWith(Map.of("FailedList", "[]", "SuccessCount", "6"));

        assertThat(send(messages(3)).allAccepted()).isTrue();
    }

    @Test
    void theSameTextToTheSameNumberIsRefusedBeforeAnythingIsSent() {
        List<GlobeMessage> twice = List.of(
                GlobeMessage.of("+62 812 3450 0000", "Hello"),
                GlobeMessage.of("+62 812 3450 0000", "Goodbye"),
                GlobeMessage.of("0062 81234500000", "Hello"));

        assertThatIllegalArgumentException().isThrownBy(() -> send(twice)).withMessageContaining("recipients 1 and 3");
        assertThat(calls()).isEmpty();
        assertThat(send(twice.subList(0, 2)).allAccepted()).isTrue();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void longTextsAreSplitForWhoeverSendsPartByPart() {
        Batch<GlobeMessage> batch = sms.batches().batchSendMessageToGlobe(b -> b.from("Acme"));
        List<GlobeMessage> messages = IntStream.range(0, 100)
                .mapToObj(i -> GlobeMessage.of("" + (6281234500000L + i), "Ä".repeat(160)))
                .toList();

        List<List<GlobeMessage>> parts = batch.split(messages);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(batch.sendPart(parts.get(i), "parcels/" + i, options -> {})
                            .failure())
                    .isNull();
        }

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(batch.split(parts.get(0))).hasSize(1);
        assertThat(received("To")).isEqualTo(digits(messages));
        assertThat(calls())
                .extracting(call -> call.parameter("TaskId"))
                .containsExactlyElementsOf(IntStream.range(0, parts.size())
                        .mapToObj(i -> "parcels/" + i)
                        .toList());
        assertThat(cloud.attempts())
                .allSatisfy(request -> assertThat(request.target()).hasSizeLessThan(17 * 1024));
    }

    @Test
    void numbersAndTextsAreNotShown() {
        cloud.when("BatchSendMessageToGlobe").thenSucceedWith(Map.of("FailedList", "[\"6281234500000\"]"));
        List<GlobeMessage> messages = messages(1);

        BatchResult<GlobeMessage> result = send(messages);

        assertThat(result + " " + result.outcomes() + " " + messages)
                .contains("refused=1", "GlobeMessage{to=<13 chars>, text=<8 chars>}")
                .doesNotContain("62812", "Order");
    }

    @Test
    void aPartIsDescribedOnlyIfItFits() {
        Batch<GlobeMessage> batch = sms.batches().batchSendMessageToGlobe(b -> b.from("Acme"));
        List<GlobeMessage> fits = messages(100);
        List<GlobeMessage> tooLong = IntStream.range(0, 250)
                .mapToObj(i -> GlobeMessage.of("+" + (6281234500000L + i), "x".repeat(200)))
                .toList();
        List<GlobeMessage> one = List.of(GlobeMessage.of("+6281234500000", "x".repeat(20_000)));

        for (List<GlobeMessage> messages : List.of(fits, tooLong, one)) {
            assertThat(batch.describePart(messages) != null)
                    .isEqualTo(batch.split(messages).size() == 1);
        }
        assertThat(batch.split(tooLong)).hasSizeGreaterThan(1);
        assertThat(batch.split(one)).hasSize(1);
    }
}
