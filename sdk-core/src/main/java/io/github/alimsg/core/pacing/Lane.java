package io.github.alimsg.core.pacing;

/** Which calls go first when calls of one operation wait for their turns. */
public enum Lane {
    /** Turns in the order in which calls ask for them. For one-time codes, and whatever else somebody waits for. */
    STANDARD,

    /**
     * Turns that no standard call needs, taken at most a tenth of a second ahead, so that a standard call never queues
     * behind many of them. If standard calls wait for longer than that, one turn in ten is kept for bulk calls. They get
     * their turns in no particular order. For campaigns and other large batches.
     */
    BULK
}
