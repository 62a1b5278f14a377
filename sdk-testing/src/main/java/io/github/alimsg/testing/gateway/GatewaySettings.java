package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.credentials.Credentials;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a gateway begins with, and returns to when it is reset.
 *
 * @param ownKey the access key that it accepts
 * @param anonymous the operations that may be called without a signature
 * @param documentedLimits whether the documented limits of known operations are enforced
 * @param errorsAsXml whether errors are in XML
 * @param nonces how many nonces are remembered, the newest
 * @param random decides by chance which calls get a fault
 */
public record GatewaySettings(
        Credentials ownKey,
        Set<String> anonymous,
        boolean documentedLimits,
        boolean errorsAsXml,
        int nonces,
        RandomGenerator random) {}
