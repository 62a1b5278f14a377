package io.github.alimsg.spring.boot;

import io.github.alimsg.sts.StsClient;

/**
 * Changes the builder of the auto-configured clients of Security Token Service. Called last, in the order of {@code @Order}.
 */
@FunctionalInterface
public interface StsClientCustomizer {
    /**
     * Changes the settings of a client.
     *
     * @param builder the client's builder
     */
    void customize(StsClient.Builder builder);
}
