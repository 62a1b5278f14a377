package io.github.alimsg.caps;

import java.time.Instant;
import java.util.List;

/**
 * Keeps the counts of {@link SendCaps}. One in memory comes with the SDK, see {@link SendCaps#inMemory()}; those that
 * several processes share are {@code RedisCapStore} in {@code sdk-redis} and {@code JdbcCapStore} in {@code sdk-once}.
 *
 * <p>Both methods must be safe for any number of threads and processes. They run on the thread of a call, whose timeout
 * can't end them: a store must have a deadline of its own, and throw when it passes.
 */
public interface CapStore {
    /** What {@link #take} returns when every window had room. */
    int TAKEN = -1;

    /**
     * Counts one send in all windows, or in none when one of them is full: in one atomic step.
     *
     * <p>A window is full when as many sends as its limit were counted within its length before now. A store may keep a
     * send a little longer, but never less: the SDK's own stores keep it up to a sixtieth of the length longer.
     *
     * @param windows the windows, with different keys
     * @param now the time of the send by the clock of this process. A store that several processes share counts by a clock
     *     of its own
     * @return {@link #TAKEN}, or the index of the first window that is full
     * @throws RuntimeException when the store can't be reached, or can't keep another window
     */
    int take(List<CapWindow> windows, Instant now);

    /**
     * Takes a send out of all windows again, because it was not sent. Counts that are gone already stay as they are.
     *
     * @param windows the windows that were given to {@link #take}
     * @param takenAt the time that was given to it
     * @throws RuntimeException when the store can't be reached; the send then stays counted
     */
    void giveBack(List<CapWindow> windows, Instant takenAt);
}
