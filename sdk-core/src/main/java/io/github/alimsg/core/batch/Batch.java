package io.github.alimsg.core.batch;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.error.Disposition;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.wire.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An operation that sends to many, with its settings: everything but the recipients. {@link #send} sends to a list of
 * any length:
 *
 * <pre>{@code
 * Batch<SmsRecipient> parcels = sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"));
 * BatchResult<SmsRecipient> result = parcels.send(recipients);
 * }</pre>
 *
 * <p>The other methods are for code that sends part by part in its own way and order, such as campaigns: it reads
 * recipients, asks {@link #refusal} about each, lets {@link #split} divide them, and gives each part to {@link
 * #sendPart}. They may change in any release.
 *
 * <p>Thread-safe and without state: it may be sent any number of times, from several threads at once.
 *
 * @param <R> a recipient
 */
public final class Batch<R> {
    private final ClientCore core;
    private final BatchCall<R, ?, ?> call;

    /**
     * For the helpers of product modules.
     *
     * @param core the client's engine
     * @param call how the operation sends to many
     */
    public Batch(ClientCore core, BatchCall<R, ?, ?> call) {
        this.core = core;
        this.call = call;
    }

    /**
     * The outcome of a part.
     *
     * @param outcomes one for each recipient, in the order of the part
     * @param failure what went wrong with the part; null when nothing did, even if the response or the guard refuses
     *     some of its recipients. A {@link io.github.alimsg.core.error.GuardedException} when the guard refuses all
     * @param disposition what became of the request; null when there is a response, which then decided the outcomes,
     *     even if an interceptor of the application failed afterwards
     * @param endsBatch whether a batch ends here: the failure would hit the next part too, or its effect is unknown
     * @param <R> a recipient
     */
    public record PartResult<R>(
            List<Outcome<R>> outcomes,
            @Nullable RuntimeException failure,
            @Nullable Disposition disposition,
            boolean endsBatch) {}

    /**
     * Sends to everyone on a list who is not refused, part after part. {@link BatchResult} describes how a list is
     * split, and when a batch continues after a failure.
     *
     * @param recipients to whom
     * @return the outcome of each recipient
     * @throws IllegalArgumentException when a request is incomplete, a recipient is in the list twice with the same
     *     message, or recipients can't be sent to together; nothing was sent
     * @throws SdkException the first failure, when nothing was sent to anyone
     * @throws IllegalStateException when the client is closed, or keeps a journal as within {@code Once.send}
     */
    public BatchResult<R> send(List<? extends R> recipients) {
        if (core.engine().options().journal() != null) {
            throw new IllegalStateException(
                    "an idempotency key stands for one request, and a batch may make many: use a"
                            + " campaign; nothing was sent");
        }
        List<R> all = List.copyOf(recipients);
        PartSplitter.check(call, all);
        var refused = new RefusedRecipients<R>(all, call::refusal);
        List<? extends PartCall<R, ?, ?>> parts = PartSplitter.split(core, call, refused.others());
        return core.underWay(() -> BatchRun.send(refused, parts));
    }

    /** {@return the name of the operation at the service} */
    public String operation() {
        return call.operation().name();
    }

    /** {@return the operation's documented limit in calls per second; 0 when none is documented} */
    public int callsPerSecond() {
        return call.operation().callsPerSecond();
    }

    /** {@return the parameter that comes back in receipts, see {@link Operation#ownId()}; null when there is none} */
    public @Nullable String ownId() {
        return call.operation().ownId();
    }

    /** {@return whether the settings give {@link #ownId()} a value, the same for all parts} */
    public boolean hasOwnId() {
        return ownId() != null && hasParameter(core, call, ownId());
    }

    /** {@return how many recipients a part may have} */
    public int maxRecipients() {
        return call.maxRecipients();
    }

    /**
     * Returns the address of a recipient in a normal form, with {@code equals}. A part has no address twice.
     *
     * @param recipient the recipient
     * @return the address, which is personal data
     */
    public Object address(R recipient) {
        return call.address(recipient);
    }

    /**
     * Returns what else identifies a message to a recipient, with {@code equals}.
     *
     * @param recipient the recipient
     * @return the content, which is personal data
     */
    public Object content(R recipient) {
        return call.content(recipient);
    }

    /**
     * Returns why a recipient is refused before anything is sent, by a check of the application.
     *
     * @param recipient the recipient
     * @return the failure of its outcome; null when it is not refused
     */
    public @Nullable RuntimeException refusal(R recipient) {
        return call.refusal(recipient);
    }

    /**
     * Splits recipients into parts, in order, so that each fits a request: by number, by the length of the query, and
     * with no address twice. The result depends on the recipients and the settings only. If there is one part, the
     * recipients fit a request.
     *
     * @param recipients the recipients, without those who are refused
     * @return the parts
     * @throws IllegalArgumentException as {@link #send}
     */
    public List<List<R>> split(List<? extends R> recipients) {
        List<R> all = List.copyOf(recipients);
        PartSplitter.check(call, all);
        return PartSplitter.split(core, call, all).stream()
                .map(PartCall::recipients)
                .toList();
    }

    /**
     * Describes the call that would send to recipients: its messages, and a digest of everything that it sends.
     *
     * @param recipients the recipients, of whom there may be too many; none for the settings alone
     * @return the call
     */
    public CallJournal.Call describe(List<? extends R> recipients) {
        return describe(call, List.copyOf(recipients));
    }

    private <I extends SdkRequest> CallJournal.Call describe(BatchCall<R, I, ?> call, List<R> recipients) {
        I request = recipients.isEmpty() ? call.settings() : call.request(recipients, null);
        return core.engine().describe(call.operation(), request);
    }

    /**
     * Describes the call that would send to recipients, if {@link #split} leaves them together: what both say, for half of
     * the work.
     *
     * @param recipients the recipients, without those who are refused; at least one
     * @return the call; null when they are to be split, or one of them may be there twice
     * @throws IllegalArgumentException when they can't be sent to together
     */
    public CallJournal.@Nullable Call describePart(List<? extends R> recipients) {
        return PartSplitter.describe(core, call, List.copyOf(recipients));
    }

    /**
     * Sends a part in one call, below the operation's documented rate even when the client's pacing is off. The client's
     * guard is asked about each recipient. What goes wrong with the call is in the result; what an interceptor throws
     * before anything was sent is thrown.
     *
     * @param recipients the recipients of the part, as {@link #split} returns them or fewer; refused ones are sent to
     * @param ownId the value of {@link #ownId()}; null for none, or for that of the settings
     * @param change changes the client's settings for this call, except its guard
     * @return the outcome of each recipient
     * @throws IllegalArgumentException when there are no recipients or too many, an address is there twice, the
     *     recipients can't be sent to together, a request is incomplete, or {@code ownId} can't be set because the
     *     settings have one or the operation has none; nothing was sent
     * @throws IllegalStateException when the client is closed; nothing was sent
     */
    public PartResult<R> sendPart(
            List<? extends R> recipients, @Nullable String ownId, Consumer<ClientOptions.Builder> change) {
        List<R> part = List.copyOf(recipients);
        Set<Object> addresses = new HashSet<>();
        if (part.isEmpty()
                || part.size() > maxRecipients()
                || !part.stream().map(this::address).allMatch(addresses::add)) {
            throw new IllegalArgumentException(
                    "a part has 1 to " + maxRecipients() + " recipients and no address twice");
        }
        if (ownId != null && (ownId() == null || hasOwnId())) {
            throw new IllegalArgumentException(
                    ownId() == null ? operation() + " has no own id" : "the settings have " + ownId() + " already");
        }
        call.check(part);
        PartCall<R, ?, ?> prepared = new PartCall<>(core, call, part, ownId);
        return core.underWay(() -> prepared.send(change));
    }

    private static <I extends SdkRequest> boolean hasParameter(ClientCore core, BatchCall<?, I, ?> call, String name) {
        return core.engine().write(call.operation(), call.settings()).hasValue(name);
    }

    /** Shows the operation. */
    @Override
    public String toString() {
        return "Batch{" + operation() + "}";
    }
}
