package io.github.alimsg.testing.products;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.receipts.DeliveryState;
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
        return states;
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
