package io.github.alimsg.once.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a key: no number, no text, no value of a template. Times are those of the store's clock.
 * Immutable.
 */
public final class KeyRecord {
    private final Builder from;

    private KeyRecord(Builder builder) {
        this.from = new Builder(builder);
    }

    /**
     * Starts a record.
     *
     * @param key the key
     * @param state its state
     * @param operation the operation that sends it, as the service names it
     * @return a builder
     */
    public static Builder builder(String key, KeyState state, String operation) {
        return new Builder(key, state, operation);
    }

    /** {@return a builder with everything of this record} */
    public Builder toBuilder() {
        return new Builder(from);
    }

    /** {@return the key} */
    public String key() {
        return from.key;
    }

    /** {@return what is known of it} */
    public KeyState state() {
        return from.state;
    }

    /** {@return the operation that sends it, as the service names it} */
    public String operation() {
        return from.operation;
    }

    /** {@return who may write its outcome: random at first, and higher each time that somebody claims the key} */
    public long fence() {
        return from.fence;
    }

    /** {@return the fingerprint of its request; null while no request is known, or when none is kept} */
    public @Nullable String fingerprint() {
        return from.fingerprint;
    }

    /** {@return the own id that was sent with it, such as {@code OutId}; null when there is none} */
    public @Nullable String ownId() {
        return from.ownId;
    }

    /** {@return whether the own id was made of the key, and so belongs to nothing else} */
    public boolean isOwnIdDerived() {
        return from.ownIdDerived;
    }

    /** {@return the template's code; null for free text} */
    public @Nullable String template() {
        return from.template;
    }

    /** {@return how many times it was claimed} */
    public int attempts() {
        return from.attempts;
    }

    /** {@return how many times it was looked up since it became unknown} */
    public int lookUps() {
        return from.lookUps;
    }

    /** {@return the service's id of the message; null when none is known} */
    public @Nullable String messageId() {
        return from.messageId;
    }

    /** {@return the id of the request that carried it; null when none is known} */
    public @Nullable String requestId() {
        return from.requestId;
    }

    /** {@return the service's code, or the name of the failure, when it was not accepted; else null} */
    public @Nullable String code() {
        return from.code;
    }

    /** {@return why somebody released it; null when nobody did} */
    public @Nullable String note() {
        return from.note;
    }

    /** {@return what came of a request after its key was released: the message may have been sent twice; else null} */
    public @Nullable KeyState lateOutcome() {
        return from.lateOutcome;
    }

    /** {@return when the key was first written} */
    public Instant createdAt() {
        return from.createdAt;
    }

    /** {@return when the record last changed} */
    public Instant updatedAt() {
        return from.updatedAt;
    }

    /**
     * {@return when a request was last marked as leaving; null when none ever was} For a key in doubt, because the store
     * was restored from a backup: when it was restored.
     */
    public @Nullable Instant sentAt() {
        return from.sentAt;
    }

    /** {@return from when on it may be sent again, or is looked up next; null for at once} */
    public @Nullable Instant notBefore() {
        return from.notBefore;
    }

    /** Shows the state, never the key: it may be personal. */
    @Override
    public String toString() {
        return "KeyRecord{" + state() + ", operation=" + operation() + ", attempts=" + attempts()
                + (code() == null ? "" : ", code=" + code()) + "}";
    }

    /** Builds a record. For stores. */
    public static final class Builder {
        private final String key;
        private KeyState state;
        private final String operation;
        private long fence;
        private @Nullable String fingerprint;
        private @Nullable String ownId;
        private boolean ownIdDerived;
        private @Nullable String template;
        private int attempts;
        private int lookUps;
        private @Nullable String messageId;
        private @Nullable String requestId;
        private @Nullable String code;
        private @Nullable String note;
        private @Nullable KeyState lateOutcome;
        private Instant createdAt = Instant.EPOCH;
        private Instant updatedAt = Instant.EPOCH;
        private @Nullable Instant sentAt;
        private @Nullable Instant notBefore;

        private Builder(String key, KeyState state, String operation) {
            this.key = Objects.requireNonNull(key, "key");
            this.state = Objects.requireNonNull(state, "state");
            this.operation = Objects.requireNonNull(operation, "operation");
        }

        private Builder(Builder from) {
            this(from.key, from.state, from.operation);
            this.fence = from.fence;
            this.fingerprint = from.fingerprint;
            this.ownId = from.ownId;
            this.ownIdDerived = from.ownIdDerived;
            this.template = from.template;
            this.attempts = from.attempts;
            this.lookUps = from.lookUps;
            this.messageId = from.messageId;
            this.requestId = from.requestId;
            this.code = from.code;
            this.note = from.note;
            this.lateOutcome = from.lateOutcome;
            this.createdAt = from.createdAt;
            this.updatedAt = from.updatedAt;
            this.sentAt = from.sentAt;
            this.notBefore = from.notBefore;
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
         * Sets the fingerprint of the request.
         *
         * @param fingerprint the value
         * @return this builder
         */
        public Builder fingerprint(@Nullable String fingerprint) {
            this.fingerprint = fingerprint;
            return this;
        }

        /**
         * Sets the own id that was sent.
         *
         * @param ownId the id
         * @param derived whether it was made of the key
         * @return this builder
         */
        public Builder ownId(@Nullable String ownId, boolean derived) {
            this.ownId = ownId;
            this.ownIdDerived = derived;
            return this;
        }

        /**
         * Sets the template's code.
         *
         * @param template the value
         * @return this builder
         */
        public Builder template(@Nullable String template) {
            this.template = template;
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
         * Sets the service's id of the message.
         *
         * @param messageId the value
         * @return this builder
         */
        public Builder messageId(@Nullable String messageId) {
            this.messageId = messageId;
            return this;
        }

        /**
         * Sets the id of the request.
         *
         * @param requestId the value
         * @return this builder
         */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Sets the code of a failure.
         *
         * @param code the value
         * @return this builder
         */
        public Builder code(@Nullable String code) {
            this.code = code;
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
         * Sets what came of a request after the release.
         *
         * @param lateOutcome the value
         * @return this builder
         */
        public Builder lateOutcome(@Nullable KeyState lateOutcome) {
            this.lateOutcome = lateOutcome;
            return this;
        }

        /**
         * Sets when the key was first written.
         *
         * @param createdAt the value
         * @return this builder
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets when the record last changed.
         *
         * @param updatedAt the value
         * @return this builder
         */
        public Builder updatedAt(Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Sets when a request was last marked as leaving.
         *
         * @param sentAt the value
         * @return this builder
         */
        public Builder sentAt(@Nullable Instant sentAt) {
            this.sentAt = sentAt;
            return this;
        }

        /**
         * Sets from when on it may be sent or looked up.
         *
         * @param notBefore the value
         * @return this builder
         */
        public Builder notBefore(@Nullable Instant notBefore) {
            this.notBefore = notBefore;
            return this;
        }

        /** {@return the record} */
        public KeyRecord build() {
            return new KeyRecord(this);
        }
    }
}
