package io.github.alimsg.redis;

/** How many processes take turns of an operation. A process counts for 15 seconds, and says every 5 that it is there. */
final class Members {
    private static final long BEAT = 5_000_000_000L;
    private static final long GONE = 15_000_000_000L;

    private int count = 1;
    private int rank;
    private long countedAt;
    private long nextBeat;

    /** @param now in nanoseconds, as everywhere in this class */
    Members(long now) {
        this.countedAt = now;
        this.nextBeat = now;
    }

    /** {@return whether the process is to be counted with the next request} */
    boolean takeBeat(long now) {
        boolean due = now - nextBeat >= 0;
        nextBeat = due ? now + BEAT : nextBeat;
        return due;
    }

    /** A request was lost, perhaps with a beat. */
    void missed(long now) {
        nextBeat = now;
    }

    /**
     * Redis has counted; 0 if it has not. After it has lost what it knew it counts too few, until all have said that they
     * are there.
     *
     * @param rank how many of them come before this process
     */
    void counted(long members, long rank, long now) {
        if (members >= count || members > 0 && now - countedAt > GONE) {
            this.count = (int) members;
            this.rank = (int) rank;
            this.countedAt = now;
        }
    }

    int count() {
        return count;
    }

    int rank() {
        return rank;
    }
}
