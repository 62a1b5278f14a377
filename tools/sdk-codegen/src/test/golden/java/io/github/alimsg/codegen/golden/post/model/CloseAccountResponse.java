// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Shown;

/**
 * The response to {@link CloseAccountRequest}.
 */
public final class CloseAccountResponse extends SdkResponse {
    private CloseAccountResponse(Builder builder) {
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

    static CloseAccountResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                in.other(name);
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
        return new Shown("CloseAccountResponse")
                .add("requestId", requestId())
                .toString();
    }

    /**
     * Builds {@link CloseAccountResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private Builder() {
        }

        private Builder(CloseAccountResponse from) {
            super(from);
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public CloseAccountResponse build() {
            return new CloseAccountResponse(this);
        }
    }
}
