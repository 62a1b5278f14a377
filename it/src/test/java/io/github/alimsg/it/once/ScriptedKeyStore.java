package io.github.alimsg.it.once;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.StoreException;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A store that fails as it is told to, and remembers what it was asked. */
final class ScriptedKeyStore extends ForwardingKeyStore {
    /** What is asked of a store during a send. */
    enum Step {
        CLAIM,
        MARK,
        FINISH
    }

    /** How a step goes. */
    enum Way {
        WORKS,
        FAILS,
        WORKS_AND_ANSWER_IS_LOST
    }

    final List<Step> steps = new CopyOnWriteArrayList<>();
    private final Map<Step, Queue<Way>> script = new EnumMap<>(Step.class);
    private volatile boolean down;

    ScriptedKeyStore(KeyStore inner) {
        super(inner);
    }

    /** Says how the next steps of a kind go; those after them work. */
    ScriptedKeyStore when(Step step, Way... ways) {
        script.computeIfAbsent(step, any -> new ArrayDeque<>()).addAll(List.of(ways));
        return this;
    }

    /** Fails at every step, or works again. */
    void setDown(boolean down) {
        this.down = down;
    }

    private <T> T step(Step step, Supplier<T> work) {
        steps.add(step);
        Way way;
        synchronized (script) {
            Way next = script.getOrDefault(step, new ArrayDeque<>()).poll();
            way = down ? Way.FAILS : next == null ? Way.WORKS : next;
        }
        if (way == Way.FAILS) {
            throw new StoreException("the store is down", null);
        }
        T result = work.get();
        if (way == Way.WORKS_AND_ANSWER_IS_LOST) {
            throw new StoreException("the answer was lost", null);
        }
        return result;
    }

    @Override
    public Claim claim(Claim.Request request) {
        return step(Step.CLAIM, () -> super.claim(request));
    }

    @Override
    public boolean mark(String key, long fence, Mark mark) {
        return step(Step.MARK, () -> super.mark(key, fence, mark));
    }

    @Override
    public Finish finish(String key, long fence, KeyOutcome outcome) {
        return step(Step.FINISH, () -> super.finish(key, fence, outcome));
    }
}
