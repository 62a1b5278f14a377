package io.github.alimsg.cams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest.Recipient;
import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mass message reaches each recipient once, and says of each what became of it. */
class BatchesTest {
    private static final Pattern TO = Pattern.compile("\"To\":\"([^\"]*)\"");

    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private final CamsClient cams = cloud.configure(CamsClient.builder()).build();

    @AfterEach
    void close() {
        cams.close();
        cloud.close();
    }

    private static Recipient recipient(String to, String name) {
        return Recipient.builder()
                .to(to)
                .templateParams(Map.of("name", name))
                .payload("stop", "more")
                .build();
    }

    private static List<Recipient> recipients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> recipient("" + (6281234500000L + i), "Ayu" + i))
                .toList();
    }

    private BatchResult<Recipient> send(List<Recipient> recipients) {
        return cams.batches()
                .sendChatappMassMessage(
                        b -> b.channelType(ChannelType.WHATSAPP)
                                .custSpaceId("cams-8c8d0a1b")
                                .from("8613800001111")
                                .templateCode("order_update")
                                .language("en"),
                        recipients);
    }

    private List<ReceivedCall> calls() {
        return cloud.received("SendChatappMassMessage");
    }

    private List<String> received() {
        List<String> to = new ArrayList<>();
        for (ReceivedCall call : calls()) {
            TO.matcher(Objects.requireNonNull(call.parameter("SenderList")))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(to::add);
        }
        return to;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 1_000, 2_500})
    void everyRecipientIsSentToOnceAndInOrder(int count) {
        cloud.when("SendChatappMassMessage").thenSucceedWith(Map.of("GroupMessageId", "group-1"));
        List<Recipient> recipients = recipients(count);

        BatchResult<Recipient> result = send(recipients);

        assertThat(result.allAccepted()).isTrue();
        assertThat(result.accepted()).isEqualTo(recipients);
        assertThat(result.outcomes()).allMatch(outcome -> "group-1".equals(outcome.id()));
        assertThat(received()).isEqualTo(recipients.stream().map(Recipient::to).toList());
        assertThat(cloud.attempts())
                .allSatisfy(request -> assertThat(request.target()).hasSizeLessThan(17 * 1024));
    }

    @Test
    void aThousandShortRecipientsAreTheMost() {
        List<Recipient> recipients = IntStream.range(0, 1_001)
                .mapToObj(i -> Recipient.builder().to("" + i).build())
                .toList();

        assertThat(send(recipients).allAccepted()).isTrue();
        assertThat(calls()).hasSizeGreaterThan(1);
        assertThat(received()).hasSize(1_001).doesNotHaveDuplicates();
    }

    @Test
    void partsStayBelowTenCallsASecondWithoutPacing() {
        assertThat(send(recipients(2_500)).allAccepted()).isTrue();

        assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMillis(103L * (calls().size() - 1)));
    }

    @Test
    void aLostAnswerLeavesItsPartUnknownAndTheRestNotSent() {
        cloud.when("SendChatappMassMessage").thenSucceed().thenCutAfterRequest().thenSucceed();
        List<Recipient> recipients = recipients(1_000);

        BatchResult<Recipient> first = send(recipients);
        BatchResult<Recipient> second = send(first.notSent());

        assertThat(first.unknown()).isNotEmpty();
        assertThat(second.allAccepted()).isTrue();
        assertThat(first.accepted().size()
                        + first.unknown().size()
                        + second.accepted().size())
                .isEqualTo(1_000);
        assertThat(received()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void theSameMessageTwiceIsRefusedHoweverTheNumberIsWritten() {
        List<Recipient> twice = List.of(recipient("6281234500000", "Ayu"), recipient("+62 812-3450-0000", "Ayu"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(twice))
                .withMessageContaining("recipients 1 and 2")
                .withMessageNotContaining("62812");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aPartHasTheOwnIdThatItIsGiven() {
        Batch<Recipient> batch = cams.batches()
                .sendChatappMassMessage(b -> b.channelType(ChannelType.WHATSAPP)
                        .custSpaceId("cams-8c8d0a1b")
                        .from("8613800001111")
                        .templateCode("order_update")
                        .language("en"));

        batch.sendPart(recipients(3), "parcels/7", options -> {});

        assertThat(batch.ownId()).isEqualTo("TaskId");
        assertThat(batch.callsPerSecond()).isEqualTo(10);
        assertThat(calls())
                .singleElement()
                .satisfies(call -> assertThat(call.parameter("TaskId")).isEqualTo("parcels/7"));
        assertThat(received())
                .isEqualTo(recipients(3).stream().map(Recipient::to).toList());
    }

    @Test
    void twoMessagesToOneRecipientTravelInTwoParts() {
        List<Recipient> both = List.of(recipient("6281234500000", "Ayu"), recipient("6281234500000", "Budi"));

        assertThat(send(both).accepted()).isEqualTo(both);
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aRecipientWithoutAddressIsRefusedBeforeAnythingIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(List.of(Recipient.builder().build())))
                .withMessageContaining("'to'");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aNumberIsOneRecipientAsTextAndAsNumber() {
        List<Recipient> twice = List.of(
                Recipient.builder().to("0062 812 3450 0000").build(),
                Recipient.builder().to(PhoneNumber.of("+62 812-3450-0000")).build());

        assertThatIllegalArgumentException().isThrownBy(() -> send(twice)).withMessageContaining("recipients 1 and 2");
        assertThat(calls()).isEmpty();
    }

    @Test
    void recipientsWithoutVariablesAreSentWithoutThem() {
        send(List.of(
                Recipient.builder().to("6281234500000").templateParams(Map.of()).build()));

        assertThat(calls().get(0).parameter("SenderList")).isEqualTo("[{\"To\":\"6281234500000\"}]");
    }
}
