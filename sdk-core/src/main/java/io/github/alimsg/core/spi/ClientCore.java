package io.github.alimsg.core.spi;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.internal.call.Call;
import io.github.alimsg.core.internal.call.ClientState;
import io.github.alimsg.core.internal.call.Engine;
import io.github.alimsg.core.internal.call.UnderWay;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The engine of every client, with its entry for calls: interceptors, listeners, {@code async} and closing. */
public final class ClientCore {
    private final Product product;
    private final ClientOptions options;
    private final Engine engine;
    private final LearnedState learned; // held by nothing else

    private ClientCore(Product product, Engine engine, LearnedState learned) {
        this.product = product;
        this.options = engine.options();
        this.engine = engine;
        this.learned = learned;
    }

    /**
     * Creates the engine of a new client.
     *
     * @param product the API it calls
     * @param builder its settings
     * @return the engine
     * @throws IllegalArgumentException when the settings name an endpoint that does not exist, or a variable is invalid
     */
    public static ClientCore create(Product product, ClientBuilder<?> builder) {
        ClientOptions options = builder.resolve();
        var state = new ClientState(product, builder);
        var learned = new LearnedState(options.retryPolicy(), state);
        var core = new ClientCore(product, new Engine(product, options, state), learned);
        learned.builtBy(builder, product);
        return core;
    }

    /**
     * Registers a watcher that is told of the clients that a builder builds from now on. For {@code FakeCloud}: what a
     * client learned in one test must not slow down the next, and its product says what it sends. A builder has one
     * watcher; a later one replaces it.
     *
     * @param builder the builder, which is held weakly
     * @param watcher is given the client's product, and an action that makes the client forget what it has learned about
     *     the service; the client holds that action, so hold it weakly. The watcher must not hold the builder
     */
    public static void onBuild(ClientBuilder<?> builder, BiConsumer<? super Product, ? super Runnable> watcher) {
        LearnedState.watch(builder, watcher);
    }

    /**
     * Returns an engine with other settings that shares this one's connections, budget and limits.
     *
     * @param change changes the settings
     * @return the other engine
     */
    public ClientCore withOptions(Consumer<ClientOptions.Builder> change) {
        ClientOptions.Builder builder = options.toBuilder();
        change.accept(builder);
        ClientOptions changed = builder.build();
        learned.add(changed.retryPolicy());
        return new ClientCore(product, new Engine(product, changed, engine.state()), learned);
    }

    /** {@return the inner engine, for helpers of this module} */
    @SuppressWarnings("exports")
    public Engine engine() {
        return engine;
    }

    /**
     * Makes a call.
     *
     * <p>The type bounds make the request an {@code Object} in bytecode: if it were an {@link SdkRequest}, the JVM
     * would load the requests of all operations to verify a client's class, at the first call of an application.
     *
     * @param operation what to call
     * @param request its parameters
     * @param <I> the request
     * @param <O> the response
     * @return the response
     * @throws SdkException when there is none
     * @throws IllegalStateException when the client is closed
     */
    @SuppressWarnings("unchecked") // an operation's requests are SdkRequests
    public <I, O extends SdkResponse> O call(Operation<? super I, O> operation, I request) {
        Objects.requireNonNull(request, "request");
        UnderWay.Work work = engine.state().underWay.begin();
        boolean answered = false;
        try {
            O response = dispatch((Operation<SdkRequest, O>) operation, (SdkRequest) request);
            answered = true;
            return response;
        } finally {
            if (work != null) {
                work.end(answered);
            }
        }
    }

    /**
     * Runs something that closing waits for.
     *
     * @param call what to run
     * @param <T> the type of its result
     * @return the outcome
     * @throws IllegalStateException when the client is closed
     */
    public <T> T underWay(Supplier<? extends T> call) {
        UnderWay.Work work = engine.state().underWay.begin();
        boolean answered = false;
        try {
            T result = call.get();
            answered = true;
            return result;
        } finally {
            if (work != null) {
                work.end(answered);
            }
        }
    }

    private <O extends SdkResponse> O dispatch(Operation<SdkRequest, O> operation, SdkRequest request) {
        if (options.interceptors().isEmpty() && options.listeners().isEmpty()) {
            return new Call<>(engine, operation, null).run(request);
        }
        var info =
                new CallInfo(product.code(), product.name(), product.version(), operation.name(), operation.effect());
        return new InterceptedCall<>(engine, info, operation, request).run();
    }

    /**
     * Runs something on the client's executor.
     *
     * @param call what to run
     * @param <T> the type of its result
     * @return the outcome
     */
    public <T> CompletableFuture<T> async(Supplier<? extends T> call) {
        return engine.state().asyncExecutor.run(options.executor(), call);
    }

    /** {@return the settings, with their sources} */
    public List<Setting> settings() {
        return engine.settings();
    }

    /** {@return how many connections are in use now; empty when the transport can't tell} */
    public OptionalInt connectionsInUse() {
        return engine.state().transport.connectionsInUse();
    }

    /**
     * Opens connections ahead of calls, see {@link io.github.alimsg.core.SdkClient#warmUp}.
     *
     * @param connections how many, at least 1
     * @return how many are open and idle
     */
    public int warmUp(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, not " + connections);
        }
        return underWay(() -> engine.state().transport.warmUp(engine.origin(), connections, options.connectTimeout()));
    }

    /** Refuses further calls and frees what belongs only to this client. */
    public void close() {
        engine.state().close();
    }

    /**
     * Refuses new work, waits for work under way, interrupts what is late, and returns when all futures are complete.
     *
     * @param longest how long to wait; if zero or negative, interrupts at once
     */
    public void close(Duration longest) {
        engine.state().close(longest, options.timeSource());
    }

    @Override
    public String toString() {
        return product + " at " + engine.origin();
    }
}
