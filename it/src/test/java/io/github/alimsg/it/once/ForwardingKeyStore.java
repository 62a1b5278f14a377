package io.github.alimsg.it.once;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that hands everything on to another, for tests that change one of its steps. */
class ForwardingKeyStore implements KeyStore {
    final KeyStore inner;

    ForwardingKeyStore(KeyStore inner) {
        this.inner = inner;
    }

    @Override
    public Claim claim(Claim.Request request) {
        return inner.claim(request);
    }

    @Override
    public boolean enqueue(String key, String operation) {
        return inner.enqueue(key, operation);
    }

    @Override
    public boolean mark(String key, long fence, Mark mark) {
        return inner.mark(key, fence, mark);
    }

    @Override
    public Finish finish(String key, long fence, KeyOutcome outcome) {
        return inner.finish(key, fence, outcome);
    }

    @Override
    public Optional<KeyRecord> find(String key) {
        return inner.find(key);
    }

    @Override
    public List<KeyRecord> findByOwnId(String ownId) {
        return inner.findByOwnId(ownId);
    }

    @Override
    public List<KeyRecord> unsettled(int most) {
        return inner.unsettled(most);
    }

    @Override
    public void lookedUp(String key, long fence, @Nullable Duration nextIn) {
        inner.lookedUp(key, fence, nextIn);
    }

    @Override
    public List<KeyRecord> due(int most) {
        return inner.due(most);
    }

    @Override
    public boolean release(String key, Duration minimum, String why) {
        return inner.release(key, minimum, why);
    }

    @Override
    public void doubt(String key, String operation, @Nullable String ownId, Instant restored) {
        inner.doubt(key, operation, ownId, restored);
    }

    @Override
    public int prune(Duration retention) {
        return inner.prune(retention);
    }
}
