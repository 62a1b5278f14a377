package io.github.alimsg.core.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message that may have been sent: what a {@link SendLookup} searches for.
 *
 * <pre>{@code
 * SentQuery.builder("SendSms", "8613900001234", began).ownId("order-4711").template("SMS_123456").build()
 * }</pre>
 */
public final class SentQuery {
    /** How far the service's clock may be from the caller's. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final String operation;
    private final String to;
    private final Instant since;
    private final @Nullable Instant until;
    private final @Nullable String ownId;
    private final @Nullable String template;

    private SentQuery(Builder builder) {
        this.operation = builder.operation;
        this.to = builder.to;
        this.since = builder.since;
        this.until = builder.until;
        this.ownId = builder.ownId;
        this.template = builder.template;
    }

    /**
     * Starts a query.
     *
     * @param operation the operation that may have sent the message, as the service names it, such as {@code SendSms}
     * @param to the recipient: digits with calling code for a phone number, as {@link
     *     io.github.alimsg.core.guard.OutgoingMessage#to()} has it
     * @param since just before the first attempt to send it
     * @return a builder
     */
    public static Builder builder(String operation, String to, Instant since) {
        return new Builder(operation, to, since);
    }

    /** {@return the operation that may have sent it} */
    public String operation() {
        return operation;
    }

    /** {@return the recipient; for a phone number digits with calling code} */
    public String to() {
        return to;
    }

    /** {@return just before the first attempt to send it} */
    public Instant since() {
        return since;
    }

    /** {@return just after the last attempt to send it; null for the present} */
    public @Nullable Instant until() {
        return until;
    }

    /** {@return the id that the application chose; null when messages are not compared by it} */
    public @Nullable String ownId() {
        return ownId;
    }

    /** {@return the template's code; null when messages are not compared by it} */
    public @Nullable String template() {
        return template;
    }

    /** {@return the earliest time that its record may have: a minute before {@link #since()}, as clocks differ} */
    public Instant earliest() {
        return since.minus(TOLERANCE);
    }

    /** {@return the latest time that its record may have: a minute after {@link #until()}; null when that is null} */
    public @Nullable Instant latest() {
        return until == null ? null : until.plus(TOLERANCE);
    }

    /**
     * Whether a message was sent in the time of the query, from {@link #earliest()} to {@link #latest()}.
     *
     * @param sentAt when it was sent, by the service's clock
     * @return whether it was
     */
    public boolean covers(Instant sentAt) {
        Instant latest = latest();
        return !sentAt.isBefore(earliest()) && (latest == null || !sentAt.isAfter(latest));
    }

    /**
     * Whether a message has the template of the query.
     *
     * @param message the message
     * @return whether it has; true when the query has none
     */
    public boolean hasTemplateOf(FoundMessage message) {
        return template == null || template.equals(message.template());
    }

    /** Shows operation and times only: everything else may be personal. */
    @Override
    public String toString() {
        return "SentQuery[" + operation + ", since " + since + (until == null ? "" : ", until " + until) + "]";
    }

    /** Builds a query. */
    public static final class Builder {
        private final String operation;
        private final String to;
        private final Instant since;
        private @Nullable Instant until;
        private @Nullable String ownId;
        private @Nullable String template;

        private Builder(String operation, String to, Instant since) {
            this.operation = Objects.requireNonNull(operation, "operation");
            this.to = Objects.requireNonNull(to, "to");
            this.since = Objects.requireNonNull(since, "since");
        }

        /**
         * Sets when the last attempt to send it had ended.
         *
         * @param until the time; null for the present
         * @return this builder
         */
        public Builder until(@Nullable Instant until) {
            this.until = until;
            return this;
        }

        /**
         * Sets the application's own id.
         *
         * @param ownId the id; null not to compare it
         * @return this builder
         */
        public Builder ownId(@Nullable String ownId) {
            this.ownId = ownId;
            return this;
        }

        /**
         * Sets the template.
         *
         * @param template its code; null not to compare it
         * @return this builder
         */
        public Builder template(@Nullable String template) {
            this.template = template;
            return this;
        }

        /**
         * Builds the query.
         *
         * @return the query
         * @throws IllegalArgumentException when the own id is empty, or {@code until} is before {@code since}
         */
        public SentQuery build() {
            if (ownId != null && ownId.isEmpty()) {
                throw new IllegalArgumentException("ownId is empty: messages without an id are not told apart by it");
            }
            if (until != null && until.isBefore(since)) {
                throw new IllegalArgumentException("until (" + until + ") is before since (" + since + ")");
            }
            return new SentQuery(this);
        }
    }
}
