package io.github.alimsg.spring.boot;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;

/**
 * Changes the builder of the auto-configured clients of text messages in mainland China. Called last, in the order of {@code @Order}.
 */
@FunctionalInterface
public interface DysmsMainlandClientCustomizer {
    /**
     * Changes the settings of a client.
     *
     * @param builder the client's builder
     */
    void customize(DysmsMainlandClient.Builder builder);
}
