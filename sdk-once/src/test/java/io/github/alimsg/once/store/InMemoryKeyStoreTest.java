package io.github.alimsg.once.store;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Keys in memory")
class InMemoryKeyStoreTest extends KeyStoreContract {
    private volatile Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final KeyStore store = new InMemoryKeyStore(() -> now);

    @Override
    protected KeyStore store() {
        return store;
    }

    @Override
    protected void advance(Duration time) {
        now = now.plus(time);
    }
}
