package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReceiptQueueTest {
    private static final String OTHER = "Alicom-Queue-1-SmsReport";

    private final QueueBed bed = new QueueBed();
    private final AtomicInteger handled = new AtomicInteger();

    @AfterEach
    void close() {
        bed.close();
    }

    private ReceiptQueue start() {
        return bed.start(receipt -> handled.incrementAndGet());
    }

    /** A long poll is under way for 20 seconds; its key ends meanwhile. */
    @Test
    void theTokenIsRenewedInMidPoll() throws Exception {
        bed.cloud.lendQueueKeysFor(Duration.ofSeconds(60));
        start();
        for (int i = 1; i <= 20; i++) {
            int expected = i;
            bed.until(queue -> queue.waitingPolls() == 1);
            bed.time.advance(Duration.ofSeconds(19));
            bed.cloud.expireQueueKeys();
            bed.put("r" + i);
            bed.until(() -> handled.get() == expected);
            bed.pass(Duration.ofMillis(100), () -> bed.fake.deleted() == expected);
        }

        assertThat(bed.fake.lapsedDeletes()).isZero();
        assertThat(bed.pollFailures).isEmpty();
        assertThat(bed.calls("QueryTokenForMnsQueue")).isGreaterThanOrEqualTo(20);
    }

    @Test
    void severalQueuesHaveTheirOwnHandlersKeysAndWorkers() throws Exception {
        var release = new CountDownLatch(1);
        var other = new AtomicInteger();
        bed.cloud.queue(OTHER).putBody(TestReceipts.body("x"));
        bed.put("a", "b");
        ReceiptQueue queue = bed.start(bed.builder()
                .workers(1)
                .receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> {
                    handled.incrementAndGet();
                    QueueBed.await(release);
                }))
                .receive(OTHER, TestReceipts.dispatcher(receipt -> other.incrementAndGet())));

        bed.until(() -> handled.get() == 1 && other.get() == 1);
        release.countDown();
        bed.until(() -> handled.get() == 2);

        assertThat(queue.status()).extracting(QueueStatus::queueName).containsExactly(QueueBed.NAME, OTHER);
        assertThat(bed.cloud.received("QueryTokenForMnsQueue"))
                .extracting(call -> call.parameter("MessageType"))
                .containsExactlyInAnyOrder("ChatAppStatus", "SmsReport");
    }

    @Test
    void anEmptyReplyThatComesAtOnceIsFollowedByAPause() throws Exception {
        bed.fake.emptyAtOnce(true);
        start();

        int polls = 0;
        for (int seconds : List.of(1, 2, 4, 8, 10, 10)) {
            Duration pause = Duration.ofSeconds(seconds);
            bed.until(() -> bed.time.isAwaited(pause));
            assertThat(bed.fake.polls()).isEqualTo(++polls);
            bed.time.advance(pause);
        }

        bed.fake.emptyAtOnce(false);
        bed.pass(Duration.ofSeconds(1), () -> bed.fake.waitingPolls() == 1);
        assertThat(bed.pollFailures).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, QpsLimitExceeded", "400, Whatever", "502, ''"})
    void aFaultIsFollowedByAPauseAndPollingGoesOn(int status, String code) throws Exception {
        bed.cloud
                .when("BatchReceiveMessage")
                .thenRespond(refusal(status, code))
                .thenRespond(refusal(status, code))
                .thenSucceed();
        bed.put("a");
        ReceiptQueue queue = start();

        bed.until(() -> queue.status().get(0).pollFailure() != null);
        assertThat(queue.status().get(0).isRunning()).isTrue();
        bed.pass(Duration.ofMillis(500), () -> handled.get() == 1);

        assertThat(bed.pollFailures).as("told once").hasSize(1);
        assertThat(queue.status().get(0).pollFailure()).isNull();
    }

    private static Reply refusal(int status, String code) {
        return Reply.xml(status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>");
    }

    @Test
    void whatIsOfflineIsPolledAgainForAsLongAsItTakes() throws Exception {
        ReceiptQueue queue = start();
        bed.until(fake -> fake.waitingPolls() == 1);
        bed.cloud.goOffline();
        bed.pass(Duration.ofSeconds(10), () -> !bed.pollFailures.isEmpty());
        bed.time.advance(Duration.ofHours(5));
        assertThat(queue.status().get(0).isRunning()).isTrue();
        assertThat(queue.status().get(0).failingSince())
                .isNotNull()
                .isEqualTo(bed.pollFailures.get(0).failingSince());

        bed.cloud.goOnline();
        bed.put("a");
        bed.pass(Duration.ofSeconds(10), () -> handled.get() == 1);

        assertThat(queue.status().get(0).failingSince()).isNull();
        assertThat(bed.pollFailures)
                .singleElement()
                .satisfies(status -> assertThat(status.pollFailure())
                        .isInstanceOfAny(TransportException.class, CredentialsException.class));
    }

    @ParameterizedTest
    @CsvSource({"404, QueueNotExist", "403, AccessDenied", "403, SignatureDoesNotMatch", "403, InvalidAccessKeyId"})
    void aRefusalForGoodEndsThePollsOfThatQueueAndSaysSo(int status, String code) throws Exception {
        bed.cloud.when("BatchReceiveMessage").thenRespond(refusal(status, code));
        ReceiptQueue queue = start();

        bed.until(() -> bed.pollFailures.size() == 1 && !queue.status().get(0).isRunning());

        assertThat(bed.pollFailures.get(0).isRunning()).isFalse();
        assertThat(bed.pollFailures.get(0).pollFailure())
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo(code));
        bed.cloud.when("BatchReceiveMessage").thenSucceed();
        bed.put("a");
        bed.until(() -> {
            queue.start(); // as an operator would who has put it right
            return handled.get() == 1;
        });
    }

    @Test
    void aQueueThatDoesNotExistLeavesTheOthersAlone() throws Exception {
        ReceiptQueue queue = bed.start(bed.builder()
                .receive("Alicom-Queue-9-ChatAppStatus", TestReceipts.dispatcher(receipt -> {}))
                .receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> handled.incrementAndGet())));
        bed.until(() -> !queue.status().get(0).isRunning());

        bed.put("a");
        bed.until(() -> handled.get() == 1);

        assertThat(queue.status().get(1).isRunning()).isTrue();
    }

    @Test
    void aWrongClockIsCorrectedByTheServices() throws Exception {
        bed.cloud.skewClock(Duration.ofHours(3));
        bed.put("a");
        start();

        bed.pass(Duration.ofMillis(100), () -> bed.fake.deleted() == 1);

        assertThat(bed.pollFailures).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldKeptAndDelayed() throws Exception {
        bed.fake.putBody("<not a receipt>");
        ReceiptQueue queue = start();

        bed.until(() -> bed.failures.size() == 1);

        assertThat(bed.failures.get(0).retryDelay()).isEqualTo(Duration.ofMinutes(15));
        bed.until(() -> queue.status().get(0).inFlight() == 0);
        assertThat(bed.fake.messages()).hasSize(1);
        bed.pass(Duration.ofMinutes(1), () -> bed.failures.size() >= 2);
        assertThat(handled).hasValue(0);
    }

    @Test
    void whatIsGivenUpIsDeleted() throws Exception {
        bed.fake.putBody("<not a receipt>");
        bed.start(bed.builder()
                .onFailure(QueueFailure::giveUp)
                .receive(QueueBed.NAME, TestReceipts.dispatcher(any -> {})));

        bed.pass(Duration.ofMillis(100), () -> bed.fake.deleted() == 1);
    }

    @Test
    void deletesThatFailAreTriedAgain() throws Exception {
        bed.fake.failDeletes(3);
        bed.put("a", "b", "c", "d", "e");
        ReceiptQueue queue = start();

        bed.pass(Duration.ofMillis(100), () -> bed.fake.deleted() == 5);

        assertThat(handled).hasValue(5);
        assertThat(queue.status().get(0).lapsed()).isZero();
    }

    /** The visibility ends though it is renewed: the service is away. The receipt is known when it comes again. */
    @Test
    void aReceiptThatLapsedWhileItWasHandledIsNotHandledAgain() throws Exception {
        var release = new CountDownLatch(1);
        bed.put("a");
        ReceiptQueue queue = bed.start(receipt -> {
            handled.incrementAndGet();
            QueueBed.await(release);
        });
        bed.until(() -> handled.get() == 1);
        bed.fake.redeliver();
        bed.pass(Duration.ofSeconds(1), () -> queue.status().get(0).failed() > 0); // it comes while it is handled
        release.countDown();

        bed.pass(Duration.ofSeconds(1), () -> bed.fake.deleted() == 1);

        assertThat(handled).hasValue(1);
        assertThat(queue.status().get(0).lapsed()).isPositive();
    }

    @Test
    void theStatusSaysHowAQueueIsDoing() throws Exception {
        bed.put("a");
        bed.time.advance(Duration.ofSeconds(42));
        ReceiptQueue queue = bed.open(
                bed.builder().receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> handled.incrementAndGet())));
        QueueStatus before = queue.status().get(0);
        assertThat(before.isRunning()).isFalse();
        assertThat(before.lastReply()).isNull();

        queue.start();
        bed.until(fake -> handled.get() == 1 && queue.status().get(0).inFlight() == 0);

        QueueStatus status = queue.status().get(0);
        assertThat(status.isRunning()).isTrue();
        assertThat(status.lastReply()).isEqualTo(bed.time.instant());
        assertThat(status.lag()).isEqualTo(Duration.ofSeconds(42));
        assertThat(status.handled()).isEqualTo(1);
        assertThat(status.failed()).isZero();
        assertThat(status)
                .hasToString("QueueStatus{" + QueueBed.NAME + ", running, in flight 0, handled 1, failed 0, lapsed 0}");
    }

    @Test
    void aPlainPollLeavesEverythingToTheCaller() {
        bed.put("a", "b", "c");
        ReceiptQueue queue = bed.open(bed.builder());
        ReceiptDispatcher receipts = TestReceipts.dispatcher(receipt -> handled.incrementAndGet());

        List<QueuedReceipt> polled = queue.poll(QueueBed.NAME, 16, Duration.ZERO);

        assertThat(polled).hasSize(3).allSatisfy(one -> {
            assertThat(one.queueName()).isEqualTo(QueueBed.NAME);
            assertThat(one.dequeueCount()).isEqualTo(1);
            assertThat(one.enqueuedAt()).isEqualTo(bed.time.instant());
            assertThat(one.invisibleFor()).isEqualTo(Duration.ofSeconds(30));
        });
        assertThat(receipts.handle(polled.get(0).body()).accepted()).isTrue();
        assertThat(polled.get(0).done()).isTrue();
        assertThat(polled.get(1).extend(Duration.ofMinutes(5))).isTrue();
        assertThat(polled.get(1).extend(Duration.ofMinutes(5)))
                .as("by the new handle")
                .isTrue();
        assertThat(polled.get(2).again(Duration.ofSeconds(1))).isTrue();
        bed.time.advance(Duration.ofSeconds(60));
        assertThat(bed.fake.visible()).isEqualTo(1);
        assertThat(bed.fake.inFlight()).isEqualTo(1);
        assertThat(queue.poll(QueueBed.NAME, 1, Duration.ZERO)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(polled.get(2).id());
            assertThat(one.dequeueCount()).isEqualTo(2);
            assertThat(polled.get(2).done()).as("its visibility had ended").isFalse();
            assertThat(one.done()).isTrue();
        });
        assertThat(queue.poll(QueueBed.NAME, 1, Duration.ZERO)).isEmpty();
    }

    @Test
    void settingsOutOfBoundsAreRefused() {
        ReceiptQueueBuilder builder = bed.builder();
        ReceiptDispatcher receipts = TestReceipts.dispatcher(receipt -> {});
        for (int workers : new int[] {0, 1_001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> builder.workers(workers));
        }
        for (Duration wait : List.of(Duration.ZERO, Duration.ofMillis(30_001))) {
            assertThatIllegalArgumentException().isThrownBy(() -> builder.pollWait(wait));
        }
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.retryDelay(Duration.ZERO, second));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.retryDelay(second, Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.retryDelay(second, Duration.ofHours(13)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.receive("no/queue-SmsReport", receipts));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.receive("NoType", receipts));
        builder.receive(OTHER, receipts);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.receive(OTHER, receipts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://queues.example", "https://queues.example/path", "ftp://queues.example"})
    void anEndpointIsHttpsOrThisMachine(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> bed.builder().queueEndpoint(URI.create(endpoint)));
    }

    @Test
    void pollsGoWhereTheSiteOrTheSettingSays() throws Exception {
        var elsewhere = new QueueBed();
        elsewhere.put("a");
        try {
            bed.start(bed.builder()
                    .queueEndpoint(elsewhere.cloud.endpoint())
                    .receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> {})));

            bed.until(() -> bed.pollFailures.size() == 1); // it does not know the keys that were lent here
            assertThat(elsewhere.fake.messages()).hasSize(1);
            assertThat(elsewhere.cloud.attempts()).isNotEmpty();
        } finally {
            elsewhere.close();
        }
        assertThat(Site.CHINA.queueEndpoint()).hasToString("https://1943695596114318.mns.cn-hangzhou.aliyuncs.com");
        assertThat(Site.INTERNATIONAL.queueEndpoint())
                .hasToString("https://1493622401794734.mns.ap-southeast-1.aliyuncs.com");
    }

    @Test
    void theSiteIsTheRegionOfTheTokens() {
        DybaseClient.Builder client = bed.cloud.configure(DybaseClient.builder());

        bed.open(ReceiptQueue.builder(Site.CHINA).client(client));

        assertThat(client.options().region()).isEqualTo("cn-hangzhou");
    }

    @Test
    void nothingStartsWithoutAQueueOrAfterClosing() {
        ReceiptQueue empty = bed.open(bed.builder());
        assertThatIllegalStateException().isThrownBy(empty::start);

        empty.close();
        empty.close();
        assertThatIllegalStateException().isThrownBy(empty::start).withMessage("the queue is closed");
        assertThatIllegalStateException().isThrownBy(() -> empty.poll(QueueBed.NAME, 1, Duration.ZERO));
    }
}
