package io.github.alimsg.once;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.once.campaign.Campaign;
import io.github.alimsg.once.campaign.CampaignContext;
import io.github.alimsg.once.campaign.CampaignSettings;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.ReceiptHandler;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message at most once for an idempotency key, whatever crashes, restarts or runs twice.
 *
 * <pre>{@code
 * Once once = Once.builder(JdbcStore.of(dataSource)).build();
 *
 * Sent<SendSmsResponse> sent = once.send("order-4711/shipped", sms, DysmsMainlandClient::sendSms, request);
 * }</pre>
 *
 * <p>For one key in one store, the request's bytes leave at most once unless a person, or a policy they set, releases the
 * key. Every key ends as {@code ACCEPTED}, {@code REFUSED}, {@code NOT_SENT} or {@code UNKNOWN}; {@code UNKNOWN} is looked
 * up until the horizon and then handed to you. No clock, lease or heartbeat is trusted for this: they decide only who
 * goes on, never whether to send again.
 *
 * <p>How: three rules, of which each is a single step in the store.
 *
 * <ol>
 *   <li>Write, then send. {@code SENDING} is committed before the first byte.
 *   <li>Only the writer of {@code SENDING} sends. A worker that slept through its lease fails to write it.
 *   <li>Sign, mark, send, for every signature. The gateway refuses signatures whose time is more than 15 minutes from its
 *       own, so 31 minutes after the last mark nothing can arrive any more, and a key can be released.
 * </ol>
 *
 * <p>The price: a process that dies between the mark and the first byte leaves a key that is {@code UNKNOWN} although
 * nothing was sent. Immutable and safe for concurrent use.
 */
public final class Once {
    /**
     * No request can arrive later than this after its mark: a signature is valid for 15 minutes from the time in it, and
     * that may be 15 minutes ahead, since the gateway allows for as much.
     */
    static final Duration ZOMBIE = Duration.ofMinutes(31);

    private final KeyStore store;
    private final String owner = UUID.randomUUID().toString();
    private final Duration lease;
    private final boolean fingerprint;
    private final @Nullable Instant restored;
    private final Function<? super String, ? extends @Nullable Instant> createdAt;
    private final TimeSource time;
    private final OutcomeWriter writer;
    private final Reconciler reconciler;

    private Once(Builder builder) {
        this.store = builder.store;
        this.lease = builder.lease;
        this.fingerprint = builder.fingerprint;
        this.restored = builder.restored;
        this.createdAt = builder.createdAt;
        this.time = builder.time;
        this.writer = new OutcomeWriter(store, time, builder.sentTwice);
        this.reconciler =
                new Reconciler(store, writer, List.copyOf(builder.lookups), builder.recipientOf, builder.horizon);
    }

    /**
     * Starts a builder.
     *
     * @param store where keys are kept
     * @return a builder
     */
    public static Builder builder(KeyStore store) {
        return new Builder(store);
    }

    /**
     * Sends a request under a key.
     *
     * @param key names what the message is about, such as {@code order-4711/shipped}; 1 to 200 characters of ASCII without
     *     blanks, upper and lower case being different
     * @param client the client
     * @param call the client's method, such as {@code DysmsMainlandClient::sendSms}
     * @param request the request
     * @param <C> the client
     * @param <I> the request
     * @param <O> the response
     * @return what is known of the key: the outcome of this send, or of an earlier one
     * @throws KeyReusedException when the key stands for another request; nothing was sent
     * @throws StoreException when the key can't be written down; nothing was sent
     * @throws IllegalArgumentException when the key is not valid
     */
    public <C extends SdkClient<C>, I, O extends SdkResponse> Sent<O> send(
            String key, C client, BiFunction<? super C, ? super I, ? extends O> call, I request) {
        Objects.requireNonNull(request, "request");
        return send(key, client, c -> call.apply(c, request));
    }

