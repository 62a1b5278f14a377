package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.testing.QueueClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import okio.ByteString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A queue receives, hides, extends and deletes as the service does")
class FakeQueueTest extends QueueTestCase {
    private static String millis(java.time.Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    @Test
    void aMessageIsReceivedWithAllThatTheServiceSays() throws Exception {
        queue.putBody("a <b> & \"c\" \u00e9");
        time.advance(Duration.ofSeconds(5));

        Answer answer = get(MESSAGES);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rootName()).isEqualTo("Message");
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(answer.response().headers().firstValue("x-mns-request-id")).isPresent();
        assertThat(answer.one("MessageBody")).isEqualTo("a <b> & \"c\" \u00e9");
        assertThat(answer.one("MessageBodyMD5"))
                .isEqualTo(ByteString.encodeUtf8("a <b> & \"c\" \u00e9")
                        .md5()
                        .hex()
                        .toUpperCase(Locale.ROOT));
        assertThat(answer.one("MessageId")).isEqualTo(queue.messages().get(0).id());
        assertThat(answer.one("ReceiptHandle")).contains("+", "/", "=");
        assertThat(answer.one("EnqueueTime")).isEqualTo(millis(time.instant().minusSeconds(5)));
        assertThat(answer.one("FirstDequeueTime")).isEqualTo(millis(time.instant()));
        assertThat(answer.one("NextVisibleTime"))
                .isEqualTo(millis(time.instant().plusSeconds(30)));
        assertThat(answer.one("DequeueCount")).isEqualTo("1");
        assertThat(answer.one("Priority")).isEqualTo("8");
    }

    @Test
    void anEmptyQueueHasNoMessage() throws Exception {
        assertRefused(get(MESSAGES), 404, "MessageNotExist");
        assertRefused(get(MANY), 404, "MessageNotExist");
        assertThat(last().accepted()).isTrue();
        assertThat(queue.polls()).isEqualTo(2);
        assertThat(cloud.receivedCount("ReceiveMessage")).isEqualTo(1);
        assertThat(cloud.receivedCount("BatchReceiveMessage")).isEqualTo(1);
    }

    @Test
    void aQueueThatNobodyMadeDoesNotExist() throws Exception {
        key = client.key("");
        assertRefused(get("/queues/other/messages"), 404, "QueueNotExist");
        assertThat(last().refusalCode()).isEqualTo("QueueNotExist");
        cloud.queue("other");
        assertRefused(get("/queues/other/messages"), 404, "MessageNotExist");
        assertThatIllegalArgumentException().isThrownBy(() -> cloud.queue("a/b"));
        assertThatIllegalArgumentException().isThrownBy(() -> cloud.queue("a".repeat(121)));
    }

