package io.github.alimsg.queue;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A fake queue, and consumers of it that are closed with it. Time is stepped unless another is given. */
final class QueueBed implements AutoCloseable {
    static final String NAME = "Alicom-Queue-1-ChatAppStatus";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final SteppedTime time = new SteppedTime();
    final FakeCloud cloud;
    final FakeQueue fake;
    final List<QueueFailure> failures = new CopyOnWriteArrayList<>();
    final List<QueueStatus> pollFailures = new CopyOnWriteArrayList<>();
    private final TimeSource used;
    private final List<ReceiptQueue> opened = new ArrayList<>();

    QueueBed() {
        this(null);
    }

    private QueueBed(TimeSource other) {
        this.used = other == null ? time : other;
        this.cloud = FakeCloud.builder().timeSource(used).start();
        this.fake = cloud.queue(NAME);
    }

    /** One whose time passes by itself, and fast. */
    static QueueBed inFastTime() {
        return new QueueBed(new FastTime());
    }

    /** One whose time is the machine's. */
    static QueueBed inRealTime() {
        return new QueueBed(TimeSource.system());
    }

    ReceiptQueueBuilder builder() {
        return ReceiptQueue.builder(Site.INTERNATIONAL)
                .client(cloud.configure(DybaseClient.builder()))
                .onFailure(failures::add)
                .onPollFailure(pollFailures::add)
                .random(() -> 1)
                .time(used);
    }

    ReceiptQueue start(ReceiptHandler<TestReceipts.TestReceipt> handler) {
        return start(builder().receive(NAME, TestReceipts.dispatcher(handler)));
    }

    ReceiptQueue start(ReceiptDispatcher receipts) {
        return start(builder().receive(NAME, receipts));
    }

    ReceiptQueue start(ReceiptQueueBuilder builder) {
        ReceiptQueue queue = open(builder);
        queue.start();
        return queue;
    }

    ReceiptQueue open(ReceiptQueueBuilder builder) {
        ReceiptQueue queue = builder.build();
        opened.add(queue);
        return queue;
    }

    void put(String... ids) {
        for (String id : ids) {
            fake.putBody(TestReceipts.body(id));
        }
    }

    void until(Predicate<? super FakeQueue> condition) throws InterruptedException {
        fake.await(condition, PATIENCE);
    }

    void until(BooleanSupplier condition) throws InterruptedException {
        fake.await(any -> condition.getAsBoolean(), PATIENCE);
    }

    /** Lets time pass in steps until something has happened. */
    void pass(Duration step, BooleanSupplier until) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not happen: " + fake);
            }
            time.advance(step);
            new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS); // for the threads that have waited
        }
    }

    /** How often an operation was called. */
    int calls(String operation) {
        return cloud.received(operation).size();
    }

    static void await(CountDownLatch event) throws InterruptedException {
        if (!event.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not happen");
        }
    }

    @Override
    public void close() {
        time.free();
        opened.forEach(ReceiptQueue::close);
        cloud.close();
    }
}
