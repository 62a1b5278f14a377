package io.github.alimsg.testing;

import io.github.alimsg.testing.queue.MessageQueue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A queue of a {@link FakeCloud} that receipts come by (SMQ, formerly MNS), at the fake's own address, {@code
 * /queues/NAME/messages}. Consumers borrow keys by {@code QueryTokenForMnsQueue}, receive, extend and delete as at the
 * real service: received messages are hidden for a while, by the fake's clock, and come again unless they are deleted.
 *
 * <pre>{@code
 * FakeQueue queue = cloud.queue("Alicom-Queue-1-SmsReport");
 * cloud.receipts().deliver(queue);
 *
 * queue.await(q -> q.deleted() == 3, Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>The requests are calls, such as {@code BatchReceiveMessage}, {@code BatchDeleteMessage} or {@code
 * ChangeMessageVisibility}: they are {@linkplain FakeCloud#received(String) recorded}, can be {@linkplain FakeCloud#when
 * stubbed}, and get {@linkplain Fault faults}. Thread-safe.
 */
public final class FakeQueue {
    private static final int MAX_BODY = 65_536;

    private final MessageQueue queue;

    FakeQueue(MessageQueue queue) {
        this.queue = queue;
    }

    /** {@return its name} */
    public String name() {
        return queue.name();
    }

    /**
     * Puts receipts in, each as a message of its own: one JSON object in Base64, with the fields that it has in queues. A
     * poll that waits receives them at once.
     *
     * @param receipts the receipts
     * @return this queue
     */
    public FakeQueue put(FakeReceipt... receipts) {
        return put(Arrays.asList(receipts));
    }

    /**
     * Puts receipts in, each as a message of its own.
     *
     * @param receipts the receipts
     * @return this queue
     */
    public FakeQueue put(List<FakeReceipt> receipts) {
        queue.put(receipts.stream()
                .map(receipt -> receipt.receipt().queueBody(name()))
                .toList());
        return this;
    }

    /**
     * Puts a message in, as it is: one that is no receipt, or no Base64.
     *
     * @param body its body, at most 65,536 bytes in UTF-8
     * @return this queue
     * @throws IllegalArgumentException when it has more
     */
    public FakeQueue putBody(String body) {
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_BODY) {
            throw new IllegalArgumentException("a message has at most " + MAX_BODY + " bytes, not " + size);
        }
        queue.put(List.of(body));
        return this;
    }

    /**
     * Sets how long a received message is hidden. Default: 30 seconds.
     *
     * @param timeout the time by the fake's clock, 1 second to 12 hours, for messages that are received from now on
     * @return this queue
     * @throws IllegalArgumentException when it is anything else
     */
    public FakeQueue visibilityTimeout(Duration timeout) {
        queue.visibility(requireWithin(timeout, Duration.ofSeconds(1), Duration.ofHours(12)));
        return this;
    }

    /**
     * Sets how long polls wait that do not say so themselves. Default: not at all.
     *
     * @param wait the time by the fake's clock, 0 to 30 seconds
     * @return this queue
     * @throws IllegalArgumentException when it is anything else
     */
    public FakeQueue pollingWait(Duration wait) {
        queue.pollingWait(requireWithin(wait, Duration.ZERO, Duration.ofSeconds(30)));
        return this;
    }

    private static Duration requireWithin(Duration given, Duration low, Duration high) {
        if (given.compareTo(low) < 0 || given.compareTo(high) > 0) {
            throw new IllegalArgumentException("the time is between " + low + " and " + high + ", not " + given);
        }
        return given;
    }

    /**
     * Has an empty queue reply at once, however long a poll wants to wait, as the service does with too many polls at a
     * time. Default: polls wait.
     *
     * @param atOnce whether it does; polls that wait already end
     * @return this queue
     */
    public FakeQueue emptyAtOnce(boolean atOnce) {
        queue.emptyAtOnce(atOnce);
        return this;
    }

    /**
     * Has the next deletes fail with {@code InternalError}. The messages stay. In a batch, each handle counts: the rest
     * of the batch is deleted.
     *
     * @param handles how many handles; 0 for none
     * @return this queue
     * @throws IllegalArgumentException when it is negative
     */
    public FakeQueue failDeletes(int handles) {
        if (handles < 0) {
            throw new IllegalArgumentException("a number of handles is not negative: " + handles);
        }
        queue.failDeletes(handles);
        return this;
    }

    /**
     * Makes every message in flight visible at once, as if its time had passed. Its handle is dead.
     *
     * @return this queue
     */
    public FakeQueue redeliver() {
        queue.redeliver();
        return this;
    }

    /** {@return how many messages can be received} */
    public int visible() {
        return queue.state().visible();
    }

    /** {@return how many messages were received, not deleted, and are still hidden} */
    public int inFlight() {
        return queue.state().hidden();
    }

    /** {@return how many messages were deleted} */
    public long deleted() {
        return queue.state().deleted();
    }

    /** {@return how many deletes came too late: the handle was dead} */
    public long lapsedDeletes() {
        return queue.state().lapsed();
    }

    /** {@return how many requests wanted to receive, successful or not} */
    public long polls() {
        return queue.state().polls();
    }

    /** {@return how many polls wait for a message at this moment; those whose client has closed the connection do not} */
    public int waitingPolls() {
        return queue.waitingPolls();
    }

    /** {@return the messages that are not deleted, visible or in flight, in the order in which they were put in; a copy} */
    public List<QueuedMessage> messages() {
        return queue.messages().stream().map(QueuedMessage::new).toList();
    }

    /**
     * Waits in real time until the queue is as a test wants it.
     *
     * @param condition says so; looked at whenever something changes
     * @param timeout how long to wait
     * @throws AssertionError when it was not in that time
     * @throws InterruptedException when the thread is interrupted while waiting
     */
    public void await(Predicate<? super FakeQueue> condition, Duration timeout) throws InterruptedException {
        if (!queue.await(() -> condition.test(this), timeout)) {
            throw new AssertionError("not as expected within " + timeout + ": " + this);
        }
    }

    /** Shows numbers only. */
    @Override
    public String toString() {
        return "FakeQueue[" + name() + ": " + visible() + " visible, " + inFlight() + " in flight, " + deleted()
                + " deleted, " + waitingPolls() + " polls waiting]";
    }
}
