package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people complain about in listeners of other queues, one test a complaint. */
@Timeout(60)
class ListenerComplaintsTest {
    private final QueueBed bed = new QueueBed();
    private final AtomicInteger handled = new AtomicInteger();

    @AfterEach
    void close() {
        bed.close();
    }

    /** Polls that still receive while the listener stops: messages are invisible until their time is over. */
    @Test
    void whatAPollBringsWhileClosingIsGivenBackAtOnce() throws Exception {
        ReceiptQueue queue = bed.start(receipt -> handled.incrementAndGet());
        bed.until(fake -> fake.waitingPolls() == 1);
        var closing = new Thread(queue::close);

        closing.start();
        bed.until(() -> !queue.isOpen());
        bed.put("late");
        bed.until(() -> bed.calls("ChangeMessageVisibility") == 1);
        closing.join();

        assertThat(handled).hasValue(0);
        bed.time.advance(Duration.ofSeconds(1));
        assertThat(bed.fake.visible()).isEqualTo(1);
    }

    /** Acknowledgements that are collected are lost when the listener stops. */
    @Test
    void deletesThatWaitForABatchAreSentOnClose() throws Exception {
        bed.put("a", "b", "c");
        ReceiptQueue queue = bed.start(receipt -> handled.incrementAndGet());
        bed.until(fake -> handled.get() == 3 && queue.status().get(0).inFlight() == 0);
        assertThat(bed.fake.deleted()).as("time has not passed").isZero();

        bed.time.free();
        queue.close();

        assertThat(bed.fake.deleted()).isEqualTo(3);
    }

    /** Nothing bounds the time that stopping takes. */
    @Test
    void closingEndsThoughAHandlerHangs() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        bed.put("hangs");
        ReceiptQueue queue = bed.start(receipt -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
        });
        QueueBed.await(begun);
        var closing = new Thread(() -> queue.close(Duration.ofSeconds(3)));

        closing.start();
        bed.pass(Duration.ofMillis(100), () -> !closing.isAlive());

        assertThat(interrupted).isTrue();
        assertThat(bed.calls("ChangeMessageVisibility")).as("it was given back").isPositive();
        assertThat(bed.fake.deleted()).isZero();
        assertThat(bed.failures).hasSize(1);
    }

    /** A failure's delay can't be set for one message of a batch. */
    @Test
    void eachMessageThatFailsHasItsOwnDelay() throws Exception {
        bed.put("old");
        bed.start(receipt -> {
            if (!receipt.id().equals("old") || handled.incrementAndGet() <= 2) {
                throw new IllegalStateException();
            }
        });
        bed.until(() -> bed.failures.size() == 1);
        bed.pass(Duration.ofSeconds(1), () -> bed.failures.size() == 2);
        bed.fake.putBody("not a receipt");
        bed.put("new");

        bed.until(() -> bed.failures.size() == 4);

        assertThat(bed.failures.subList(0, 2))
                .extracting(QueueFailure::retryDelay)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(bed.failures.subList(2, 4))
                .extracting(QueueFailure::retryDelay)
                .containsExactlyInAnyOrder(Duration.ofMinutes(15), Duration.ofSeconds(10));
    }

    /** A wrapper that observes handlers breaks the extension of the visibility. */
    @Test
    void anObserverAroundAHandlerDoesNotStopTheExtension() throws Exception {
        var release = new CountDownLatch(1);
        List<String> observed = new CopyOnWriteArrayList<>();
        ReceiptHandler<TestReceipts.TestReceipt> handler = receipt -> {
            handled.incrementAndGet();
            QueueBed.await(release);
        };
        bed.put("a");
        bed.start(receipt -> {
            observed.add("before");
            try {
                handler.handle(receipt);
            } finally {
                observed.add("after");
            }
        });
        Duration half = Duration.ofSeconds(15);
        bed.until(() -> handled.get() == 1 && bed.time.isAwaited(half));

        bed.time.advance(half);
        bed.until(() -> bed.calls("ChangeMessageVisibility") == 1 && bed.time.isAwaited(half));
        bed.time.advance(half);
        bed.until(() -> bed.calls("ChangeMessageVisibility") == 2);
        release.countDown();
        bed.pass(Duration.ofMillis(200), () -> bed.fake.deleted() == 1);

        assertThat(observed).containsExactly("before", "after");
    }

    /** A default of the listener overrides the visibility that the queue was given. */
    @Test
    void theQueuesOwnVisibilityIsKept() throws Exception {
        var release = new CountDownLatch(1);
        bed.fake.visibilityTimeout(Duration.ofSeconds(120));
        bed.put("a");
        bed.start(receipt -> {
            handled.incrementAndGet();
            QueueBed.await(release);
        });
        Duration half = Duration.ofSeconds(60);
        bed.until(() -> handled.get() == 1 && bed.time.isAwaited(half));
        assertThat(bed.calls("ChangeMessageVisibility")).isZero();

        bed.time.advance(half);
        bed.until(() -> bed.calls("ChangeMessageVisibility") == 1);
        release.countDown();

        assertThat(bed.cloud.received("ChangeMessageVisibility").get(0).parameters())
                .containsEntry("visibilityTimeout", "120");
    }

    /** A batch is waited for before the next poll: one slow message stops all. */
    @Test
    void aSlowMessageDoesNotHoldUpTheOthers() throws Exception {
        var release = new CountDownLatch(1);
        Map<String, Integer> times = new ConcurrentHashMap<>();
        bed.put("slow", "a", "b");
        bed.start(receipt -> {
            times.merge(receipt.id(), 1, Integer::sum);
            if (receipt.id().equals("slow")) {
                QueueBed.await(release);
            }
        });
        bed.until(() -> times.size() == 3);

        for (int i = 0; i < 20; i++) {
            String id = "later" + i;
            bed.put(id);
            bed.until(() -> times.containsKey(id));
        }
        release.countDown();
        bed.pass(Duration.ofMillis(200), () -> bed.fake.deleted() == 23);

        assertThat(times).allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
    }

    /** What a listener of failures throws is nobody's loss. */
    @Test
    void aListenerThatThrowsChangesNothing() throws Exception {
        bed.cloud.when("BatchReceiveMessage").thenRespond(Reply.empty(500)).thenSucceed();
        bed.put("a");
        bed.start(bed.builder()
                .onFailure(failure -> {
                    handled.incrementAndGet();
                    throw new IllegalStateException();
                })
                .onPollFailure(status -> {
                    throw new StackOverflowError();
                })
                .receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> {
                    throw new IllegalStateException();
                })));

        bed.pass(Duration.ofSeconds(1), () -> handled.get() >= 2);

        assertThat(bed.fake.messages()).hasSize(1);
    }
}
