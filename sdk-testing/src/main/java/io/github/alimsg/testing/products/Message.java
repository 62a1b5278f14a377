package io.github.alimsg.testing.products;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message to one recipient. What becomes of it is decided when somebody asks, so that a test can say it afterwards. */
public final class Message {
    private final Submission submission;
    private final OutgoingMessage content;
    private final String recipient;
    private final @Nullable String id;
    private final int position;
    private final Failures failures;
    private volatile @Nullable Reported reported;

    /** What somebody has decided by hand. */
    private record Reported(@Nullable String error, Map<DeliveryState, Instant> times) {}

    /**
     * A message of a call.
     *
     * @param content what was sent
     * @param recipient the recipient as the call writes it
     * @param id what the reply calls it; null when it has no name
     * @param position its place in the call, from 0
     * @param failures which messages fail
     */
    public Message(
            Submission submission,
            OutgoingMessage content,
            String recipient,
            @Nullable String id,
            int position,
            Failures failures) {
        this.submission = submission;
        this.content = content;
        this.recipient = recipient;
        this.id = id;
        this.position = position;
        this.failures = failures;
    }

    public Submission submission() {
        return submission;
    }

    public OutgoingMessage content() {
        return content;
    }

    public String recipient() {
        return recipient;
    }

    public @Nullable String id() {
        return id;
    }

    int position() {
        return position;
    }

    /** The id in receipts, which always have one. */
    String reportedId() {
        return id == null ? "unnamed-" + submission.sequence() + "-" + position : id;
    }

    public Instant at() {
        return submission.at();
    }

    String operation() {
        return submission.operation();
    }

    /** A parameter of the call; empty when it was not sent. */
    String parameter(String name) {
        return submission.parameters().getOrDefault(name, "");
    }

    /** The channel that it goes through; null when the fake does not know it. */
    public @Nullable String channel() {
        return Products.channel(submission.operation(), submission.parameters());
    }

    /** The code that it fails with; null when it arrives. */
    public @Nullable String error() {
        Reported decided = reported;
        if (decided != null) {
            return decided.error;
        }
        Sending how = Products.sending(submission.operation());
        return how == null ? null : failures.error(how, recipient, submission.templateError());
    }

    /** The states that receipts report, in order, with their times; none when its operation has no receipts. */
    public Map<DeliveryState, Instant> states() {
        Map<DeliveryState, Instant> states = new EnumMap<>(DeliveryState.class);
        Sending how = Products.sending(submission.operation());
        if (how != null) {
            how.states().of(error()).forEach((state, later) -> states.put(state, at().plus(later)));
        }
        Reported decided = reported;
        if (decided != null) {
            decided.times.forEach((state, at) -> states.replace(state, at));
        }
        return states;
    }

    /**
     * Decides what becomes of it, from now on.
     *
     * @param errorCode the code of a failure; null for a plain one, and for any other state
     * @return the receipt that says so
     * @throws IllegalArgumentException when there is no such receipt
     */
    public synchronized Receipt report(DeliveryState state, @Nullable String errorCode, Instant at) {
        if (errorCode != null && state != DeliveryState.FAILED) {
            throw new IllegalArgumentException(
                    "only a message that FAILED has an error code, not one that is " + state);
        }
        Sending how = Products.sending(submission.operation());
        String error = how == null ? null : error(how, state, errorCode);
        if (how == null || !how.states().of(error).containsKey(state)) {
            throw new IllegalArgumentException("no receipt of " + submission.operation() + " says " + state);
        }
        Reported before = reported;
        Map<DeliveryState, Instant> times = new EnumMap<>(DeliveryState.class);
        if (before != null) {
            times.putAll(before.times);
        }
        times.put(state, at);
        reported = new Reported(error, times);
        List<Receipt> receipts = receipts();
        if (receipts.isEmpty()) {
            reported = before;
            throw new IllegalArgumentException("there are no receipts of " + submission.operation());
        }
        return receipts.get(List.copyOf(states().keySet()).indexOf(state));
    }

    private static @Nullable String error(Sending how, DeliveryState state, @Nullable String errorCode) {
        return switch (state) {
            case FAILED -> errorCode == null ? how.errorCodes().get(FailureReason.UNKNOWN) : errorCode;
            case EXPIRED -> ReportedStates.EXPIRED;
            default -> null;
        };
    }

    /** Its receipts, in order. */
    public List<Receipt> receipts() {
        Sending how = Products.sending(submission.operation());
        return how == null ? List.of() : how.receipts().apply(this);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "Message[" + submission.operation() + "]";
    }
}
