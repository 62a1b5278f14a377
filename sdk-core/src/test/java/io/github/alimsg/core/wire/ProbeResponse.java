package io.github.alimsg.core.wire;

import io.github.alimsg.core.SdkResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that keeps the values of its fields in the order they were read. */
final class ProbeResponse extends SdkResponse {
    final List<@Nullable Object> fields;

    private ProbeResponse(Builder builder) {
        super(builder);
        this.fields = builder.fields;
    }

    /** Builds a {@link ProbeResponse}. */
    static final class Builder extends SdkResponse.Builder<Builder> {
        final List<@Nullable Object> fields = new ArrayList<>();

        ProbeResponse build() {
            return new ProbeResponse(this);
        }
    }
}
