package io.github.alimsg.queue.protocol;

import java.time.Duration;

/**
 * A message's new visibility.
 *
 * @param handle what the message is deleted by now; the one before is dead
 * @param invisibleFor how long no other consumer gets it
 */
public record Visible(String handle, Duration invisibleFor) {}
