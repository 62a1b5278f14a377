package io.github.alimsg.spring.boot.once;

import io.github.alimsg.once.Once;

/** Changes the builder of the auto-configured {@link Once}, such as its look-ups. Called in the order of {@code @Order}. */
@FunctionalInterface
public interface OnceCustomizer {
    /**
     * Changes the settings.
     *
     * @param builder the builder
     */
    void customize(Once.Builder builder);
}
