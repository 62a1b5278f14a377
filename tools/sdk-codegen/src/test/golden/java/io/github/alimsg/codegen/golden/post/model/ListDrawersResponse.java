// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.ModelValues;
import io.github.alimsg.core.wire.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link ListDrawersRequest}.
 */
public final class ListDrawersResponse extends SdkResponse {
    private final @Nullable String nextToken;

    private final @Nullable List<String> drawers;

    private ListDrawersResponse(Builder builder) {
        super(builder);
        this.nextToken = builder.nextToken;
        this.drawers = builder.drawers;
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

    /**
     * Names of the drawers.
     * On the wire: {@code DrawerDTOs.DrawerDTO}.
     *
     * @return the list; empty when it is not set; unmodifiable
     */
    public List<String> drawers() {
        return drawers == null ? List.of() : drawers;
    }

    static ListDrawersResponse read(JsonReader in) {
        Builder builder = new Builder();
        if (in.startObject()) {
            for (String name; (name = in.nextField()) != null; ) {
                switch (name) {
                    case "NextToken" -> builder.nextToken = in.string();
                    case "DrawerDTOs" -> builder.drawers = in.unwrapped("DrawerDTO", value -> readDrawers(value));
                    default -> in.other(name);
                }
            }
        }
        in.finish(builder);
        return builder.build();
    }

    private static List<String> readDrawers(JsonReader in) {
        return in.strings();
    }

    /**
     * Shows what is set, without personal or secret values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return new Shown("ListDrawersResponse")
                .add("requestId", requestId())
                .add("nextToken", this.nextToken)
                .add("drawers", this.drawers)
                .toString();
    }

    /**
     * Builds {@link ListDrawersResponse}.
     */
    public static final class Builder extends SdkResponse.Builder<Builder> {
        private @Nullable String nextToken;

        private @Nullable List<String> drawers;

        private Builder() {
        }

        private Builder(ListDrawersResponse from) {
            super(from);
            this.nextToken = from.nextToken;
            this.drawers = from.drawers;
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
         * Names of the drawers.
         * On the wire: {@code DrawerDTOs.DrawerDTO}.
         *
         * @param drawers the value to set; copied; must not contain null; null to leave it out
         * @return this builder
         */
        public Builder drawers(@Nullable List<String> drawers) {
            this.drawers = ModelValues.copy("drawers", drawers);
            return this;
        }

        /**
         * Names of the drawers.
         * On the wire: {@code DrawerDTOs.DrawerDTO}.
         *
         * @param drawers the items; null to leave it out
         * @return this builder
         */
        public Builder drawers(String @Nullable ... drawers) {
            return drawers(ModelValues.list(drawers));
        }

        /**
         * Builds the object with the fields set so far.
         *
         * @return the object
         */
        public ListDrawersResponse build() {
            return new ListDrawersResponse(this);
        }
    }
}
