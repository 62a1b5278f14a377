// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.Shown;
import io.github.alimsg.core.wire.StructureWriter;
import io.github.alimsg.core.wire.SuccessRule;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists parcels.
 *
 * <ul>
 * <li>A read: repeated after a lost reply.</li>
 * <li>Permission: {@code post:ListParcels}.</li>
 * </ul>
 */
public final class ListParcelsRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<ListParcelsRequest, ListParcelsResponse> OPERATION = new Wire();

    private final @Nullable PageRequest page;

    private ListParcelsRequest(Builder builder) {
        super(builder);
        this.page = builder.page;
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
     * Which page.
     *
     * @return the value; null when it is absent
     */
    public @Nullable PageRequest page() {
        return page;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListParcelsRequest that
                && Objects.equals(this.page, that.page)
                && extraParams().equals(that.extraParams());
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.page, extraParams());
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("ListParcelsRequest")
                .add("page", this.page)
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link ListParcelsRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private @Nullable PageRequest page;

        private Builder() {
        }

        private Builder(ListParcelsRequest from) {
            super(from);
            this.page = from.page;
        }

        /**
         * Which page.
         *
         * @param page the value to set; null to leave it out
         * @return this builder
         */
        public Builder page(@Nullable PageRequest page) {
            this.page = page;
            return this;
        }

        /**
         * Which page.
         * Built in place.
         *
         * @param page sets its members; null to leave it out
         * @return this builder
         */
        public Builder page(@Nullable Consumer<PageRequest.Builder> page) {
            if (page == null) {
                this.page = null;
                return this;
            }
            PageRequest.Builder builder = PageRequest.builder();
            page.accept(builder);
            return page(builder.build());
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public ListParcelsRequest build() {
            return new ListParcelsRequest(this);
        }
    }

    /**
     * Which page.
     */
    public static final class PageRequest {
        private final Integer index;

        private final Integer size;

        private PageRequest(Builder builder) {
            this.index = Objects.requireNonNull(builder.index);
            this.size = Objects.requireNonNull(builder.size);
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
         * Number of the page, from 1.
         *
         * @return the value
         */
        public Integer index() {
            return index;
        }

        /**
         * Size of the page.
         *
         * @return the value
         */
        public Integer size() {
            return size;
        }

        void write(StructureWriter out) {
            out.startObject();
            out.put("Index", this.index);
            out.put("Size", this.size);
            out.endObject();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PageRequest that
                    && Objects.equals(this.index, that.index)
                    && Objects.equals(this.size, that.size);
        }

        @Override
        public int hashCode() {
            return Objects.hash(this.index, this.size);
        }

        /**
         * Shows what is set, without personal or secret values.
         *
         * @return the text
         */
        @Override
        public String toString() {
            return new Shown("PageRequest")
                    .add("index", this.index)
                    .add("size", this.size)
                    .toString();
        }

        /**
         * Builds {@link PageRequest}.
         */
        public static final class Builder {
            private @Nullable Integer index;

            private @Nullable Integer size;

            private Builder() {
            }

            private Builder(PageRequest from) {
                this.index = from.index;
                this.size = from.size;
            }

            /**
             * Number of the page, from 1. Required.
             *
             * @param index the value to set
             * @return this builder
             */
            public Builder index(int index) {
                this.index = index;
                return this;
            }

            /**
             * Number of the page, from 1. Required.
             *
             * @param index the value to set
             * @return this builder
             */
            public Builder index(Integer index) {
                this.index = index;
                return this;
            }

            /**
             * Size of the page. Required.
             *
             * @param size the value to set
             * @return this builder
             */
            public Builder size(int size) {
                this.size = size;
                return this;
            }

            /**
             * Size of the page. Required.
             *
             * @param size the value to set
             * @return this builder
             */
            public Builder size(Integer size) {
                this.size = size;
                return this;
            }

            /**
             * Builds the object with the fields set so far.
             *
             * @return the object
             * @throws IllegalArgumentException when required fields are missing; names all of them
             */
            public PageRequest build() {
                ModelValues.require("ListParcelsRequest.PageRequest", "index", index, "size", size);
                return new PageRequest(this);
            }
        }
    }

    private static final class Wire extends Operation<ListParcelsRequest, ListParcelsResponse> {
        Wire() {
            super("ListParcels", Effect.READ, 0, SuccessRule.CODE, ListParcelsResponse.class, "Parcels", "Total");
        }

        @Override
        public void write(ListParcelsRequest request, ParamWriter out) {
            out.json("Page", request.page, PageRequest::write);
        }

        @Override
        public ListParcelsResponse read(JsonReader in) {
            return ListParcelsResponse.read(in);
        }
    }
}
