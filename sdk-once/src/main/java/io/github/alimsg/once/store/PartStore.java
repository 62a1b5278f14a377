package io.github.alimsg.once.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps campaigns and their parts. A part is to a campaign what a key is to a single message: it has the same states, and
 * is claimed, marked and finished by the same rules, see {@link KeyStore}; its first fence is random, too. Every method is
 * one atomic step, safe for any number of threads and processes, and is durable when it returns. All times are those of
 * the store's clock.
 *
 * <p>Every method throws a {@link StoreException} when the store can't be reached.
 */
public interface PartStore {
    /**
     * Opens a campaign: writes it down if it is new, else sets its rate if what it sends is the same.
     *
     * @param campaign the campaign
     * @return what the store has of it now; with another fingerprint than the one given, nothing was changed
     */
    CampaignRecord open(CampaignRecord campaign);

    /**
     * Claims parts, one after the other: inserts a part, or takes it over if it is {@code NEW}, {@code NOT_SENT} and due,
     * or {@code CLAIMED} with a lease that has ended, and is not split. The fence rises. A part with another fingerprint
     * or other positions than those in the store is {@code REUSED}, whatever its state.
     *
     * <p>Each claimed part takes the campaign's next moment: the present or the moment after that of the part before,
     * whichever is later, where {@code partsPerSecond} moments are in a second. Moments that pass without a claim are
     * lost, so that nobody catches up.
     *
     * @param request what is claimed, of a campaign that is open
     * @return the answers, for the parts up to the one with which {@code most} were claimed, or up to the first that is
     *     {@code REUSED}
     */
    List<PartClaim> claim(PartClaim.Request request);

    /**
     * Takes keys of recipients that nobody has. Whoever has a key keeps it until its campaign is pruned: a position in the
     * source of a campaign, whatever becomes of its part. Of several positions with one key, the first takes it.
     *
     * @param campaign the campaign
     * @param keys a key for each position
     * @return the positions whose keys others have
     */
    Set<Long> takeKeys(String campaign, Map<Long, String> keys);

    /**
     * Marks a claimed part as leaving, or renews the mark before another attempt, as {@link KeyStore#mark} does.
     *
     * <p>If it can't be known whether the mark was written, this method throws: then nothing may be sent.
     *
     * @param campaign the campaign
     * @param part the part's name
     * @param fence the fence of the claim
     * @param mark what is kept of the request
     * @param details see {@link PartOutcome#details}, if some of its recipients are not in the request; else null
     * @return whether it was marked; if not, nothing may be sent
     */
    boolean mark(String campaign, String part, long fence, Mark mark, @Nullable String details);

    /**
     * Writes the outcome of a request, as {@link KeyStore#finish} does. With fractions, the part becomes split in the same
     * step, and they are inserted as {@code NEW}; only if the outcome is recorded.
     *
     * @param campaign the campaign
     * @param part the part's name
     * @param fence the fence of the claim
     * @param outcome the outcome
     * @param fractions parts to send in its place; usually none
     * @return what became of it
     */
    KeyStore.Finish finish(String campaign, String part, long fence, PartOutcome outcome, List<Part> fractions);

    /**
     * Writes down that a part is too large for one request, if it is new: inserts it as {@code NOT_SENT} and split, and
     * its fractions as {@code NEW}. Does nothing if the part is known.
     *
     * @param campaign the campaign, which is open
     * @param part the part
     * @param fractions parts to send in its place
     * @return what was known of the part; empty when it was new
     */
    Optional<PartRecord> split(String campaign, Part part, List<Part> fractions);

    /**
     * Returns parts in the order of the source, without split ones.
     *
     * @param campaign the campaign
     * @param from the position that their first recipient has at least
     * @param most how many at most
     * @return the records
     */
    List<PartRecord> parts(String campaign, long from, int most);

    /**
     * Returns parts that somebody has to see to, in the order of the source, without split ones: those that {@link
     * #claim} would take over, and those that are unknown and due to be looked up. Before that, parts that are {@code
     * SENDING} with a lease that has ended become {@code UNKNOWN}.
     *
     * @param campaign the campaign
     * @param from the position that their first recipient has at least
     * @param most how many at most
     * @return the records
     */
    List<PartRecord> unfinished(String campaign, long from, int most);

    /**
     * Finds the part that was sent with an own id.
     *
     * @param ownId the id
     * @return its record; empty when there is none, or more than one
     */
    Optional<PartRecord> findByOwnId(String ownId);

    /**
     * Sums up a campaign.
     *
     * @param campaign the campaign
     * @return the sums of each state that parts of it have
     */
    List<PartTotals> totals(String campaign);

    /**
     * Notes that an unknown part was looked up in vain.
     *
     * @param campaign the campaign
     * @param part the part's name
     * @param fence its fence
     * @param nextIn when it is due again; null when it will not be looked up again and is {@code UNDECIDED}
     */
    void lookedUp(String campaign, String part, long fence, @Nullable Duration nextIn);

    /**
     * Makes a part sendable again, as {@link KeyStore#release} does. A split part can't be released.
     *
     * @param campaign the campaign
     * @param part the part's name
     * @param minimum how old the last mark must be if it is unknown
     * @param why for people who look at the store
     * @return whether it was released
     */
    boolean release(String campaign, String part, Duration minimum, String why);

    /**
     * Deletes campaigns with all their parts and recipients' keys, if all of these have an outcome and none has changed for some time.
     *
     * @param retention how long
     * @return how many campaigns were deleted
     */
    int prune(Duration retention);
}
