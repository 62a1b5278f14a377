package io.github.alimsg.testing.queue;

/**
 * What a queue has and had.
 *
 * @param visible messages that can be received
 * @param hidden messages that are being handled
 * @param deleted messages that were deleted
 * @param lapsed handles that were to be deleted and were dead
 * @param polls requests that wanted to receive
 */
public record QueueCounts(int visible, int hidden, long deleted, long lapsed, long polls) {}
