package io.github.alimsg.core.spi;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.retry.RetryPolicy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * What a client, and all that {@code withOptions} derives from it, has learned by calling the service: how fast refused
 * operations may go, how far the clocks are apart, and how much is left for repeats. For {@code FakeCloud}, which is one
 * service after another to the same client: what was learned in one test must not slow down the next.
 *
 * <p>Lives as long as the client, which is who holds it; whoever watches should hold it weakly. Safe for many threads.
 */
public final class LearnedState {
    private static final Map<ClientBuilder<?>, Consumer<? super LearnedState>> WATCHERS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Runnable forget;
    private final RetryPolicy policy;

    /** Policies of clients derived by {@code withOptions}, where they are other ones. */
    private final Set<RetryPolicy> otherPolicies =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    LearnedState(RetryPolicy policy, Runnable forget) {
        this.policy = policy;
        this.forget = forget;
    }

    /**
     * Asks to be told of the clients that a builder builds from now on. One watcher a builder; a later one replaces it.
     *
     * @param builder the builder, which is held weakly
     * @param watcher given the state of every client; must not hold the builder
     */
    public static void watch(ClientBuilder<?> builder, Consumer<? super LearnedState> watcher) {
        WATCHERS.put(builder, watcher);
    }

    /** Tells the watcher of a builder, if there is one, that a client was built. */
    void builtBy(ClientBuilder<?> builder) {
        Consumer<? super LearnedState> watcher = WATCHERS.get(builder);
        if (watcher != null) {
            watcher.accept(this);
        }
    }

    void add(RetryPolicy derived) {
        if (derived != policy) {
            otherPolicies.add(derived);
        }
    }

    /** Forgets everything, as if the client were new. Calls that wait for a turn keep waiting. */
    public void forget() {
        forget.run();
        policy.reset();
        List<RetryPolicy> others;
        synchronized (otherPolicies) {
            others = List.copyOf(otherPolicies);
        }
        others.forEach(RetryPolicy::reset);
    }
}
