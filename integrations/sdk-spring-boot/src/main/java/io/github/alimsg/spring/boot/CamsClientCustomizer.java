package io.github.alimsg.spring.boot;

import io.github.alimsg.cams.CamsClient;

/**
 * Changes the builder of the auto-configured clients of Chat App Message Service. Called last, in the order of {@code @Order}.
 */
@FunctionalInterface
public interface CamsClientCustomizer {
    /**
     * Changes the settings of a client.
     *
     * @param builder the client's builder
     */
    void customize(CamsClient.Builder builder);
}
