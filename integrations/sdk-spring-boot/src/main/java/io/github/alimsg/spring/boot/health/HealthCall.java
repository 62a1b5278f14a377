package io.github.alimsg.spring.boot.health;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.function.Consumer;

/** A call of a product that reads, needs nothing and costs nothing. */
final class HealthCall<C extends SdkClient<C>> {
    private final Class<C> type;
    private final Consumer<? super C> read;

    HealthCall(Class<C> type, Consumer<? super C> read) {
        this.type = type;
        this.read = read;
    }

    boolean isFor(SdkClient<?> client) {
        return type.isInstance(client);
    }

    /**
     * Makes the call, once.
     *
     * @throws RuntimeException when it fails
     */
    void make(SdkClient<?> client, Duration timeout) {
        Consumer<ClientOptions.Builder> once =
                options -> options.timeout(timeout).retryPolicy(RetryPolicy.none());
        read.accept(type.cast(client).withOptions(once));
    }
}