    /**
     * Sends under a key by a method that takes no request object.
     *
     * <pre>{@code
     * once.send("order-4711/shipped", sms, c -> c.sendMessageToGlobe(m -> m.to(number).message(text)));
     * }</pre>
     *
     * <p>A key stands for one request: the first call that is not a read takes it. A second one, a batch, and calls on
     * another thread fail with an {@link IllegalStateException} before anything leaves.
     *
     * @param key names what the message is about; as above
     * @param client the client
     * @param call makes the call, with the client that it is given
     * @param <C> the client
     * @param <O> the response
     * @return what is known of the key: the outcome of this send, or of an earlier one
     * @throws KeyReusedException when the key stands for another request; nothing was sent
     * @throws StoreException when the key can't be written down; nothing was sent
     * @throws IllegalArgumentException when the key is not valid
     * @throws IllegalStateException when no message was sent, or a second one was to be; what the function itself throws
     *     reaches the caller unless it is the failure of the call
     */
    public <C extends SdkClient<C>, O extends SdkResponse> Sent<O> send(
            String key, C client, Function<? super C, ? extends O> call) {
        var entry = new SendEntry(Keys.require(key), this);
        C recorded = client.withOptions(options -> options.journal(entry));
        O response = null;
        Throwable thrown = null;
        try {
            response = call.apply(recorded);
        } catch (Throwable e) { // of the application's function, which may throw anything
            thrown = e;
        }
        return entry.end(response, thrown);
    }

    /**
     * Writes down that a key is to be sent, for a worker that calls {@link #due}. Does nothing if the key is known.
     *
     * @param key the key
     * @param operation the operation that will send it, as the service names it, such as {@code SendSms}
     * @return whether the key is new
     * @throws StoreException when it can't be written down
     */
    public boolean enqueue(String key, String operation) {
        return store.enqueue(Keys.require(key), Objects.requireNonNull(operation, "operation"));
    }

    /**
     * The same in a transaction of the application: the key is to be sent if that commits, and not if it does not. The
     * request is not stored; the worker makes it from the key.
     *
     * @param connection the application's connection, which is neither committed nor closed
     * @param key the key
     * @param operation the operation that will send it
     * @return whether the key is new
     * @throws StoreException when it can't be written down
     * @throws UnsupportedOperationException when the store is not in a database
     */
    public boolean enqueue(Connection connection, String key, String operation) {
        return store.enqueue(connection, Keys.require(key), Objects.requireNonNull(operation, "operation"));
    }

    /**
     * Returns keys that are to be sent now, the oldest first: enqueued, not sent for a reason that has passed, and those
     * whose worker died before it sent anything. Send each with {@link #send}; several workers may do so side by side.
     *
     * @param most how many at most
     * @return their records
     * @throws StoreException when they can't be read
     */
    public List<KeyRecord> due(int most) {
        return store.due(most);
    }

    /**
     * Finds what is known of a key.
     *
     * @param key the key
     * @return its record; empty when it was never given, or was pruned
     * @throws StoreException when it can't be read
     */
    public Optional<KeyRecord> find(String key) {
        return store.find(Keys.require(key));
    }

    /**
     * Looks up keys that are unknown and due: 1, 2, 5, 15 and 60 minutes after each other, then every hour until the
     * horizon. Call it about once a minute, in one process or in several. A key is settled only by an own id that is
     * certain; one that can't be looked up, because its operation has no look-up or its recipient is not known, passes the
     * horizon and becomes {@code UNDECIDED}.
     *
     * @return what was done
     * @throws StoreException when the store can't be reached
     */
    public Reconciliation reconcile() {
        return reconciler.run();
    }

    /**
     * Prepares a campaign: one message to very many recipients, in parts that are sent at most once each.
     *
     * @param name names the campaign in the store; 1 to 100 characters of ASCII without blanks
     * @param batch what is sent, without the own id of its operation
     * @param <R> a recipient
     * @return the campaign
     * @throws IllegalArgumentException when name or batch are not valid, or no limit is documented for the operation
     * @throws UnsupportedOperationException when the store keeps no campaigns
     */
    public <R> Campaign<R> campaign(String name, Batch<R> batch) {
        return campaign(name, batch, settings -> {});
    }

