package io.github.alimsg.queue;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * The settings that all queues of a {@link ReceiptQueue} share.
 *
 * @param workers how many messages of a queue are handled at a time
 * @param pollWait how long a poll waits for messages
 * @param retryDelay when what was not handled comes again
 * @param onFailure is told of messages that were not handled
 * @param onPollFailure is told of polls that fail
 * @param time clock and waiting
 * @param random from 0 to 1, for jitter
 */
record ConsumerSettings(
        int workers,
        Duration pollWait,
        RetryDelay retryDelay,
        Consumer<? super QueueFailure> onFailure,
        Consumer<? super QueueStatus> onPollFailure,
        TimeSource time,
        DoubleSupplier random) {}
