package io.github.alimsg.core.wire;

import io.github.alimsg.core.SdkRequest;

/** A request with no parameter of its own. */
final class Probe extends SdkRequest {
    private Probe(Builder builder) {
        super(builder);
    }

    /** Builds a {@link Probe}. */
    static final class Builder extends SdkRequest.Builder<Builder> {
        Builder() {}

        Builder(Probe probe) {
            super(probe);
        }

        Probe build() {
            return new Probe(this);
        }
    }
}
