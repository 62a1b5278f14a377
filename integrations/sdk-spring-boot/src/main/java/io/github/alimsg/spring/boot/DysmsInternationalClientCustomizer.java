package io.github.alimsg.spring.boot;

import io.github.alimsg.dysms.international.DysmsInternationalClient;

/**
 * Changes the builder of the auto-configured clients of international text messages. Called last, in the order of {@code @Order}.
 */
@FunctionalInterface
public interface DysmsInternationalClientCustomizer {
    /**
     * Changes the settings of a client.
     *
     * @param builder the client's builder
     */
    void customize(DysmsInternationalClient.Builder builder);
}
