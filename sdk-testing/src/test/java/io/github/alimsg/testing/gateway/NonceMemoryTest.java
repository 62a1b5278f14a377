package io.github.alimsg.testing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nonces are remembered as long as the service does, or as many as there is room for. */
class NonceMemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    void ofMoreNoncesThanAreKeptTheNewestAreKnown() {
        NonceMemory nonces = new NonceMemory(3);
        for (int i = 0; i < 5; i++) {
            assertThat(nonces.isNew("n" + i, NOW)).isTrue();
        }

        assertThat(nonces.isNew("n2", NOW)).isFalse();
        assertThat(nonces.isNew("n4", NOW)).isFalse();
        assertThat(nonces.isNew("n1", NOW)).as("forgotten").isTrue();
        assertThat(nonces.isNew("n2", NOW)).as("pushed out by n1").isTrue();
        nonces.clear();
        assertThat(nonces.isNew("n4", NOW)).isTrue();
    }
}
