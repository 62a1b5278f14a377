package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the puller in the vendor's samples does wrong, one test a fault. */
@Timeout(60)
class VendorPullerFaultsTest {
    private static final int BATCH = 16;

    private final QueueBed bed = new QueueBed();
    private final AtomicInteger handled = new AtomicInteger();

    @AfterEach
    void close() {
        bed.close();
    }

    /** It polls without a wait: an empty queue is a billed loop. */
    @Test
    void aPollWaitsAtTheServiceInsteadOfSpinning() throws Exception {
        bed.start(receipt -> handled.incrementAndGet());

        bed.until(queue -> queue.waitingPolls() == 1);
        bed.time.advance(Duration.ofSeconds(19));
        bed.put("a");
        bed.until(queue -> handled.get() == 1 && queue.waitingPolls() == 1);

        assertThat(bed.fake.polls())
                .as("one that brought a message, one that waits")
                .isEqualTo(2);
        assertThat(bed.cloud.received("BatchReceiveMessage"))
                .allSatisfy(poll -> assertThat(poll.parameters()).containsEntry("waitseconds", "20"));
    }

    /** It fetches 16 whatever its workers do, and drops the rest of the batch when they are busy. */
    @Test
    void noMoreMessagesAreReceivedThanWorkersAreFree() throws Exception {
        var release = new CountDownLatch(1);
        for (int i = 0; i < 10; i++) {
            bed.put("r" + i);
        }
        bed.start(bed.builder().workers(3).receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> {
            handled.incrementAndGet();
            QueueBed.await(release);
        })));

        bed.until(() -> handled.get() == 3);
        assertThat(bed.fake.inFlight()).isEqualTo(3);
        assertThat(bed.fake.visible()).isEqualTo(7);

        release.countDown();
        bed.until(() -> handled.get() == 10);
        bed.pass(Duration.ofMillis(200), () -> bed.fake.deleted() == 10);
        assertThat(bed.failures).isEmpty();
    }

    /** It closes the old client when the token changes: deletes in flight fail, and messages come twice. */
    @Test
    void deletesSucceedWhileTheTokenChanges() throws Exception {
        bed.start(bed.builder().workers(1).receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> {
            if (handled.incrementAndGet() % 5 == 0) {
                bed.cloud.expireQueueKeys();
            }
        })));
        for (int i = 0; i < 40; i++) {
            bed.put("r" + i);
        }

        bed.pass(Duration.ofMillis(200), () -> bed.fake.deleted() == 40);

        assertThat(handled).hasValue(40);
        assertThat(bed.fake.lapsedDeletes()).isZero();
        assertThat(bed.pollFailures).isEmpty();
        assertThat(bed.calls("QueryTokenForMnsQueue")).isGreaterThan(1);
    }

    /** A handler that throws ends silently: nobody is told, and nothing says when the message comes again. */
    @Test
    void aHandlerThatThrowsIsToldAndItsMessageComesAgain() throws Exception {
        bed.put("a");
        bed.start(receipt -> {
            if (handled.incrementAndGet() < 3) {
                throw new IllegalStateException("the database is away");
            }
        });

        bed.until(() -> bed.failures.size() == 1);
        QueueFailure failure = bed.failures.get(0);
        assertThat(failure.queueName()).isEqualTo(QueueBed.NAME);
        assertThat(failure.dequeueCount()).isEqualTo(1);
        assertThat(failure.failures()).singleElement().asString().contains("the database is away");
        assertThat(failure.retryDelay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(failure.toString()).doesNotContain("database").contains("java.lang.IllegalStateException");
        bed.pass(Duration.ofSeconds(1), () -> bed.failures.size() == 2);
        assertThat(bed.failures.get(1).retryDelay()).as("twice as long").isEqualTo(Duration.ofSeconds(20));
        bed.pass(Duration.ofSeconds(1), () -> bed.fake.deleted() == 1);
        assertThat(handled).hasValue(3);
    }

    /** It never extends a visibility: a handler that takes longer runs twice at once. */
    @Test
    void aSlowHandlerRunsOnce() throws Exception {
        var release = new CountDownLatch(1);
        bed.put("slow");
        bed.start(receipt -> {
            handled.incrementAndGet();
            QueueBed.await(release);
        });
        Duration half = Duration.ofSeconds(15);
        bed.until(() -> handled.get() == 1 && bed.time.isAwaited(half));

        for (int renewals = 1; renewals <= 6; renewals++) { // three times its visibility of 30 seconds
            int expected = renewals;
            bed.time.advance(half);
            bed.until(() -> bed.calls("ChangeMessageVisibility") == expected && bed.time.isAwaited(half));
            assertThat(bed.fake.inFlight()).isEqualTo(1);
        }
        release.countDown();
        bed.pass(Duration.ofMillis(200), () -> bed.fake.deleted() == 1);

        assertThat(handled).hasValue(1);
        assertThat(bed.fake.lapsedDeletes()).as("the new handle was used").isZero();
        List<String> handles = bed.cloud.received("ChangeMessageVisibility").stream()
                .map(call -> call.parameter("receiptHandle"))
                .toList();
        assertThat(handles).doesNotHaveDuplicates();
    }

    /** It deletes each message by a request of its own. */
    @Test
    void sixteenMessagesAreDeletedByOneRequest() throws Exception {
        var together = new CountDownLatch(BATCH);
        for (int i = 0; i < BATCH; i++) {
            bed.put("r" + i);
        }
        bed.start(bed.builder().workers(BATCH).receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> {
            together.countDown();
            QueueBed.await(together);
        })));

        bed.until(queue -> queue.deleted() == BATCH);

        assertThat(bed.cloud.received("BatchDeleteMessage")).hasSize(1);
        assertThat(bed.cloud.received("DeleteMessage")).isEmpty();
    }

    /** Its stop sets a flag and returns: what was half handled is left to the end of the process. */
    @Test
    void closingWaitsForWhatIsBeingHandled() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        List<String> events = new CopyOnWriteArrayList<>();
        bed.fake.visibilityTimeout(Duration.ofHours(12));
        bed.put("a");
        ReceiptQueue queue = bed.start(receipt -> {
            begun.countDown();
            QueueBed.await(release);
            events.add("handled");
        });
        QueueBed.await(begun);
        var closing = new Thread(() -> {
            queue.close(Duration.ofDays(1));
            events.add("closed");
        });

        closing.start();
        bed.pass(Duration.ofMillis(500), () -> !queue.status().get(0).isRunning());
        var minutes = new AtomicInteger();
        bed.pass(Duration.ofMinutes(1), () -> minutes.incrementAndGet() > 10); // handlers have a day
        release.countDown();
        closing.join();

        assertThat(events).containsExactly("handled", "closed");
        assertThat(bed.fake.deleted()).isEqualTo(1);
    }
}
