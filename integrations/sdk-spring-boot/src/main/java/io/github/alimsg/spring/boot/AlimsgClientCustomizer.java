package io.github.alimsg.spring.boot;

import io.github.alimsg.core.ClientBuilder;

/**
 * Changes the builder of every client that is auto-configured, those of further accounts included. Called after
 * properties were applied, in the order of {@code @Order}, before the customizers of single products.
 */
@FunctionalInterface
public interface AlimsgClientCustomizer {
    /**
     * Changes the settings of a client.
     *
     * @param builder the client's builder
     */
    void customize(ClientBuilder<?> builder);
}
