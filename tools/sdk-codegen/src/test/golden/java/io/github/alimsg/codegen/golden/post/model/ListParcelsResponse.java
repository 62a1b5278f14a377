// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link ListParcelsRequest}.
 */
public final class ListParcelsResponse extends SdkResponse {
    private final @Nullable Long total;

    private final @Nullable List<Parcel> parcels;

    private ListParcelsResponse(Builder builder) {
        super(builder);
        this.total = builder.total;
        this.parcels = ModelValues.frozen(builder.parcels);
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
     * How many there are.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Long total() {
        return total;
    }

    /**
     * The parcels.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<Parcel> parcels() {
        return parcels == null ? List.of() : parcels;
    }

    static ListParcelsResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Total" -> builder.total = in.longValue();
                    case "Parcels" -> builder.parcels = readParcels(in);
                    default -> in.other(name);
                }
            }
        }
        in.finish(builder);
        return builder.build();
    }

    private static List<Parcel> readParcels(JsonReader in) {
        List<Parcel> items = new ArrayList<>();
        if (in.startArray()) {
            while (in.nextItem()) {
                if (in.startObject()) {
                    items.add(Parcel.read(in));
                }
            }
        }
        return Collections.unmodifiableList(items);
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("ListParcelsResponse")
                .add("requestId", requestId())
                .add("total", this.total)
                .add("parcels", this.parcels)
                .toString();
    }

    /**
     * Builds {@link ListParcelsResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private @Nullable Long total;

        private @Nullable List<Parcel> parcels;

        private Builder() {
        }

        private Builder(ListParcelsResponse from) {
            super(from);
            this.total = from.total;
            this.parcels = from.parcels;
        }

        /**
         * How many there are.
         *
         * @param total the value to set
         * @return this builder
         */
        public Builder total(long total) {
            this.total = total;
            return this;
        }

        /**
         * How many there are.
         *
         * @param total the value to set; null to leave it out
         * @return this builder
         */
        public Builder total(@Nullable Long total) {
            this.total = total;
            return this;
        }

        /**
         * The parcels.
         *
         * @param parcels the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder parcels(@Nullable List<Parcel> parcels) {
            this.parcels = ModelValues.copy("parcels", parcels);
            return this;
        }

        /**
         * The parcels.
         *
         * @param parcels the items; null to leave it out
         * @return this builder
         */
        public Builder parcels(Parcel @Nullable ... parcels) {
            return parcels(ModelValues.list(parcels));
        }

        /**
         * The parcels.
         * Adds one, built in place.
         *
         * @param parcels sets its members
         * @return this builder
         */
        public Builder addParcel(Consumer<Parcel.Builder> parcels) {
            ModelValues.item("parcels", parcels);
            Parcel.Builder builder = Parcel.builder();
            parcels.accept(builder);
            this.parcels = ModelValues.append(this.parcels, builder.build());
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public ListParcelsResponse build() {
            return new ListParcelsResponse(this);
        }
    }

    /**
     * The parcels. This is one of them.
     */
    public static final class Parcel {
        private final @Nullable String id;

        private Parcel(Builder builder) {
            this.id = builder.id;
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
         * The id.
         *
         * @return the value; null when it is absent
         */
        public @Nullable String id() {
            return id;
        }

        static Parcel read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Id" -> builder.id = in.string();
                    default -> in.skip();
                }
            }
            return new Parcel(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parcel that
                    && Objects.equals(this.id, that.id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.id);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Parcel")
                    .add("id", this.id)
                    .toString();
        }

        /**
         * Builds {@link Parcel}.
         */
        public static final class Builder {
            private @Nullable String id;

            private Builder() {
            }

            private Builder(Parcel from) {
                this.id = from.id;
            }

            /**
             * The id.
             *
             * @param id the value to set; null to leave it out
             * @return this builder
             */
            public Builder id(@Nullable String id) {
                this.id = id;
                return this;
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
}
