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
 * Closes the account | for good.
 *
 * <ul>
 * <li>At most 1 call a second per account.</li>
 * <li>Removes something: repeated after a lost reply only by opt-in.</li>
 * </ul>
 */
public final class CloseAccountRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<CloseAccountRequest, CloseAccountResponse> OPERATION = new Wire();

    private CloseAccountRequest(Builder builder) {
        super(builder);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CloseAccountRequest that
                && extraParams().equals(that.extraParams());
    }

    @Override
    public int hashCode() {
        return Objects.hash(extraParams());
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("CloseAccountRequest")
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link CloseAccountRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private Builder() {
        }

        private Builder(CloseAccountRequest from) {
            super(from);
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public CloseAccountRequest build() {
            return new CloseAccountRequest(this);
        }
    }

    private static final class Wire extends Operation<CloseAccountRequest, CloseAccountResponse> {
        Wire() {
            super("CloseAccount", Effect.DELETE, 1, SuccessRule.CODE, CloseAccountResponse.class);
        }

        @Override
        public void write(CloseAccountRequest request, ParamWriter out) {
        }

        @Override
        public CloseAccountResponse read(JsonReader in) {
            return CloseAccountResponse.read(in);
        }
    }
}
