package io.github.alimsg.spring.boot;

import org.jspecify.annotations.Nullable;

/** Settings of the client of one product. */
final class ProductProperties extends ClientProperties {
    /** Whether there is a client of this product. */
    private @Nullable Boolean enabled;

    public @Nullable Boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(@Nullable Boolean enabled) {
        this.enabled = enabled;
    }
}
