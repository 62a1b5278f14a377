package io.github.alimsg.once.store;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Campaigns in memory")
class InMemoryPartStoreTest extends PartStoreContract {
    private volatile Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final PartStore store = new InMemoryPartStore(() -> now);

    @Override
    protected PartStore store() {
        return store;
    }

    @Override
    protected void advance(Duration time) {
        now = now.plus(time);
    }
}
