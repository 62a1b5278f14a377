// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link ListRoomsRequest}.
 */
public final class ListRoomsResponse extends SdkResponse {
    private final @Nullable List<String> data;

    private ListRoomsResponse(Builder builder) {
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
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<String> data() {
        return data == null ? List.of() : data;
    }

    static ListRoomsResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "Data" -> builder.data = in.strings();
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
        return new Shown("ListRoomsResponse")
                .add("requestId", requestId())
                .add("data", this.data)
                .toString();
    }

    /**
     * Builds {@link ListRoomsResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private @Nullable List<String> data;

        private Builder() {
        }

        private Builder(ListRoomsResponse from) {
            super(from);
            this.data = from.data;
        }

        /**
         * The data.
         *
         * @param data the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder data(@Nullable List<String> data) {
            this.data = ModelValues.copy("data", data);
            return this;
        }

        /**
         * The data.
         *
         * @param data the items; null to leave it out
         * @return this builder
         */
        public Builder data(String @Nullable ... data) {
            return data(ModelValues.list(data));
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public ListRoomsResponse build() {
            return new ListRoomsResponse(this);
        }
    }
}
