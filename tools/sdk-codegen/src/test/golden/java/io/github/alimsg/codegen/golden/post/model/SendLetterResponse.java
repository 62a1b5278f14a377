// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link SendLetterRequest}.
 */
public final class SendLetterResponse extends SdkResponse {
    private final @Nullable String letterId;

    private final @Nullable Object data;

    private SendLetterResponse(Builder builder) {
        super(builder);
        this.letterId = builder.letterId;
        this.data = builder.data;
    }

    /**
     * Returns an empty builder.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder with the fields of this object.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Id of the letter.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String letterId() {
        return letterId;
    }

    /**
     * The data.
     *
     * @return a plain value: text, a number, true or false, or a list or map of these; null when it is absent
     */
    public @Nullable Object data() {
        return data;
    }

    static SendLetterResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "LetterId" -> builder.letterId = in.string();
                    case "Data" -> builder.data = in.plainValue();
                    default -> in.other(name);
                }
            }
        }
        in.finish(builder);
        return builder.build();
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("SendLetterResponse")
                .add("requestId", requestId())
                .add("letterId", this.letterId)
                .add("data", this.data)
                .toString();
    }

    /**
     * Builds {@link SendLetterResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private @Nullable String letterId;

        private @Nullable Object data;

        private Builder() {
        }

        private Builder(SendLetterResponse from) {
            super(from);
            this.letterId = from.letterId;
            this.data = from.data;
        }

        /**
         * Id of the letter.
         *
         * @param letterId the value to set; null to leave it out
         * @return this builder
         */
        public Builder letterId(@Nullable String letterId) {
            this.letterId = letterId;
            return this;
        }

        /**
         * The data.
         *
         * @param data plain values: text, numbers, true and false, lists and maps of these; copied; null to leave it out
         * @return this builder
         */
        public Builder data(@Nullable Object data) {
            this.data = ModelValues.plain("data", data);
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public SendLetterResponse build() {
            return new SendLetterResponse(this);
        }
    }
}