    /**
     * Prepares a campaign with settings.
     *
     * <pre>{@code
     * once.campaign("parcels", batch, c -> c.rate(50).between(LocalTime.of(9, 0), LocalTime.of(20, 0), zone))
     * }</pre>
     *
     * @param name names the campaign in the store; 1 to 100 characters of ASCII without blanks
     * @param batch what is sent, without the own id of its operation
     * @param settings changes the settings
     * @param <R> a recipient
     * @return the campaign
     * @throws IllegalArgumentException when name, batch or settings are not valid, or there is no rate
     * @throws UnsupportedOperationException when the store keeps no campaigns
     */
    public <R> Campaign<R> campaign(String name, Batch<R> batch, Consumer<? super CampaignSettings<R>> settings) {
        var context = new CampaignContext(
                store,
                owner,
                lease,
                time,
                reconciler.lookups(),
                reconciler::next,
                Keys::ownId,
                ZOMBIE,
                writer::write,
                this::isOlder);
        return new Campaign<>(context, name, batch, settings);
    }

    /**
     * Settles a key, or a part of a campaign, by something that proves that its message exists, such as a receipt.
     *
     * @param ownId the own id that came back, such as {@code out_id}
     * @param messageId the service's id of the message; null when it is not known
     * @return whether there is one with that id, made of it by {@code Once}, and no other
     * @throws StoreException when it can't be written down
     */
    public boolean settle(String ownId, @Nullable String messageId) {
        List<KeyRecord> records = store.findByOwnId(ownId);
        if (records.isEmpty()) {
            return Campaign.settle(store, ownId, messageId);
        }
        if (records.size() != 1 || !records.get(0).isOwnIdDerived()) {
            return false;
        }
        KeyRecord record = records.get(0);
        writer.writeNow(record.key(), record.fence(), KeyOutcome.accepted(messageId, null));
        return true;
    }

    /**
     * Lets receipts settle keys before they reach the application's handler.
     *
     * <pre>{@code
     * DysmsReceipts.builder().onGlobeReport(once.settling(report -> …))
     * }</pre>
     *
     * @param handler the application's handler
     * @param <T> the receipts
     * @return a handler in its place; when the key can't be written down it throws, so that the receipt is delivered again
     */
    public <T extends DeliveryReport> ReceiptHandler<T> settling(ReceiptHandler<? super T> handler) {
        return report -> {
            String ownId = report.ownId();
            if (ownId != null && !ownId.isEmpty()) {
                settle(ownId, report.messageId());
            }
            handler.handle(report);
        };
    }

    /**
     * Makes a key sendable again: somebody has decided that its message was not sent, or may be sent a second time. Only
     * keys that are {@code REFUSED}, {@code UNKNOWN} or {@code UNDECIDED}, and these two not before 31 minutes have passed
     * since their last request was signed: until then that request may still arrive.
     *
     * @param key the key
     * @param why for people who look at the store; no personal data
     * @throws IllegalStateException when the key can't be released now; says why
     * @throws StoreException when it can't be written down
     */
    public void release(String key, String why) {
        if (!store.release(Keys.require(key), ZOMBIE, Objects.requireNonNull(why, "why"))) {
            KeyRecord record =
                    store.find(key).orElseThrow(() -> new IllegalStateException("there is no such key to release"));
            throw new IllegalStateException("a key that is " + record.state() + " can't be released"
                    + (record.state().isOpen()
                            ? " until 31 minutes after its last request was marked, at " + record.sentAt()
                            : "; only REFUSED, UNKNOWN and UNDECIDED can"));
        }
    }

    /**
     * Deletes keys that have an outcome and have not changed for some time. A key that was deleted is new again: keep keys
     * longer than anything may be repeated, such as the retention of a queue. Campaigns whose parts all have an outcome are
     * deleted, too.
     *
     * @param retention how long to keep them
     * @return how many keys were deleted
     * @throws StoreException when they can't be deleted
     */
    public int prune(Duration retention) {
        PartStore parts = store.parts();
        if (parts != null) {
            parts.prune(retention);
        }
        return store.prune(retention);
    }

    KeyStore store() {
        return store;
    }

    OutcomeWriter writer() {
        return writer;
    }

    TimeSource time() {
        return time;
    }

    String owner() {
        return owner;
    }

    Duration lease() {
        return lease;
    }

    boolean fingerprint() {
        return fingerprint;
    }

    /** Lets nobody claim a key that may have been sent in what a restored backup does not have. */
    void doubtIfOlder(String key, String operation, @Nullable String ownId) {
        if (restored != null && isOlder(key)) {
            store.doubt(key, operation, ownId, restored);
        }
    }

    private boolean isOlder(String name) {
        Instant created = restored == null ? null : createdAt.apply(name);
        return restored != null && (created == null || created.isBefore(restored));
    }

