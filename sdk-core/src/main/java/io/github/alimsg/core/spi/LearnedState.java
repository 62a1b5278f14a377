package io.github.alimsg.core.spi;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.internal.call.ClientState;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.wire.Product;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;

/**
 * What a client and all clients that {@code withOptions} derives from it have learned by calling the service: the rates
 * of refused operations, the difference of the clocks, and the remaining budget for repeats. Running it forgets all of
 * that, as if the client were new; calls that wait for a turn keep waiting. Lives as long as the client. Thread-safe.
 */
final class LearnedState implements Runnable {
    private static final Map<ClientBuilder<?>, BiConsumer<? super Product, ? super Runnable>> WATCHERS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final ClientState state;
    private final RetryPolicy policy;

    /** The policies of clients derived by {@code withOptions}, where they differ. */
    private final Set<RetryPolicy> otherPolicies =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    LearnedState(RetryPolicy policy, ClientState state) {
        this.policy = policy;
        this.state = state;
    }

    /** See {@link ClientCore#onBuild}. */
    static void watch(ClientBuilder<?> builder, BiConsumer<? super Product, ? super Runnable> watcher) {
        WATCHERS.put(builder, watcher);
    }

    /** Tells the watcher of a builder, if there is one, that a client was built. */
    void builtBy(ClientBuilder<?> builder, Product product) {
        BiConsumer<? super Product, ? super Runnable> watcher = WATCHERS.get(builder);
        if (watcher != null) {
            watcher.accept(product, this);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the policy itself is reset once, an equal one on its own
    void add(RetryPolicy derived) {
        if (derived != policy) {
            otherPolicies.add(derived);
        }
    }

    @Override
    public void run() {
        state.forget();
        policy.reset();
        List<RetryPolicy> others;
        synchronized (otherPolicies) {
            others = List.copyOf(otherPolicies);
        }
        others.forEach(RetryPolicy::reset);
    }
}
