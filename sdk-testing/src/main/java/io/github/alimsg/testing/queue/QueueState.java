package io.github.alimsg.testing.queue;

import java.time.Duration;

/**
 * What a queue has, had and is told.
 *
 * @param visible messages that can be received
 * @param hidden messages that are being handled
 * @param deleted messages that were deleted
 * @param lapsed handles that were to be deleted and were dead
 * @param polls requests that wanted to receive
 * @param visibility how long received messages are hidden
 * @param pollingWait how long polls wait that do not say it
 */
public record QueueState(
        int visible, int hidden, long deleted, long lapsed, long polls, Duration visibility, Duration pollingWait) {}
