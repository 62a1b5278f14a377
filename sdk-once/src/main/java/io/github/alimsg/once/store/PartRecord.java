package io.github.alimsg.once.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a part: no number, no text, no value of a template. Times are those of the store's clock.
 * Immutable.
 */
public final class PartRecord {
    private final Builder from;

    private PartRecord(Builder builder) {
        this.from = new Builder(builder);
    }

    /**
     * Starts a record.
     *
     * @param campaign the campaign
     * @param part the part
     * @param state what is known of it
     * @return a builder
     */
    public static Builder builder(String campaign, Part part, KeyState state) {
        return new Builder(campaign, part, state);
    }

    /** {@return a builder with everything of this record} */
    public Builder toBuilder() {
        return new Builder(from);
    }

    /** {@return the campaign} */
    public String campaign() {
        return from.campaign;
    }

    /** {@return the part} */
    public Part part() {
        return from.part;
    }

    /** {@return what is known of it} */
    public KeyState state() {
        return from.state;
    }

    /** {@return who may write its outcome: random at first, and higher each time that somebody claims or releases the part} */
    public long fence() {
        return from.fence;
    }

    /** {@return the own id that was sent with it; null when none was} */
    public @Nullable String ownId() {
        return from.ownId;
    }

    /** {@return how many times it was claimed} */
    public int attempts() {
        return from.attempts;
    }

    /** {@return how many times it was looked up since it became unknown} */
    public int lookUps() {
        return from.lookUps;
    }

    /** {@return what became of its last request; null while nobody knows} */
    public @Nullable KeyOutcome outcome() {
        return from.outcome;
    }

    /** {@return its recipients by outcome; nobody while nobody knows} */
    public PartCounts counts() {
        return from.counts;
    }

    /** {@return the outcomes of its recipients where they differ, see {@link PartOutcome#details}; else null} */
    public @Nullable String details() {
        return from.details;
    }

    /** {@return whether fractions of it are there in its place: its request would be too large, or was refused} */
    public boolean isSplit() {
        return from.isSplit;
    }

    /** {@return when a request was last marked as leaving; null when none ever was} */
    public @Nullable Instant sentAt() {
        return from.sentAt;
    }

    /** {@return from when on it may be sent again, or is looked up next; null for at once} */
    public @Nullable Instant notBefore() {
        return from.notBefore;
    }

    /** {@return why somebody released it; null when nobody did} */
    public @Nullable String note() {
        return from.note;
    }

    /** {@return what came of a request after its part was released: it may have been sent twice; else null} */
    public @Nullable KeyState lateOutcome() {
        return from.lateOutcome;
    }

    /** Shows the part and its state. */
    @Override
    public String toString() {
        return "PartRecord{" + part().name() + ", " + state() + (isSplit() ? ", split" : "") + "}";
    }

    /** Builds a record. For stores. */
    public static final class Builder {
        private final String campaign;
        private final Part part;
        private KeyState state;
        private long fence;
        private @Nullable String ownId;
        private int attempts;
        private int lookUps;
        private @Nullable KeyOutcome outcome;
        private PartCounts counts = PartCounts.NONE;
        private @Nullable String details;
        private boolean isSplit;
        private @Nullable Instant sentAt;
        private @Nullable Instant notBefore;
        private @Nullable String note;
        private @Nullable KeyState lateOutcome;

        private Builder(String campaign, Part part, KeyState state) {
            this.campaign = Objects.requireNonNull(campaign, "campaign");
            this.part = Objects.requireNonNull(part, "part");
            this.state = Objects.requireNonNull(state, "state");
        }

        private Builder(Builder from) {
            this(from.campaign, from.part, from.state);
            this.fence = from.fence;
            this.ownId = from.ownId;
            this.attempts = from.attempts;
            this.lookUps = from.lookUps;
            this.outcome = from.outcome;
            this.counts = from.counts;
            this.details = from.details;
            this.isSplit = from.isSplit;
            this.sentAt = from.sentAt;
            this.notBefore = from.notBefore;
            this.note = from.note;
            this.lateOutcome = from.lateOutcome;
        }

        /**
         * Sets the state.
         *
         * @param state the value
         * @return this builder
         */
        public Builder state(KeyState state) {
            this.state = state;
            return this;
        }

        /**
         * Sets the fence.
         *
         * @param fence the value
         * @return this builder
         */
        public Builder fence(long fence) {
            this.fence = fence;
            return this;
        }

        /**
         * Sets the own id that was sent.
         *
         * @param ownId the value
         * @return this builder
         */
        public Builder ownId(@Nullable String ownId) {
            this.ownId = ownId;
            return this;
        }

        /**
         * Sets how many times it was claimed.
         *
         * @param attempts the value
         * @return this builder
         */
        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        /**
         * Sets how many times it was looked up.
         *
         * @param lookUps the value
         * @return this builder
         */
        public Builder lookUps(int lookUps) {
            this.lookUps = lookUps;
            return this;
        }

        /**
         * Sets what became of its last request.
         *
         * @param outcome the value
         * @return this builder
         */
        public Builder outcome(@Nullable KeyOutcome outcome) {
            this.outcome = outcome;
            return this;
        }

        /**
         * Sets its recipients by outcome.
         *
         * @param counts the value
         * @return this builder
         */
        public Builder counts(PartCounts counts) {
            this.counts = counts;
            return this;
        }

        /**
         * Sets the outcomes of its recipients.
         *
         * @param details the value
         * @return this builder
         */
        public Builder details(@Nullable String details) {
            this.details = details;
            return this;
        }

        /**
         * Sets whether fractions are there in its place.
         *
         * @param isSplit the value
         * @return this builder
         */
        public Builder isSplit(boolean isSplit) {
            this.isSplit = isSplit;
            return this;
        }

        /**
         * Sets the time of the last mark.
         *
         * @param sentAt the value
         * @return this builder
         */
        public Builder sentAt(@Nullable Instant sentAt) {
            this.sentAt = sentAt;
            return this;
        }

        /**
         * Sets when it is due.
         *
         * @param notBefore the value
         * @return this builder
         */
        public Builder notBefore(@Nullable Instant notBefore) {
            this.notBefore = notBefore;
            return this;
        }

        /**
         * Sets why it was released.
         *
         * @param note the value
         * @return this builder
         */
        public Builder note(@Nullable String note) {
            this.note = note;
            return this;
        }

        /**
         * Sets the late outcome.
         *
         * @param lateOutcome the value
         * @return this builder
         */
        public Builder lateOutcome(@Nullable KeyState lateOutcome) {
            this.lateOutcome = lateOutcome;
            return this;
        }

        /** {@return the record} */
        public PartRecord build() {
            return new PartRecord(this);
        }
    }
}
