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
 * Returns a letter. Nothing else.
 *
 * <ul>
 * <li>At most 50 calls a second per account.</li>
 * <li>A read: repeated after a lost reply.</li>
 * <li>Permission: {@code mail:ReadLetter}.</li>
 * </ul>
 */
public final class GetLetterRequest extends SdkRequest {
    /**
     * The operation, as the engine needs it.
     */
    public static final Operation<GetLetterRequest, GetLetterResponse> OPERATION = new Wire();

    private final String letterId;

    private GetLetterRequest(Builder builder) {
        super(builder);
        this.letterId = Objects.requireNonNull(builder.letterId);
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
     * @return the value
     */
    public String letterId() {
        return letterId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GetLetterRequest that
                && Objects.equals(this.letterId, that.letterId)
                && extraParams().equals(that.extraParams());
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.letterId, extraParams());
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("GetLetterRequest")
                .add("letterId", this.letterId)
                .extra(extraParams())
                .toString();
    }

    /**
     * Builds {@link GetLetterRequest}.
     */
    public static final class Builder extends SdkRequest.Builder<Builder> {
        private @Nullable String letterId;

        private Builder() {
        }

        private Builder(GetLetterRequest from) {
            super(from);
            this.letterId = from.letterId;
        }

        /**
         * Id of the letter. Required.
         *
         * @param letterId the value to set
         * @return this builder
         */
        public Builder letterId(String letterId) {
            this.letterId = letterId;
            return this;
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         * @throws IllegalArgumentException when required fields are missing; names all of them
         */
        public GetLetterRequest build() {
            ModelValues.require("GetLetterRequest", "letterId", letterId);
            return new GetLetterRequest(this);
        }
    }

    private static final class Wire extends Operation<GetLetterRequest, GetLetterResponse> {
        Wire() {
            super("GetLetter", Effect.READ, 50, SuccessRule.CODE, GetLetterResponse.class);
        }

        @Override
        public void write(GetLetterRequest request, ParamWriter out) {
            out.put("LetterId", request.letterId);
        }

        @Override
        public GetLetterResponse read(JsonReader in) {
            return GetLetterResponse.read(in);
        }
    }
}
