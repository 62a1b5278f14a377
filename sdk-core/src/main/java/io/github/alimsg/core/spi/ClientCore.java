package io.github.alimsg.core.spi;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.internal.Isolated;
import io.github.alimsg.core.internal.RequestSigner;
import io.github.alimsg.core.internal.UnderWay;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.signing.Signature;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.core.upload.UploadedFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine under every client: settings made ready for calls, and the outside of a call. */
public final class ClientCore {
    /** What OSS documents for PutObject and PostObject. */
    private static final long LARGEST_OBJECT = 5L << 30;

    final Product product;
    final ClientOptions options;
    final SharedState shared;
    final String origin;
    final RequestSigner signer;
    final ReplyReader replies;
    final @Nullable RateLimiter limiter;

    /** Nobody else holds it. */
    private final LearnedState learned;

    private ClientCore(Product product, ClientOptions options, SharedState shared, LearnedState learned) {
        this.product = product;
        this.options = options;
        this.shared = shared;
        this.learned = learned;
        URI endpoint = new Endpoints(product, name -> System.getenv(name)).of(options);
        String authority = endpoint.getRawAuthority();
        this.origin = endpoint.getScheme() + "://" + authority;
        this.signer = RequestSigner.of(options.signature(), authority, product.version());
        this.replies = new ReplyReader(product);
        this.limiter = options.rateLimiter() != null || !options.pacing()
                ? options.rateLimiter()
                : shared.documentedLimits(options.timeSource());
    }

    /**
     * The engine of a new client.
     *
     * @param product the API it calls
     * @param builder its settings
     * @return the engine
     * @throws IllegalArgumentException when the settings name an endpoint that does not exist
     */
    public static ClientCore create(Product product, ClientBuilder<?> builder) {
        ClientOptions options = builder.options();
        var shared = new SharedState(product, builder);
        var learned = new LearnedState(options.retryPolicy(), shared::forget);
        var core = new ClientCore(product, options, shared, learned);
        learned.builtBy(builder);
        return core;
    }

    /**
     * An engine with other settings that shares this one's connections, budget and limits.
     *
     * @param change sets what shall differ
     * @return the other engine
     */
    public ClientCore withOptions(Consumer<ClientOptions.Builder> change) {
        ClientOptions.Builder builder = options.toBuilder();
        change.accept(builder);
        ClientOptions changed = builder.build();
        learned.add(changed.retryPolicy());
        return new ClientCore(product, changed, shared, learned);
    }

    CredentialsProvider credentials() {
        CredentialsProvider own = options.credentials();
        return own != null ? own : shared.defaultCredentials();
    }

    /**
     * Makes a call.
     *
     * <p>Its bounds are such that the request is an {@code Object} to the bytecode: where it were an {@link SdkRequest}, the
     * JVM would load the requests of all operations to verify a client's class, at the first call of an application.
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
        return underWay(() -> made((Operation<SdkRequest, O>) operation, (SdkRequest) request));
    }

    /** Does something that closing waits for. */
    <T> T underWay(Supplier<? extends T> call) {
        UnderWay.Work work = shared.underWay.begin();
        if (work == null) {
            return call.get();
        }
        try {
            T result = call.get();
            work.endAnswered();
            return result;
        } finally {
            work.end();
        }
    }

    private <O extends SdkResponse> O made(Operation<SdkRequest, O> operation, SdkRequest request) {
        if (options.interceptors().isEmpty() && options.listeners().isEmpty()) {
            return new CallAttempts<>(this, operation, null).run(request);
        }
        var info =
                new CallInfo(product.code(), product.name(), product.version(), operation.name(), operation.effect());
        return intercepted(info, operation, request, 0);
    }

    @SuppressWarnings("unchecked") // what an interceptor hands out is checked to be of the response's class
    private <I extends SdkRequest, O extends SdkResponse> O intercepted(
            CallInfo info, Operation<I, O> operation, I request, int index) {
        List<Interceptor> interceptors = options.interceptors();
        if (index == interceptors.size()) {
            return listened(info, operation, request);
        }
        Interceptor interceptor = interceptors.get(index);
        CallResult result = interceptor.intercept(new Interceptor.Call() {
            @Override
            public CallInfo info() {
                return info;
            }

            @Override
            public Object request() {
                return request;
            }

            @Override
            public CallResult proceed() {
                return intercepted(info, operation, request, index + 1);
            }
        });
        if (!operation.responseType().isInstance(result)) {
            throw new IllegalStateException(interceptor.getClass().getName() + " returned "
                    + (result == null ? "null" : result.getClass().getName()) + " for " + operation.name()
                    + "; return what proceed() returned, or another "
                    + operation.responseType().getSimpleName());
        }
        return (O) result;
    }

    private <I extends SdkRequest, O extends SdkResponse> O listened(
            CallInfo info, Operation<I, O> operation, I request) {
        if (options.listeners().isEmpty()) {
            return new CallAttempts<>(this, operation, info).run(request);
        }
        long began = options.timeSource().nanoTime();
        tell(listener -> listener.started(info));
        try {
            O response = new CallAttempts<>(this, operation, info).run(request);
            Duration took = Duration.ofNanos(options.timeSource().nanoTime() - began);
            tell(listener -> listener.finished(info, response, null, took));
            return response;
        } catch (SdkException e) {
            Duration took = Duration.ofNanos(options.timeSource().nanoTime() - began);
            tell(listener -> listener.finished(info, null, e, took));
            throw e;
        }
    }

    /** Tells every listener; what one throws is its own affair. */
    void tell(Consumer<CallListener> what) {
        for (CallListener listener : options.listeners()) {
            Isolated.run(listener, () -> what.accept(listener));
        }
    }

    /** Whether parameters without a value are left out: the older signature leaves open how they are signed. */
    boolean omitsEmpty() {
        return options.signature() == Signature.RPC_1_0;
    }

    /**
     * Stores a file in a service's object storage.
     *
     * @param file the file
     * @param authorization asks the service for permission, before every attempt; told how long that may take
     * @return where it is stored
     * @throws SdkException when it is not stored, or nobody knows whether it is
     * @throws UncheckedIOException when the file cannot be read, or changes while it is sent
     * @throws IllegalArgumentException when it is too large
     * @throws IllegalStateException when the client is closed
     */
    public UploadedFile upload(FileUpload file, Function<Duration, UploadGrant> authorization) {
        return underWay(() -> {
            if (file.size() > LARGEST_OBJECT) {
                throw new IllegalArgumentException(
                        "one request stores 5 GiB at most, and the file has " + file.size() + " bytes");
            }
            return new UploadAttempts(this, file, authorization).run();
        });
    }

    /**
     * Runs something on the client's executor.
     *
     * @param call what to run
     * @param <T> what it yields
     * @return the outcome
     */
    public <T> CompletableFuture<T> async(Supplier<? extends T> call) {
        return shared.asyncExecutor.run(options.executor(), call);
    }

    /** Refuses further calls and frees what belongs to this client. */
    public void close() {
        shared.close();
    }

    /**
     * Refuses what is new, waits for calls, uploads, batches and {@link #async} work under way, and interrupts those that
     * are not done in time. Returns when they have ended, or a second later; futures complete by then in any case.
     *
     * @param longest how long to wait; zero or less interrupts at once
     */
    public void close(Duration longest) {
        shared.close(longest, options.timeSource());
    }

    @Override
    public String toString() {
        return product + " at " + origin;
    }
}
