// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.Shown;
import io.github.alimsg.core.wire.SuccessRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists drawers.
 *
 * <ul>
 * <li>A read: repeated after a lost reply.</li>
 * <li>Permission: {@code post:ListDrawers}.</li>
 * </ul>
 */
public final class ListDrawersRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<ListDrawersRequest, ListDrawersResponse> OPERATION = new Wire();

    private final @Nullable String nextToken;

    private ListDrawersRequest(Builder builder) {
        super(builder);
        this.nextToken = builder.nextToken;
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
     * Where the next page begins.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String nextToken() {
        return nextToken;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListDrawersRequest that
                && Objects.equals(this.nextToken, that.nextToken)
                && extraParams().equals(that.extraParams());
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.nextToken, extraParams());
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("ListDrawersRequest")
                .add("nextToken", this.nextToken)
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link ListDrawersRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private @Nullable String nextToken;

        private Builder() {
        }

        private Builder(ListDrawersRequest from) {
            super(from);
            this.nextToken = from.nextToken;
        }

        /**
         * Where the next page begins.
         *
         * @param nextToken the value to set; null to leave it out
         * @return this builder
         */
        public Builder nextToken(@Nullable String nextToken) {
            this.nextToken = nextToken;
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public ListDrawersRequest build() {
            return new ListDrawersRequest(this);
        }
    }

    private static final class Wire extends Operation<ListDrawersRequest, ListDrawersResponse> {
        Wire() {
            super("ListDrawers", Effect.READ, 0, SuccessRule.CODE, ListDrawersResponse.class, "DrawerDTOs", "DrawerDTOs.DrawerDTO", "NextToken");
        }

        @Override
        public void write(ListDrawersRequest request, ParamWriter out) {
            out.put("NextToken", request.nextToken);
        }

        @Override
        public ListDrawersResponse read(JsonReader in) {
            return ListDrawersResponse.read(in);
        }
    }
}
