package io.github.alimsg.core.spi;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The engine under every client. */
public final class ClientCore {
    private ClientCore() {}

    /** Builds the engine of a client. */
    public static ClientCore create(Product product, ClientBuilder<?> builder) {
        throw new UnsupportedOperationException();
    }

    /** Makes a call. */
    public <I extends SdkRequest, O extends SdkResponse> O call(Operation<I, O> operation, I request) {
        throw new UnsupportedOperationException();
    }

    /** An engine with other settings that shares this one's connections, budget and limits. */
    public ClientCore withOptions(Consumer<ClientOptions.Builder> change) {
        throw new UnsupportedOperationException();
    }

    /** Runs something on the client's executor. */
    public <T> CompletableFuture<T> async(Supplier<? extends T> call) {
        throw new UnsupportedOperationException();
    }

    /** Refuses further calls and frees what belongs to this client. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
