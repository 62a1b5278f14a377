package io.github.alimsg.core.lookup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as the service lists it. What its record does not have, or what cannot be read there, is null. */
public final class FoundMessage {
    private final @Nullable String ownId;
    private final @Nullable String messageId;
    private final @Nullable String template;
    private final @Nullable String text;
    private final @Nullable Instant sentAt;
    private final @Nullable String state;

    private FoundMessage(Builder builder) {
        this.ownId = builder.ownId;
        this.messageId = builder.messageId;
        this.template = builder.template;
        this.text = builder.text;
        this.sentAt = builder.sentAt;
        this.state = builder.state;
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the id that the application chose; null when the service's records have none} */
    public @Nullable String ownId() {
        return ownId;
    }

    /** {@return the id that the service gave; null when its records have none} */
    public @Nullable String messageId() {
        return messageId;
    }

    /** {@return the template's code; null for free text} */
    public @Nullable String template() {
        return template;
    }

    /** {@return the text that was sent} */
    public @Nullable String text() {
        return text;
    }

    /** {@return when it was sent, by the service's clock, to the second} */
    public @Nullable Instant sentAt() {
        return sentAt;
    }

    /** {@return what has become of it, in the product's own words, such as {@code 3} or {@code success}} */
    public @Nullable String state() {
        return state;
    }

    /** Shows the message id, time and state only: everything else may be personal. */
    @Override
    public String toString() {
        return "FoundMessage[messageId=" + messageId + ", sentAt=" + sentAt + ", state=" + state + "]";
    }

    /** Builds a message, for look-ups of products and tests. */
    public static final class Builder {
        private @Nullable String ownId;
        private @Nullable String messageId;
        private @Nullable String template;
        private @Nullable String text;
        private @Nullable Instant sentAt;
        private @Nullable String state;

        private Builder() {}

        /**
         * Sets the id that the application chose.
         *
         * @param ownId the id
         * @return this builder
         */
        public Builder ownId(@Nullable String ownId) {
            this.ownId = ownId;
            return this;
        }

        /**
         * Sets the id that the service gave.
         *
         * @param messageId the id
         * @return this builder
         */
        public Builder messageId(@Nullable String messageId) {
            this.messageId = messageId;
            return this;
        }

        /**
         * Sets the template.
         *
         * @param template its code
         * @return this builder
         */
        public Builder template(@Nullable String template) {
            this.template = template;
            return this;
        }

        /**
         * Sets the text.
         *
         * @param text the text
         * @return this builder
         */
        public Builder text(@Nullable String text) {
            this.text = text;
            return this;
        }

        /**
         * Sets when it was sent.
         *
         * @param sentAt the time
         * @return this builder
         */
        public Builder sentAt(@Nullable Instant sentAt) {
            this.sentAt = sentAt;
            return this;
        }

        /**
         * Sets what has become of it.
         *
         * @param state the product's own words
         * @return this builder
         */
        public Builder state(@Nullable String state) {
            this.state = state;
            return this;
        }

        /** {@return the message} */
        public FoundMessage build() {
            return new FoundMessage(this);
        }
    }
}
