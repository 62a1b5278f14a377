package io.github.alimsg.once.store;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps idempotency keys. Every method is one atomic step, safe for any number of threads and processes, and is durable
 * when it returns. All times are those of the store's clock, so that no worker's clock matters.
 *
 * <p>Two rules carry the promise, whatever crashes:
 *
 * <ul>
 *   <li>a key that is {@code SENDING} becomes sendable only by {@link #finish} with the fence of the one who marked it, or
 *       by {@link #release}
 *   <li>every claim raises the fence, and a mark with another fence fails. A key that is written down begins with a
 *       random one, {@link #firstFence}: it may have been there before and been pruned, and its worker be held up since
 * </ul>
 *
 * <p>Every method throws a {@link StoreException} when the store can't be reached.
 */
public interface KeyStore {
    /** What became of an outcome that was to be written. */
    enum Finish {
        /** It is the key's outcome now. */
        RECORDED,
        /** The key had this outcome, or a surer one, already. */
        KNOWN,
        /** The key was released in the meantime: its message may be, or may have been, sent twice. Kept as the late outcome. */
        LATE,
        /** The key was claimed by another before anything was marked; nothing was sent, so nothing is lost. */
        SUPERSEDED
    }

    /**
     * Claims a key: inserts it, or takes it over if it is {@code NEW}, {@code NOT_SENT} and due, or {@code CLAIMED} with a
     * lease that has ended. The fence rises. A key with another fingerprint is {@code REUSED}, whatever its state, if both
     * are known.
     *
     * @param request what is claimed
     * @return the answer
     */
    Claim claim(Claim.Request request);

    /**
     * Writes down that a key is to be sent, without its request. Does nothing if the key is known.
     *
     * @param key the key
     * @param operation the operation that will send it
     * @return whether the key is new
     */
    boolean enqueue(String key, String operation);

    /**
     * The same in a transaction of the application: the key is to be sent if that commits, and never was if it does not.
     *
     * @param connection the application's connection; neither committed nor closed here
     * @param key the key
     * @param operation the operation that will send it
     * @return whether the key is new
     * @throws UnsupportedOperationException when the store is not in a database
     */
    default boolean enqueue(Connection connection, String key, String operation) {
        throw new UnsupportedOperationException("this store is not in a database; use enqueue without a connection");
    }

    /**
     * Marks a claimed key as leaving, or renews the mark before another attempt: sets {@code SENDING}, the time of the
     * mark and the lease, if the key is {@code CLAIMED} or {@code SENDING} and has this fence.
     *
     * <p>If it can't be known whether the mark was written, this method throws: then nothing may be sent.
     *
     * @param key the key
     * @param fence the fence of the claim
     * @param mark what is kept of the request
     * @return whether it was marked; if not, nothing may be sent
     */
    boolean mark(String key, long fence, Mark mark);

    /**
     * Writes the outcome of a request. If the fence is the key's, it is taken from {@code CLAIMED}, {@code SENDING}, {@code
     * UNKNOWN} and {@code UNDECIDED}, whoever moved the key there. With an older fence, {@code ACCEPTED} and {@code UNKNOWN}
     * are kept as the late outcome if the key was released.
     *
     * <p>{@code ACCEPTED} is proof that the message exists, whoever brings it. With any fence it is also taken from {@code
     * NEW}, {@code CLAIMED}, {@code NOT_SENT} and {@code REFUSED}: a key that was released is then not sent again.
     *
     * @param key the key
     * @param fence the fence of the claim
     * @param outcome the outcome
     * @return what became of it
     */
    Finish finish(String key, long fence, KeyOutcome outcome);

    /**
     * Finds a key.
     *
     * @param key the key
     * @return its record; empty when there is none
     */
    Optional<KeyRecord> find(String key);

    /**
     * Finds the keys that were sent with an own id.
     *
     * @param ownId the id
     * @return at most two: more than one means that it names no message for certain
     */
    List<KeyRecord> findByOwnId(String ownId);

    /**
     * Returns keys that are unknown and due to be looked up, the longest due first. Before that, keys that are {@code
     * SENDING} with a lease that has ended become {@code UNKNOWN}: their sender died, or is held up.
     *
     * @param most how many at most
     * @return the records
     */
    List<KeyRecord> unsettled(int most);

    /**
     * Notes that an unknown key was looked up in vain.
     *
     * @param key the key
     * @param fence its fence
     * @param nextIn when it is due again; null when it will not be looked up again and is {@code UNDECIDED}
     */
    void lookedUp(String key, long fence, @Nullable Duration nextIn);

    /**
     * Returns keys that may be sent now: {@code NEW}, {@code NOT_SENT} and due, and {@code CLAIMED} with a lease that has
     * ended; the oldest first. Whoever sends one claims it first. One that was not sent is left out for as many seconds as
     * the square of its attempts, so that what fails each time does not keep everybody busy; {@link #claim} does not wait.
     *
     * @param most how many at most
     * @return the records
     */
    List<KeyRecord> due(int most);

    /**
     * Makes a key sendable again: {@code REFUSED}, {@code UNKNOWN} or {@code UNDECIDED} becomes {@code NEW}. An unknown
     * one only if its last mark is older than a minimum, so that no late request can arrive afterwards. The fence rises.
     *
     * @param key the key
     * @param minimum how old the last mark must be
     * @param why for people who look at the store
     * @return whether it was released
     */
    boolean release(String key, Duration minimum, String why);

    /**
     * Deletes keys that have an outcome and have not changed for some time: {@code ACCEPTED}, {@code REFUSED} and {@code
     * NOT_SENT}. What is open stays.
     *
     * @param retention how long
     * @return how many were deleted
     */
    int prune(Duration retention);

    /**
     * Writes down that nobody knows whether a key was sent, since the store was restored from a backup: inserts it as
     * {@code UNDECIDED}, or makes it so if it is {@code NEW}, {@code NOT_SENT} or {@code CLAIMED}, unless it was released
     * since. Its code is {@code RestoredBackup}, and the time of its last mark that of the restoring: it may have been
     * marked until then. Does nothing else.
     *
     * @param key the key
     * @param operation the operation that sends it
     * @param ownId the own id that was made of the key, if it was sent with one; else null
     * @param restored when the store was restored
     */
    void doubt(String key, String operation, @Nullable String ownId, Instant restored);

    /** {@return where the same store keeps campaigns and their parts; null when it keeps none} */
    default @Nullable PartStore parts() {
        return null;
    }

    /** {@return the fence of a key or part that is written down, before the first claim raises it: random} For stores. */
    static long firstFence() {
        return UUID.randomUUID().getMostSignificantBits() >>> 2;
    }

    /** {@return a store in memory, for tests and for a single process that keeps nothing across restarts} */
    static KeyStore inMemory() {
        return inMemory(InstantSource.system());
    }

    /**
     * Returns a store in memory with a clock of its own, for tests in which leases end and keys become releasable.
     *
     * @param clock the store's clock
     * @return an empty store
     */
    static KeyStore inMemory(InstantSource clock) {
        return new InMemoryKeyStore(clock);
    }
}