    @Test
    void aBatchHasSixteenMessagesAtMost() throws Exception {
        IntStream.range(0, 20).forEach(i -> queue.putBody("m" + i));

        assertThat(get(MESSAGES + "?numOfMessages=3").all("MessageBody")).containsExactly("m0", "m1", "m2");
        Answer batch = get(MANY);
        assertThat(batch.rootName()).isEqualTo("Messages");
        assertThat(batch.all("MessageBody")).hasSize(16);
        assertThat(get(MANY).all("MessageBody")).containsExactly("m19");
        assertThat(queue.inFlight()).isEqualTo(20);
        assertThat(queue.visible()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET ?numOfMessages=17",
                "GET ?numOfMessages=0",
                "GET ?numOfMessages=many",
                "GET ?numOfMessages=1&waitseconds=31",
                "GET ?waitseconds=-1",
                "PUT ?receiptHandle=1-Fake+/&visibilityTimeout=0",
                "PUT ?receiptHandle=1-Fake+/&visibilityTimeout=43201"
            })
    void whatIsOutOfBoundsIsRefused(String request) throws Exception {
        String target = MESSAGES + request.substring(4);

        assertRefused(request.startsWith("GET") ? get(target) : put(target), 400, "InvalidArgument");
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() throws Exception {
        assertRefused(put(MESSAGES + "?receiptHandle=1-Fake+/"), 400, "MissingVisibilityTimeout");
        assertRefused(put(MESSAGES + "?visibilityTimeout=10"), 400, "MissingReceiptHandle");
        assertRefused(delete(MESSAGES + "?ReceiptHandle="), 400, "MissingReceiptHandle");
        assertRefused(put("/queues/" + NAME), 400, "InvalidRequestURL");
        assertRefused(get("/queues/" + NAME + "/others"), 400, "InvalidRequestURL");
    }

    @Test
    void namesOfParametersMayBeInAnyCase() throws Exception {
        queue.putBody("a");
        String handle = get(MESSAGES + "?NUMOFMESSAGES=1&WaitSeconds=0").one("ReceiptHandle");
        String extended = put(MESSAGES + "?ReceiptHandle=" + handle + "&VisibilityTimeout=60")
                .one("ReceiptHandle");
        assertThat(delete(MESSAGES + "?receipthandle=" + extended).status()).isEqualTo(204);
    }

    @Test
    void lookingAtMessagesChangesNothing() throws Exception {
        queue.putBody("a").putBody("b");
        receive();

        Answer peeked = get(MESSAGES + "?peekonly=true");
        assertThat(peeked.rootName()).isEqualTo("Message");
        assertThat(peeked.one("MessageBody")).isEqualTo("b");
        assertThat(peeked.all("ReceiptHandle")).isEmpty();
        assertThat(peeked.one("DequeueCount")).isEqualTo("0");
        assertThat(get(MESSAGES + "?peekonly=true&numOfMessages=16").all("MessageBody"))
                .containsExactly("b");
        assertThat(queue.visible()).isEqualTo(1);
        receive();
        assertRefused(get(MESSAGES + "?peekonly=true"), 404, "MessageNotExist");
        assertThat(queue.polls()).isEqualTo(2);
    }

    @Test
    void aMessageIsHiddenForItsTimeAndThenComesAgainWithANewHandle() throws Exception {
        queue.putBody("a");
        String first = receive();
        time.advance(Duration.ofSeconds(29));
        assertRefused(get(MESSAGES), 404, "MessageNotExist");

        time.advance(Duration.ofSeconds(1));

        assertRefused(delete(MESSAGES + "?ReceiptHandle=" + first), 404, "MessageNotExist");
        Answer again = get(MESSAGES);
        assertThat(again.one("DequeueCount")).isEqualTo("2");
        assertThat(again.one("FirstDequeueTime"))
                .isEqualTo(millis(time.instant().minusSeconds(30)));
        assertRefused(delete(MESSAGES + "?ReceiptHandle=" + first), 404, "MessageNotExist");
        assertThat(delete(MESSAGES + "?ReceiptHandle=" + again.one("ReceiptHandle"))
                        .status())
                .isEqualTo(204);
        assertThat(queue.lapsedDeletes()).isEqualTo(2);
        assertThat(queue.deleted()).isEqualTo(1);
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void theTestSetsTheTimeThatMessagesAreHidden() throws Exception {
        queue.visibilityTimeout(Duration.ofMinutes(5)).putBody("a");
        assertThat(get(MESSAGES).one("NextVisibleTime"))
                .isEqualTo(millis(time.instant().plusSeconds(300)));
        queue.redeliver();
        assertThat(get(MESSAGES).one("DequeueCount")).isEqualTo("2");
        assertThatIllegalArgumentException().isThrownBy(() -> queue.visibilityTimeout(Duration.ofHours(13)));
        assertThatIllegalArgumentException().isThrownBy(() -> queue.visibilityTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> queue.pollingWait(Duration.ofSeconds(31)));
    }

    @Test
    void changedVisibilityCountsFromTheCallAndKillsTheOldHandle() throws Exception {
        queue.putBody("a");
        String old = receive();
        time.advance(Duration.ofSeconds(20));

        Answer answer = put(MESSAGES + "?receiptHandle=" + old + "&visibilityTimeout=50");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rootName()).isEqualTo("ChangeVisibility");
        assertThat(answer.one("NextVisibleTime"))
                .isEqualTo(millis(time.instant().plusSeconds(50)));
        assertThat(answer.one("ReceiptHandle")).isNotEqualTo(old);
        assertRefused(put(MESSAGES + "?receiptHandle=" + old + "&visibilityTimeout=50"), 404, "MessageNotExist");
        assertRefused(delete(MESSAGES + "?ReceiptHandle=" + old), 404, "MessageNotExist");
        time.advance(Duration.ofSeconds(49));
        assertRefused(get(MESSAGES), 404, "MessageNotExist");
        time.advance(Duration.ofSeconds(1));
        assertThat(get(MESSAGES).one("DequeueCount")).isEqualTo("2");
    }

    @Test
    void aHandleThatIsNoneIsAnErrorOfItsOwn() throws Exception {
        queue.putBody("a");
        String handle = receive();
        assertRefused(delete(MESSAGES + "?ReceiptHandle=" + handle.replace("+", "%20")), 400, "ReceiptHandleError");
        assertRefused(put(MESSAGES + "?receiptHandle=x&visibilityTimeout=1"), 400, "ReceiptHandleError");
        assertThat(queue.inFlight()).isEqualTo(1);
    }

    @Test
    void aBatchIsDeletedWithoutAWordIfAllOfItIs() throws Exception {
        queue.putBody("a").putBody("b").putBody("c");

        Answer deleted = deleteAll(get(MANY).all("ReceiptHandle"));

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.response().body()).isEmpty();
        assertThat(deleted.response().headers().firstValue("Content-Length")).isEmpty();
        assertThat(queue.deleted()).isEqualTo(3);
    }

