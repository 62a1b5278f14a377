// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Shown;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link SendLetterRequest}.
 */
public final class SendLetterResponse extends SdkResponse {
    private final @Nullable String letterId;

    private final @Nullable Object data;

    private final @Nullable Parcel parcel;

    private SendLetterResponse(Builder builder) {
        super(builder);
        this.letterId = builder.letterId;
        this.data = builder.data;
        this.parcel = builder.parcel;
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

    /**
     * The parcel, if the letter was too big.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Parcel parcel() {
        return parcel;
    }

    static SendLetterResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "LetterId" -> builder.letterId = in.string();
                    case "Data" -> builder.data = in.plainValue();
                    case "Parcel" -> builder.parcel = in.startObject() ? Parcel.read(in) : null;
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
                .add("parcel", this.parcel)
                .toString();
    }

    /**
     * Builds {@link SendLetterResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private @Nullable String letterId;

        private @Nullable Object data;

        private @Nullable Parcel parcel;

        private Builder() {
        }

        private Builder(SendLetterResponse from) {
            super(from);
            this.letterId = from.letterId;
            this.data = from.data;
            this.parcel = from.parcel;
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
         * The parcel, if the letter was too big.
         *
         * @param parcel the value to set; null to leave it out
         * @return this builder
         */
        public Builder parcel(@Nullable Parcel parcel) {
            this.parcel = parcel;
            return this;
        }

        /**
         * The parcel, if the letter was too big.
         * Built in place.
         *
         * @param parcel sets its members; null to leave it out
         * @return this builder
         */
        public Builder parcel(@Nullable Consumer<Parcel.Builder> parcel) {
            if (parcel == null) {
                this.parcel = null;
                return this;
            }
            Parcel.Builder builder = Parcel.builder();
            parcel.accept(builder);
            return parcel(builder.build());
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

    /**
     * The parcel, if the letter was too big.
     */
    public static final class Parcel {
        private final @Nullable Stamp stamp;

        private final @Nullable List<String> numbers;

        private Parcel(Builder builder) {
            this.stamp = builder.stamp;
            this.numbers = builder.numbers;
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
         * The stamp on it.
         *
         * @return the value; null when it is absent
         */
        public @Nullable Stamp stamp() {
            return stamp;
        }

        /**
         * Numbers of its parts.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<String> numbers() {
            return numbers == null ? List.of() : numbers;
        }

        static Parcel read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Stamp" -> builder.stamp = in.startObject() ? Stamp.read(in) : null;
                    case "Numbers" -> builder.numbers = in.strings();
                    default -> in.skip();
                }
            }
            return new Parcel(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parcel that
                    && Objects.equals(this.stamp, that.stamp)
                    && Objects.equals(this.numbers, that.numbers);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.stamp, this.numbers);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Parcel")
                    .add("stamp", this.stamp)
                    .add("numbers", this.numbers)
                    .toString();
        }

        /**
         * Builds {@link Parcel}.
         */
        public static final class Builder {
            private @Nullable Stamp stamp;

            private @Nullable List<String> numbers;

            private Builder() {
            }

            private Builder(Parcel from) {
                this.stamp = from.stamp;
                this.numbers = from.numbers;
            }

            /**
             * The stamp on it.
             *
             * @param stamp the value to set; null to leave it out
             * @return this builder
             */
            public Builder stamp(@Nullable Stamp stamp) {
                this.stamp = stamp;
                return this;
            }

            /**
             * The stamp on it.
             * Built in place.
             *
             * @param stamp sets its members; null to leave it out
             * @return this builder
             */
            public Builder stamp(@Nullable Consumer<Stamp.Builder> stamp) {
                if (stamp == null) {
                    this.stamp = null;
                    return this;
                }
                Stamp.Builder builder = Stamp.builder();
                stamp.accept(builder);
                return stamp(builder.build());
            }

            /**
             * Numbers of its parts.
             *
             * @param numbers the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder numbers(@Nullable List<String> numbers) {
                this.numbers = ModelValues.copy("numbers", numbers);
                return this;
            }

            /**
             * Numbers of its parts.
             *
             * @param numbers the items; null to leave it out
             * @return this builder
             */
            public Builder numbers(String @Nullable ... numbers) {
                return numbers(ModelValues.list(numbers));
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Parcel build() {
                return new Parcel(this);
            }
        }
    }

    /**
     * The stamp on it.
     */
    public static final class Stamp {
        private final @Nullable String number;

        private Stamp(Builder builder) {
            this.number = builder.number;
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
         * Number of the stamp.
         *
         * @return the value; null when it is absent
         */
        public @Nullable String number() {
            return number;
        }

        static Stamp read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Number" -> builder.number = in.string();
                    default -> in.skip();
                }
            }
            return new Stamp(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stamp that
                    && Objects.equals(this.number, that.number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.number);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Stamp")
                    .add("number", this.number)
                    .toString();
        }

        /**
         * Builds {@link Stamp}.
         */
        public static final class Builder {
            private @Nullable String number;

            private Builder() {
            }

            private Builder(Stamp from) {
                this.number = from.number;
            }

            /**
             * Number of the stamp.
             *
             * @param number the value to set; null to leave it out
             * @return this builder
             */
            public Builder number(@Nullable String number) {
                this.number = number;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Stamp build() {
                return new Stamp(this);
            }
        }
    }
}
