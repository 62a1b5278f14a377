package io.github.alimsg.once.campaign;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.once.campaign.OutcomeRuns.Single;
import io.github.alimsg.once.store.CampaignRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.PartRecord;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.StoreException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends to very many recipients, each at most once, across stops, crashes and processes.
 *
 * <pre>{@code
 * Batch<SmsRecipient> parcels = sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"));
 * Campaign<SmsRecipient> campaign = once.campaign("parcels-2026-11-21", parcels);
 * CampaignReport report = campaign.run(Source.lines(path, line -> recipientOf(line)));
 * }</pre>
 *
 * <p>The source is divided into parts by the positions of its recipients, before anything is sent. A part is one request,
 * and is to the campaign what a key is to a single message: written down, then sent, by one process only, and unknown if
 * that dies meanwhile. {@link #run} goes on where an earlier run stopped or died, and several processes that run the same
 * campaign share its parts and its rate. Memory and store grow with the parts, not with the recipients.
 *
 * <p>Two recipients of a part with the same address and message: the second is refused. Across parts, and across campaigns,
 * this is noticed only if recipients have keys: see {@link CampaignSettings#perRecipient}.
 *
 * <p>Safe for concurrent use; one run at a time.
 *
 * @param <R> a recipient
 */
public final class Campaign<R> implements AutoCloseable {
    private static final int MAX_NAME = 100;
    private static final int PAGE = 500;

    private final CampaignContext context;
    private final PartStore store;
    private final String name;
    private final Batch<R> batch;
    private final CampaignSettings<R> settings;
    private final double rate;
    private final AtomicReference<@Nullable Ending> running = new AtomicReference<>();

    /**
     * For {@code Once}.
     *
     * @param context what it needs
     * @param name its name
     * @param batch what is sent
     * @param settings changes its settings
     * @throws IllegalArgumentException when name, batch or settings are not valid
     * @throws UnsupportedOperationException when the store keeps no campaigns
     */
    public Campaign(
            CampaignContext context, String name, Batch<R> batch, Consumer<? super CampaignSettings<R>> settings) {
        PartStore parts = context.store().parts();
        if (parts == null) {
            throw new UnsupportedOperationException("the store keeps no campaigns");
        }
        if (name.isEmpty() || name.length() > MAX_NAME || !name.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "the name of a campaign has 1 to 100 characters of ASCII without blanks");
        }
        if (batch.hasOwnId()) {
            throw new IllegalArgumentException("the batch sets " + batch.ownId()
                    + "; leave it to the campaign, which tells its parts apart by it");
        }
        this.context = context;
        this.store = parts;
        this.name = name;
        this.batch = batch;
        this.settings = new CampaignSettings<>();
        settings.accept(this.settings);
        this.rate = this.settings.rate() > 0 ? this.settings.rate() : batch.callsPerSecond();
        if (!(rate > 0)) {
            throw new IllegalArgumentException("no limit is documented for " + batch.operation() + "; set a rate");
        }
    }

    /**
     * Sends to all recipients who have not been sent to, and waits for parts that other processes are at. Parts of which
     * it is unknown whether they were sent are looked up if {@code Once} has a look-up for the operation.
     *
     * <p>A run ends when the source is at its end and nothing is left; when told to {@link #stop}, or interrupted; after
     * {@link CampaignSettings#maxUnknownParts}; and after a failure that would hit every part, such as credentials or the
     * account's balance. Parts that are under way are always waited for. Run it again to go on.
     *
     * @param source the recipients, the same each time
     * @return the recipients by outcome, of all runs in all processes
     * @throws CampaignChangedException when the campaign began with other recipients or another batch
     * @throws StoreException when the store can't be reached
     * @throws IllegalArgumentException when recipients can't be sent to together
     * @throws IllegalStateException when it is running already, or the client is closed, or the store was restored from a
     *     backup since the campaign began: see {@code Once.Builder.refuseOlderThan}
     */
    public CampaignReport run(Source<R> source) {
        Objects.requireNonNull(source, "source");
        if (context.isOlder().test(name)) {
            throw new IllegalStateException(
                    "the campaign is older than the restored backup, which does not have all that"
                            + " was sent of it; nothing was sent");
        }
        var ending = new Ending();
        if (!running.compareAndSet(null, ending)) {
            throw new IllegalStateException("the campaign is running already");
        }
        try {
            open();
            return new CampaignRun<>(context, name, batch, settings, source, store, rate, ending).run();
        } finally {
            running.set(null);
            synchronized (running) {
                running.notifyAll();
            }
        }
    }

    private void open() {
        // What a part is depends on how many recipients a request may have.
        String fingerprint = Window.fingerprint(batch, List.of()) + "/" + batch.maxRecipients();
        CampaignRecord known = store.open(new CampaignRecord(name, fingerprint, rate));
        if (!known.fingerprint().equals(fingerprint)) {
            throw CampaignChangedException.settings();
        }
    }

    /** Lets the run begin no more parts; returns at once. Does nothing if there is none. */
    public void stop() {
        Ending ending = running.get();
        if (ending != null) {
            ending.ask();
        }
    }

    /**
     * Stops the run, and waits until the parts that are under way have ended: at most as long as a call takes. Called by a
     * listener of the run, it does not wait. An interrupt ends the waiting; the thread's interrupt flag stays set. The campaign can be run again.
     */
    @Override
    public void close() {
        stop();
        Ending ending = running.get();
        if (ending == null || ending.isOnItsOwnThread()) {
            return;
        }
        synchronized (running) {
            try {
                while (running.get() == ending) {
                    running.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@return the recipients by outcome, as the store knows them now} Whether all were read is not known here. */
    public CampaignReport status() {
        return CampaignReport.of(store.totals(name), false, null);
    }

    /**
     * Looks up the parts that are unknown and due, without sending anything. Call it about once a minute while some are
     * unknown and no run is under way.
     *
     * @param source the recipients, since the store keeps no numbers
     * @return the recipients by outcome afterwards
     * @throws CampaignChangedException when the recipients are others
     * @throws StoreException when the store can't be reached
     */
    public CampaignReport reconcile(Source<R> source) {
        var lookup = new PartLookup<>(context, store, batch);
        long from = 0;
        List<PartRecord> page;
        do {
            page = store.unfinished(name, from, PAGE);
            List<PartRecord> unknown = page.stream()
                    .filter(record -> record.state() == KeyState.UNKNOWN)
                    .toList();
            new LeftParts<>(source, batch, lookup, unknown).lookUpAndLoad();
            from = page.isEmpty() ? from : page.get(page.size() - 1).part().first() + 1;
        } while (page.size() == PAGE);
        return status();
    }

    /**
     * Returns the parts of which nobody knows whether they were sent.
     *
     * @return their records, in the order of the source
     * @throws StoreException when they can't be read
     */
    public List<PartRecord> unknownParts() {
        List<PartRecord> unknown = new ArrayList<>();
        forEachPart(record -> {
            if (record.state().isOpen()) {
                unknown.add(record);
            }
        });
        return unknown;
    }

    /**
     * Makes a part sendable again: somebody has decided that it was not sent, or may be sent a second time. Only parts
     * that are {@code REFUSED}, {@code UNKNOWN} or {@code UNDECIDED}, and these two not before 31 minutes have passed since
     * their last request was signed.
     *
     * @param part the part's name
     * @param why for people who look at the store; no personal data
     * @return whether it was released
     * @throws StoreException when it can't be written down
     */
    public boolean release(String part, String why) {
        return store.release(name, part, context.minimum(), Objects.requireNonNull(why, "why"));
    }

    /**
     * Reports each recipient of all parts so far, of all runs in all processes, in the order of the source.
     *
     * @param to is given one after the other
     * @throws StoreException when the store can't be reached
     */
    public void report(Consumer<? super RecipientOutcome> to) {
        forEachPart(record -> {
            long ordinal = record.part().first();
            for (Single single : PartResults.singles(record)) {
                to.accept(single.at(ordinal++));
            }
        });
    }

    /**
     * Writes the report of each recipient to a file: comma-separated values with a line of titles, {@code
     * ordinal,state,message_id,code}. A number is not among them; the ordinal is the position in the source.
     *
     * @param file the file, replaced if it exists
     * @throws IOException when it can't be written
     * @throws StoreException when the store can't be reached
     */
    public void report(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            new CsvReport(out).write(this::report);
        }
    }

    private void forEachPart(Consumer<PartRecord> each) {
        long from = 0;
        List<PartRecord> page;
        do {
            page = store.parts(name, from, PAGE);
            page.forEach(each);
            from = page.isEmpty() ? from : page.get(page.size() - 1).part().first() + 1;
        } while (page.size() == PAGE);
    }

    /**
     * Settles a part by something that proves that its request was accepted, such as a receipt. For {@code Once}.
     *
     * @param store where keys and parts are kept
     * @param ownId the own id that came back
     * @param messageId the service's id of the message; null when it is not known
     * @return whether there is a part with that id
     */
    public static boolean settle(KeyStore store, String ownId, @Nullable String messageId) {
        PartStore parts = store.parts();
        PartRecord record = parts == null ? null : parts.findByOwnId(ownId).orElse(null);
        if (parts == null || record == null) {
            return false;
        }
        parts.finish(
                record.campaign(),
                record.part().name(),
                record.fence(),
                PartResults.accepted(record, messageId),
                List.of());
        return true;
    }

    /** Shows the operation, never the name. */
    @Override
    public String toString() {
        return "Campaign{" + batch.operation() + ", running=" + (running.get() != null) + "}";
    }
}
