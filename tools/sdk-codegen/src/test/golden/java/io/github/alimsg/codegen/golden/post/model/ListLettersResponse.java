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
 * The response to {@link ListLettersRequest}.
 */
public final class ListLettersResponse extends SdkResponse {
    private final @Nullable Data data;

    private ListLettersResponse(Builder builder) {
        super(builder);
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
     * The data.
     *
     * @return the value; null when it is absent
     */
    public @Nullable Data data() {
        return data;
    }

    static ListLettersResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Data" -> builder.data = in.startObject() ? Data.read(in) : null;
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
        return new Shown("ListLettersResponse")
                .add("requestId", requestId())
                .add("data", this.data)
                .toString();
    }

    /**
     * Builds {@link ListLettersResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private @Nullable Data data;

        private Builder() {
        }

        private Builder(ListLettersResponse from) {
            super(from);
            this.data = from.data;
        }

        /**
         * The data.
         *
         * @param data the value to set; null to leave it out
         * @return this builder
         */
        public Builder data(@Nullable Data data) {
            this.data = data;
            return this;
        }

        /**
         * The data.
         * Built in place.
         *
         * @param data sets its members; null to leave it out
         * @return this builder
         */
        public Builder data(@Nullable Consumer<Data.Builder> data) {
            if (data == null) {
                this.data = null;
                return this;
            }
            Data.Builder builder = Data.builder();
            data.accept(builder);
            return data(builder.build());
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public ListLettersResponse build() {
            return new ListLettersResponse(this);
        }
    }

    /**
     * The data.
     */
    public static final class Data {
        private final @Nullable Integer total;

        private final @Nullable List<DataList> list;

        private Data(Builder builder) {
            this.total = builder.total;
            this.list = ModelValues.frozen(builder.list);
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
        public @Nullable Integer total() {
            return total;
        }

        /**
         * The letters.
         *
         * @return the list; empty when it is not set; unmodifiable
         */
        public List<DataList> list() {
            return list == null ? List.of() : list;
        }

        static Data read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Total" -> builder.total = in.intValue();
                    case "List" -> builder.list = readList(in);
                    default -> in.skip();
                }
            }
            return new Data(builder);
        }

        private static List<DataList> readList(JsonReader in) {
            List<DataList> items = new ArrayList<>();
            if (in.startArray()) {
                while (in.nextItem()) {
                    if (in.startObject()) {
                        items.add(DataList.read(in));
                    }
                }
            }
            return Collections.unmodifiableList(items);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Data that
                    && Objects.equals(this.total, that.total)
                    && Objects.equals(this.list, that.list);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.total, this.list);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("Data")
                    .add("total", this.total)
                    .add("list", this.list)
                    .toString();
        }

        /**
         * Builds {@link Data}.
         */
        public static final class Builder {
            private @Nullable Integer total;

            private @Nullable List<DataList> list;

            private Builder() {
            }

            private Builder(Data from) {
                this.total = from.total;
                this.list = from.list;
            }

            /**
             * How many there are.
             *
             * @param total the value to set
             * @return this builder
             */
            public Builder total(int total) {
                this.total = total;
                return this;
            }

            /**
             * How many there are.
             *
             * @param total the value to set; null to leave it out
             * @return this builder
             */
            public Builder total(@Nullable Integer total) {
                this.total = total;
                return this;
            }

            /**
             * The letters.
             *
             * @param list the value to set; copied; must not contain null; null to leave it out
             * @return this builder
             */
            public Builder list(@Nullable List<DataList> list) {
                this.list = ModelValues.copy("list", list);
                return this;
            }

            /**
             * The letters.
             *
             * @param list the items; null to leave it out
             * @return this builder
             */
            public Builder list(DataList @Nullable ... list) {
                return list(ModelValues.list(list));
            }

            /**
             * The letters.
             * Adds one, built in place.
             *
             * @param list sets its members
             * @return this builder
             */
            public Builder addDataList(Consumer<DataList.Builder> list) {
                ModelValues.item("list", list);
                DataList.Builder builder = DataList.builder();
                list.accept(builder);
                this.list = ModelValues.append(this.list, builder.build());
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             */
            public Data build() {
                return new Data(this);
            }
        }
    }

    /**
     * The letters. This is one of them.
     */
    public static final class DataList {
        private final @Nullable String id;

        private DataList(Builder builder) {
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

        static DataList read(JsonReader in) {
            Builder builder = new Builder();
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Id" -> builder.id = in.string();
                    default -> in.skip();
                }
            }
            return new DataList(builder);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof DataList that
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
            return new Shown("DataList")
                    .add("id", this.id)
                    .toString();
        }

        /**
         * Builds {@link DataList}.
         */
        public static final class Builder {
            private @Nullable String id;

            private Builder() {
            }

            private Builder(DataList from) {
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
            public DataList build() {
                return new DataList(this);
            }
        }
    }
}
