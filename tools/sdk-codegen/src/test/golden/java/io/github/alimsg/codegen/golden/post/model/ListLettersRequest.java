// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.Shown;
import io.github.alimsg.core.wire.SuccessRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists letters, page by page.
 *
 * <ul>
 * <li>A read: repeated after a lost reply.</li>
 * <li>Permission: {@code post:ListLetters}.</li>
 * </ul>
 */
public final class ListLettersRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<ListLettersRequest, ListLettersResponse> OPERATION = new Wire();

    private final Long pageNo;

    private final String pageSize;

    private ListLettersRequest(Builder builder) {
        super(builder);
        this.pageNo = Objects.requireNonNull(builder.pageNo);
        this.pageSize = Objects.requireNonNull(builder.pageSize);
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
     * Number of the page.
     *
     * @return the value
     */
    public Long pageNo() {
        return pageNo;
    }

    /**
     * Size of the page.
     *
     * @return the value
     */
    public String pageSize() {
        return pageSize;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListLettersRequest that
                && Objects.equals(this.pageNo, that.pageNo)
                && Objects.equals(this.pageSize, that.pageSize)
                && extraParams().equals(that.extraParams());
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.pageNo, this.pageSize, extraParams());
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("ListLettersRequest")
                .add("pageNo", this.pageNo)
                .add("pageSize", this.pageSize)
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link ListLettersRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private @Nullable Long pageNo;

        private @Nullable String pageSize;

        private Builder() {
        }

        private Builder(ListLettersRequest from) {
            super(from);
            this.pageNo = from.pageNo;
            this.pageSize = from.pageSize;
        }

        /**
         * Number of the page. Required.
         *
         * @param pageNo the value to set
         * @return this builder
         */
        public Builder pageNo(long pageNo) {
            this.pageNo = pageNo;
            return this;
        }

        /**
         * Number of the page. Required.
         *
         * @param pageNo the value to set
         * @return this builder
         */
        public Builder pageNo(Long pageNo) {
            this.pageNo = pageNo;
            return this;
        }

        /**
         * Size of the page. Required.
         *
         * @param pageSize the value to set
         * @return this builder
         */
        public Builder pageSize(String pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         * @throws IllegalArgumentException when required fields are missing; names all of them
         */
        public ListLettersRequest build() {
            ModelValues.require("ListLettersRequest", "pageNo", pageNo, "pageSize", pageSize);
            return new ListLettersRequest(this);
        }
    }

    private static final class Wire extends Operation<ListLettersRequest, ListLettersResponse> {
        Wire() {
            super("ListLetters", Effect.READ, 0, SuccessRule.CODE, ListLettersResponse.class, "Data", "Data.List", "Data.Total");
        }

        @Override
        public void write(ListLettersRequest request, ParamWriter out) {
            out.put("PageNo", request.pageNo);
            out.put("PageSize", request.pageSize);
        }

        @Override
        public ListLettersResponse read(JsonReader in) {
            return ListLettersResponse.read(in);
        }
    }
}