    /** Builds a {@link Once}. */
    public static final class Builder {
        private final KeyStore store;
        private Duration lease = Duration.ofMinutes(2);
        private boolean fingerprint = true;
        private @Nullable Instant restored;
        private Function<? super String, ? extends @Nullable Instant> createdAt = name -> null;
        private TimeSource time = TimeSource.system();
        private Consumer<? super KeyRecord> sentTwice = record -> {};
        private final List<SendLookup> lookups = new ArrayList<>();
        private Function<? super String, ? extends @Nullable String> recipientOf = key -> null;
        private Duration horizon = Duration.ofDays(3);

        private Builder(KeyStore store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /**
         * Sets for how long a worker keeps a key before others take it over, or look it up. Default 2 minutes, and always
         * at least a minute more than the client's {@code timeout}.
         *
         * @param lease the time; more than zero
         * @return this builder
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder lease(Duration lease) {
            if (lease.isZero() || lease.isNegative()) {
                throw new IllegalArgumentException("lease must be more than zero, not " + lease);
            }
            this.lease = lease;
            return this;
        }

        /**
         * Sets whether a key given with another request is refused. Default true. Turn it off where the text changes with
         * every try, as a one-time code does.
         *
         * @param fingerprint whether to compare requests
         * @return this builder
         */
        public Builder fingerprint(boolean fingerprint) {
            this.fingerprint = fingerprint;
            return this;
        }

        /**
         * Sets that the store was restored from a backup: what was written after the backup is lost, and with it which
         * messages were sent. A key that is older than the restoring, and that the store would let be sent, becomes {@code
         * UNDECIDED} in place of being sent, with the code {@code RestoredBackup}. A receipt may settle it, or you release
         * it, 31 minutes after the restoring or later. A campaign that is older does not run. Default: it was not restored.
         *
         * <p>Set it in all processes before the first of them is started again, and keep it for as long as older keys may
         * come. Each send of an older key costs one or two statements more.
         *
         * @param restored when the database came back, by its clock; all processes had been stopped by then
         * @param createdAt returns when the event behind a key happened, such as the order; also given the names of
         *     campaigns. Null when it is not known, which counts as older
         * @return this builder
         */
        public Builder refuseOlderThan(
                Instant restored, Function<? super String, ? extends @Nullable Instant> createdAt) {
            this.restored = Objects.requireNonNull(restored, "restored");
            this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
            return this;
        }

        /**
         * Sets who is told of keys whose message may have been sent twice: the key was released, and then the request that
         * had been unknown turned out to have been sent. Default: nobody; the record keeps it.
         *
         * @param sentTwice is given the record
         * @return this builder
         */
        public Builder onSentTwice(Consumer<? super KeyRecord> sentTwice) {
            this.sentTwice = Objects.requireNonNull(sentTwice);
            return this;
        }

        /**
         * Adds a look-up of messages, such as {@code sms.lookup()}. Keep the client of it open. Default: none.
         *
         * @param lookup the look-up
         * @return this builder
         */
        public Builder lookup(SendLookup lookup) {
            lookups.add(Objects.requireNonNull(lookup));
            return this;
        }

        /**
         * Sets where look-ups take the recipient of a key from: the store keeps no numbers. Default: nowhere, so that
         * nothing is looked up.
         *
         * @param recipientOf returns the number of a key, digits with calling code; null when it is not known
         * @return this builder
         */
        public Builder recipientOf(Function<? super String, ? extends @Nullable String> recipientOf) {
            this.recipientOf = Objects.requireNonNull(recipientOf);
            return this;
        }

        /**
         * Sets how long an unknown key is looked up before it is {@code UNDECIDED}. Default 72 hours.
         *
         * @param horizon how long
         * @return this builder
         */
        public Builder horizon(Duration horizon) {
            this.horizon = Objects.requireNonNull(horizon);
            return this;
        }

        /**
         * Sets the clock of this process, by which a request that has waited too long after its mark is held back. For
         * tests.
         *
         * @param time the clock
         * @return this builder
         */
        public Builder timeSource(TimeSource time) {
            this.time = Objects.requireNonNull(time);
            return this;
        }

        /** {@return the sender} */
        public Once build() {
            return new Once(this);
        }
    }
}
