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
 * Moves a room.
 *
 * <ul>
 * <li>Sets a state: repeated after a lost reply only by opt-in.</li>
 * <li>Permission: {@code post:MoveRoom}.</li>
 * <li>Error codes to expect: {@code Post.Closed}, {@code Post.Full}.</li>
 * </ul>
 * <p>Deprecated by the service. Use {@link CloseAccountRequest}.
 */
public final class MoveRoomRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<MoveRoomRequest, MoveRoomResponse> OPERATION = new Wire();

    private final @Nullable String roomId;

    private MoveRoomRequest(Builder builder) {
        super(builder);
        this.roomId = builder.roomId;
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
     * Id of the room.
     *
     * @return the value; null when it is absent
     */
    public @Nullable String roomId() {
        return roomId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MoveRoomRequest that
                && Objects.equals(this.roomId, that.roomId)
                && extraParams().equals(that.extraParams());
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.roomId, extraParams());
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("MoveRoomRequest")
                .add("roomId", this.roomId)
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link MoveRoomRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private @Nullable String roomId;

        private Builder() {
        }

        private Builder(MoveRoomRequest from) {
            super(from);
            this.roomId = from.roomId;
        }

        /**
         * Id of the room.
         *
         * @param roomId the value to set; null to leave it out
         * @return this builder
         */
        public Builder roomId(@Nullable String roomId) {
            this.roomId = roomId;
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public MoveRoomRequest build() {
            return new MoveRoomRequest(this);
        }
    }

    private static final class Wire extends Operation<MoveRoomRequest, MoveRoomResponse> {
        Wire() {
            super("MoveRoom", Effect.UPDATE, 0, SuccessRule.HTTP_STATUS, MoveRoomResponse.class);
        }

        @Override
        public void write(MoveRoomRequest request, ParamWriter out) {
            out.put("RoomId", request.roomId);
        }

        @Override
        public MoveRoomResponse read(JsonReader in) {
            return MoveRoomResponse.read(in);
        }
    }
}
