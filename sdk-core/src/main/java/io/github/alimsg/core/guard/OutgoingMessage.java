package io.github.alimsg.core.guard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message to one recipient, before it is sent: what a {@link SendGuard} decides by. A request with several recipients
 * is as many messages. Read from the parameters as they are sent, and so the same for all products.
 */
public final class OutgoingMessage {
    private final String operation;
    private final String to;
    private final @Nullable String sender;
    private final @Nullable String text;
    private final @Nullable String template;
    private final Map<String, String> values;
    private final @Nullable String category;
    private final @Nullable String ownId;

    private OutgoingMessage(Builder builder) {
        this.operation = builder.operation;
        this.to = builder.to;
        this.sender = builder.sender;
        this.text = builder.text;
        this.template = builder.template;
        this.values = builder.values;
        this.category = builder.category;
        this.ownId = builder.ownId;
    }

    /**
     * Starts a message, for tests of guards.
     *
     * @param operation the operation that sends it, as the service names it
     * @param to the recipient
     * @return a builder
     */
    public static Builder builder(String operation, String to) {
        return new Builder(operation, to);
    }

    /** {@return the operation that sends it, as the service names it, such as {@code SendSms}} */
    public String operation() {
        return operation;
    }

    /**
     * {@return the recipient: digits with calling code for a phone number, in every product; else the id of an account,
     * as it is sent} Empty when the request names nobody, as for a flow that knows its recipient.
     */
    public String to() {
        return to;
    }

    /** {@return who sends: a number, an account's id, or a signature; null when the request does not say} */
    public @Nullable String sender() {
        return sender;
    }

    /** {@return the text, or the content of a chat message as JSON; null for a template} */
    public @Nullable String text() {
        return text;
    }

    /** {@return the template's code; null for free text} */
    public @Nullable String template() {
        return template;
    }

    /** {@return the template's values by name, numbers as text; empty when there are none, or they can't be read} */
    public Map<String, String> values() {
        return values;
    }

    /** {@return what it is for, in the product's own words; null when the request does not say} */
    public @Nullable String category() {
        return category;
    }

    /** {@return the id that the application chose and that comes back in receipts; null when there is none} */
    public @Nullable String ownId() {
        return ownId;
    }

    /** Shows the operation only: everything else may be personal. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + operation + "]";
    }

    /** Builds a message. */
    public static final class Builder {
        private final String operation;
        private final String to;
        private @Nullable String sender;
        private @Nullable String text;
        private @Nullable String template;
        private Map<String, String> values = Map.of();
        private @Nullable String category;
        private @Nullable String ownId;

        private Builder(String operation, String to) {
            this.operation = Objects.requireNonNull(operation, "operation");
            this.to = Objects.requireNonNull(to, "to");
        }

        /**
         * Sets who sends.
         *
         * @param sender the sender
         * @return this builder
         */
        public Builder sender(@Nullable String sender) {
            this.sender = sender;
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
         * Sets the template's values.
         *
         * @param values values by name
         * @return this builder
         */
        public Builder values(Map<String, String> values) {
            this.values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
            return this;
        }

        /**
         * Sets what it is for.
         *
         * @param category the category
         * @return this builder
         */
        public Builder category(@Nullable String category) {
            this.category = category;
            return this;
        }

        /**
         * Sets the application's own id.
         *
         * @param ownId the id
         * @return this builder
         */
        public Builder ownId(@Nullable String ownId) {
            this.ownId = ownId;
            return this;
        }

        /** {@return the message} */
        public OutgoingMessage build() {
            return new OutgoingMessage(this);
        }
    }
}