    @Test
    void aBatchNamesThoseThatWereNotDeleted() throws Exception {
        queue.putBody("a").putBody("b");
        List<String> handles = new ArrayList<>(get(MANY).all("ReceiptHandle"));
        handles.add(1, "17-Fake+/gone");
        handles.add("nonsense");

        Answer answer = deleteAll(handles);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.rootName()).isEqualTo("Errors");
        assertThat(answer.all("ErrorCode")).containsExactly("MessageNotExist", "ReceiptHandleError");
        assertThat(answer.all("ReceiptHandle")).containsExactly("17-Fake+/gone", "nonsense");
        assertThat(answer.all("ErrorMessage")).hasSize(2);
        assertThat(queue.deleted()).isEqualTo(2);
    }

    @Test
    void deletesFailAsATestWantsIt() throws Exception {
        queue.putBody("a").putBody("b").putBody("c");
        List<String> handles = get(MANY).all("ReceiptHandle");
        queue.failDeletes(2);

        Answer answer = deleteAll(handles);

        assertThat(answer.all("ErrorCode")).containsExactly("InternalError", "InternalError");
        assertThat(answer.all("ReceiptHandle")).containsExactlyElementsOf(handles.subList(0, 2));
        assertThat(queue.deleted()).isEqualTo(1);
        assertThat(deleteAll(handles.subList(0, 2)).status()).isEqualTo(204);

        queue.putBody("d").failDeletes(1);
        String handle = receive();
        assertRefused(delete(MESSAGES + "?ReceiptHandle=" + handle), 500, "InternalError");
        assertThat(delete(MESSAGES + "?ReceiptHandle=" + handle).status()).isEqualTo(204);
    }

    @Test
    void aBodyThatIsNoListOfHandlesIsRefused() throws Exception {
        assertRefused(client.delete(key, MESSAGES).body("<a").send(), 400, "MalformedXML");
        assertRefused(client.delete(key, MESSAGES).body("<a/>").send(), 400, "MalformedXML");
        assertRefused(
                client.delete(key, MESSAGES)
                        .body("<!DOCTYPE a [<!ENTITY x \"y\">]><ReceiptHandles><ReceiptHandle>&x;</ReceiptHandle>"
                                + "</ReceiptHandles>")
                        .send(),
                400,
                "MalformedXML");
        assertRefused(deleteAll(List.of()), 400, "InvalidArgument");
        assertRefused(deleteAll(Collections.nCopies(17, "1-Fake+/")), 400, "InvalidArgument");
    }

    @Test
    void aQueueTellsItsAttributes() throws Exception {
        queue.putBody("a").putBody("b").putBody("c").visibilityTimeout(Duration.ofSeconds(45));
        queue.pollingWait(Duration.ofSeconds(7));
        receive();
        time.advance(Duration.ofSeconds(20));

        Answer answer = get("/queues/" + NAME);

        assertThat(answer.rootName()).isEqualTo("Queue");
        assertThat(answer.one("QueueName")).isEqualTo(NAME);
        assertThat(answer.one("ActiveMessages")).isEqualTo("2");
        assertThat(answer.one("InactiveMessages")).isEqualTo("1");
        assertThat(answer.one("VisibilityTimeout")).isEqualTo("45");
        assertThat(answer.one("PollingWaitSeconds")).isEqualTo("7");
        assertThat(answer.one("MaximumMessageSize")).isEqualTo("65536");
        assertThat(answer.one("CreateTime")).isEqualTo("1795255200");
    }

    @Test
    void aBodyHas64KilobytesAtMost() throws Exception {
        queue.putBody("\u00e9".repeat(32_768));
        assertThat(get(MESSAGES).one("MessageBody")).hasSize(32_768);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.putBody("\u00e9".repeat(32_768) + "a"))
                .withMessageContaining("65537");
    }

    @Test
    void messagesThatNobodyDeletesAreGoneAfterAWeek() throws Exception {
        queue.putBody("a");
        receive();
        time.advance(Duration.ofDays(7).minusSeconds(1));
        queue.putBody("b");
        assertThat(queue.visible()).isEqualTo(2);
        time.advance(Duration.ofSeconds(1));
        assertThat(queue.messages()).extracting(QueuedMessage::body).containsExactly("b");
        assertThat(queue.deleted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "1000000, 5"})
    void aFakeThatKeepsTheNewestDoesSoInQueues(int keep, int kept) {
        try (FakeCloud bounded = FakeCloud.builder().keep(keep).start()) {
            FakeQueue small = bounded.queue("small");
            IntStream.range(0, 5).forEach(i -> small.putBody("m" + i));
            assertThat(small.messages())
                    .hasSize(kept)
                    .last()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("m4"));
        }
    }

    @Test
    void aTestSeesMessagesAndWhatBecameOfThem() throws Exception {
        queue.putBody(Base64.getEncoder().encodeToString("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .putBody("plain");
        receive();

        assertThat(queue.messages()).hasSize(2);
        QueuedMessage first = queue.messages().get(0);
        assertThat(first.inFlight()).isTrue();
        assertThat(first.decodedBody()).isEqualTo("{\"a\":1}");
        assertThat(first.dequeueCount()).isEqualTo(1);
        assertThat(first.enqueuedAt()).isEqualTo(time.instant());
        assertThat(first.visibleAt()).isEqualTo(time.instant().plusSeconds(30));
        QueuedMessage second = queue.messages().get(1);
        assertThat(second.inFlight()).isFalse();
        assertThat(second.body()).isEqualTo("plain");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(first + " " + queue)
                .contains(first.id(), "1 visible, 1 in flight")
                .doesNotContain("plain");
    }

    @Test
    void aResetEmptiesTheQueueAndItStays() throws Exception {
        queue.putBody("a").visibilityTimeout(Duration.ofHours(1)).failDeletes(1);
        receive();

        cloud.reset();

        assertThat(queue.messages()).isEmpty();
        assertThat(queue.polls()).isZero();
        cloud.queue(NAME).putBody("b");
        Answer answer = get(MESSAGES);
        assertThat(answer.one("MessageBody")).isEqualTo("b");
        assertThat(answer.one("NextVisibleTime"))
                .isEqualTo(millis(time.instant().plusSeconds(30)));
        assertThat(delete(MESSAGES + "?ReceiptHandle=" + answer.one("ReceiptHandle"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void timesAreThoseOfTheFakesClock() throws Exception {
        queue.putBody("a").putBody("b");
        receive();
        cloud.skewClock(Duration.ofMinutes(-30));
        assertRefused(get(MESSAGES), 408, "TimeExpired");

        Answer second =
                client.get(key, MESSAGES).at(time.instant().minusSeconds(1_800)).send();

        assertThat(second.one("MessageBody"))
                .as("the first is as hidden as before")
                .isEqualTo("b");
        assertThat(second.one("NextVisibleTime"))
                .isEqualTo(millis(time.instant().minusSeconds(1_770)));
        assertThat(second.one("EnqueueTime")).isEqualTo(millis(time.instant().minusSeconds(1_800)));
    }
}
