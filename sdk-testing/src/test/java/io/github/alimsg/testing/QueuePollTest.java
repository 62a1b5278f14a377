package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.testing.QueueClient.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Long polls wait by the fake's clock")
class QueuePollTest extends QueueTestCase {
    private static final String POLL = MANY + "&waitseconds=20";

    private CompletableFuture<Answer> poll() throws InterruptedException {
        int before = queue.waitingPolls();
        CompletableFuture<Answer> poll = client.get(key, POLL).begin();
        queue.await(q -> q.waitingPolls() == before + 1, LONG);
        return poll;
    }

    private static Answer get(CompletableFuture<Answer> poll) throws Exception {
        return poll.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aPollEndsWhenAMessageArrives() throws Exception {
        CompletableFuture<Answer> poll = poll();

        queue.putBody("a");

        assertThat(get(poll).all("MessageBody")).containsExactly("a");
        assertThat(queue.waitingPolls()).isZero();
        assertThat(queue.polls()).isEqualTo(1);
    }

    @Test
    void aPollEndsWhenItsTimeHasPassed() throws Exception {
        CompletableFuture<Answer> poll = poll();
        time.advance(Duration.ofSeconds(19));
        assertThat(queue.waitingPolls()).isEqualTo(1);

        time.advance(Duration.ofSeconds(1));

        assertRefused(get(poll), 404, "MessageNotExist");
    }

    @Test
    void aClockThatIsSetOrSleptOnEndsPollsToo() throws Exception {
        CompletableFuture<Answer> poll = poll();
        time.set(time.instant().plusSeconds(20));
        assertRefused(get(poll), 404, "MessageNotExist");

        poll = poll();
        time.sleep(Duration.ofSeconds(20));
        assertRefused(get(poll), 404, "MessageNotExist");
    }

    @Test
    void aPollGoesOnWhenTheFakeIsReset() throws Exception {
        CompletableFuture<Answer> poll = poll();
        cloud.reset();
        assertThat(queue.waitingPolls()).isEqualTo(1);
        queue.putBody("a");
        assertThat(get(poll).all("MessageBody")).containsExactly("a");
    }

    @Test
    void aPollReceivesWhatBecomesVisibleAgain() throws Exception {
        queue.putBody("a");
        queue.visibilityTimeout(Duration.ofSeconds(5));
        receive();
        CompletableFuture<Answer> poll = poll();

        time.advance(Duration.ofSeconds(5));

        assertThat(get(poll).one("DequeueCount")).isEqualTo("2");
    }

    @Test
    void aPollEndsWhenTheFakeCloses() throws Exception {
        CompletableFuture<Answer> poll = poll();
        long start = System.nanoTime();

        cloud.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        try {
            assertThat(get(poll).status()).isEqualTo(404);
        } catch (ExecutionException connectionClosed) {
            assertThat(connectionClosed).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void theQueuesOwnWaitIsThatOfPollsThatSayNone() throws Exception {
        queue.pollingWait(Duration.ofSeconds(3));
        CompletableFuture<Answer> poll = client.get(key, MANY).begin();
        queue.await(q -> q.waitingPolls() == 1, LONG);
        assertRefused(client.get(key, MANY + "&waitseconds=0").send(), 404, "MessageNotExist");

        time.advance(Duration.ofSeconds(3));

        assertRefused(get(poll), 404, "MessageNotExist");
    }

    @Test
    void anEmptyQueueRepliesAtOnceIfATestWantsIt() throws Exception {
        CompletableFuture<Answer> waits = poll();
        queue.emptyAtOnce(true);
        assertRefused(get(waits), 404, "MessageNotExist");
        assertRefused(client.get(key, POLL).send(), 404, "MessageNotExist");

        queue.putBody("a");
        assertThat(client.get(key, POLL).send().all("MessageBody")).containsExactly("a");
        queue.emptyAtOnce(false);
        poll();
    }

    @Test
    void eachMessageGoesToOneOfSeveralPolls() throws Exception {
        CompletableFuture<Answer> one =
                client.get(key, MESSAGES + "?waitseconds=20").begin();
        CompletableFuture<Answer> other =
                client.get(key, MESSAGES + "?waitseconds=20").begin();
        queue.await(q -> q.waitingPolls() == 2, LONG);

        queue.putBody("a").putBody("b");

        assertThat(List.of(get(one).one("MessageBody"), get(other).one("MessageBody")))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aKeyThatEndsDoesNotEndThePollThatItHasOpened() throws Exception {
        CompletableFuture<Answer> poll = poll();
        cloud.expireQueueKeys();
        queue.putBody("a");
        assertThat(get(poll).all("MessageBody")).containsExactly("a");
    }

    @Test
    void aPollWhoseClientHasGoneTakesNoMessage() throws Exception {
        Socket gone = pollBySocket();
        queue.await(q -> q.waitingPolls() == 1, LONG);
        gone.close();
        queue.await(q -> q.waitingPolls() == 0, LONG);

        queue.putBody("a");

        assertThat(client.get(key, MESSAGES).send().one("DequeueCount")).isEqualTo("1");
    }

    private Socket pollBySocket() throws IOException {
        String date = "Sat, 21 Nov 2026 10:00:00 GMT";
        String toSign = "GET\n\n\n" + date + "\nx-mns-version:2015-06-06\n" + POLL;
        String signature = Base64.getEncoder().encodeToString(QueueClient.hmacSha1(key.accessKeySecret(), toSign));
        Socket socket = new Socket(cloud.endpoint().getHost(), cloud.endpoint().getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + POLL + " HTTP/1.1\r\nHost: localhost\r\nDate: " + date
                        + "\r\nx-mns-version: 2015-06-06\r\nsecurity-token: " + key.securityToken()
                        + "\r\nAuthorization: MNS " + key.accessKeyId() + ":" + signature + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    @Test
    void onTheMachinesClockAPollWaitsAsLongAsItSays() throws Exception {
        try (FakeCloud real = FakeCloud.start();
                QueueClient consumer = new QueueClient(real, Instant::now)) {
            FakeQueue onItsClock = real.queue(NAME).visibilityTimeout(Duration.ofSeconds(1));
            Credentials lent = consumer.key(NAME);
            onItsClock.putBody("a");
            assertThat(consumer.get(lent, MANY).send().status()).isEqualTo(200);
            long start = System.nanoTime();

            Answer again = consumer.get(lent, POLL).send();

            assertThat(again.one("DequeueCount")).isEqualTo("2");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(8));
            assertRefused(consumer.get(lent, MANY + "&waitseconds=0").send(), 404, "MessageNotExist");
        }
    }

    @Test
    void eachOfManyMessagesIsHandledOnceByManyConsumers() throws Exception {
        try (FakeCloud real = FakeCloud.start();
                QueueClient consumer = new QueueClient(real, Instant::now)) {
            FakeQueue many = real.queue(NAME);
            Credentials lent = consumer.key(NAME);
            Queue<String> handled = new ConcurrentLinkedQueue<>();
            List<CompletableFuture<Void>> consumers = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> consume(consumer, lent, handled)))
                    .toList();

            IntStream.range(0, 500).forEach(i -> many.putBody("m" + i));

            many.await(q -> q.deleted() == 500, LONG);
            many.emptyAtOnce(true);
            for (CompletableFuture<Void> one : consumers) {
                one.get(LONG.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(handled).hasSize(500).doesNotHaveDuplicates();
            assertThat(many.lapsedDeletes()).isZero();
            assertThat(many.messages()).isEmpty();
        }
    }

    private static void consume(QueueClient consumer, Credentials key, Queue<String> handled) {
        try {
            for (Answer answer; (answer = consumer.get(key, POLL).send()).status() == 200; ) {
                handled.addAll(answer.all("MessageBody"));
                consumer.deleteAll(key, NAME, answer.all("ReceiptHandle")).send();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClockOfTheTestsOwnIsLookedAtAgainAndAgain() throws Exception {
        ManualTime behind = new ManualTime();
        TimeSource own = new TimeSource() {
            @Override
            public Instant instant() {
                return behind.instant();
            }

            @Override
            public long nanoTime() {
                return behind.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                behind.sleep(duration);
            }
        };
        try (FakeCloud other = FakeCloud.builder().timeSource(own).start();
                QueueClient consumer = new QueueClient(other, behind::instant)) {
            FakeQueue onItsClock = other.queue(NAME);
            CompletableFuture<Answer> poll =
                    consumer.get(consumer.key(NAME), POLL).begin();
            onItsClock.await(q -> q.waitingPolls() == 1, LONG);

            behind.advance(Duration.ofSeconds(20));

            assertRefused(get(poll), 404, "MessageNotExist");
        }
    }
}
