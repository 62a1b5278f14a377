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
 * Lists rooms.
 *
 * <ul>
 * <li>A read: repeated after a lost reply.</li>
 * <li>Permission: {@code post:ListRooms}.</li>
 * </ul>
 */
public final class ListRoomsRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<ListRoomsRequest, ListRoomsResponse> OPERATION = new Wire();

    private ListRoomsRequest(Builder builder) {
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
        return other instanceof ListRoomsRequest that
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
        return new Shown("ListRoomsRequest")
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link ListRoomsRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private Builder() {
        }

        private Builder(ListRoomsRequest from) {
            super(from);
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public ListRoomsRequest build() {
            return new ListRoomsRequest(this);
        }
    }

    private static final class Wire extends Operation<ListRoomsRequest, ListRoomsResponse> {
        Wire() {
            super("ListRooms", Effect.READ, 0, SuccessRule.CODE, ListRoomsResponse.class, "Data");
        }

        @Override
        public void write(ListRoomsRequest request, ParamWriter out) {
        }

        @Override
        public ListRoomsResponse read(JsonReader in) {
            return ListRoomsResponse.read(in);
        }
    }
}
