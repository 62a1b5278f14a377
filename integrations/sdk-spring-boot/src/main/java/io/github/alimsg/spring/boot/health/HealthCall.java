package io.github.alimsg.spring.boot.health;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.sts.StsClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** A call of a product that reads, needs nothing and costs nothing. */
final class HealthCall<C extends SdkClient<C>> {
    private final Class<C> type;
    private final Consumer<? super C> read;

    HealthCall(Class<C> type, Consumer<? super C> read) {
        this.type = type;
        this.read = read;
    }

    /** Returns the calls of the products that the application has. International text messages have no such read. */
    static List<HealthCall<?>> present(@Nullable ClassLoader loader) {
        List<HealthCall<?>> calls = new ArrayList<>();
        if (ClassUtils.isPresent("io.github.alimsg.cams.CamsClient", loader)) {
            calls.add(Cams.call());
        }
        if (ClassUtils.isPresent("io.github.alimsg.dysms.mainland.DysmsMainlandClient", loader)) {
            calls.add(SmsMainland.call());
        }
        if (ClassUtils.isPresent("io.github.alimsg.sts.StsClient", loader)) {
            calls.add(Sts.call());
        }
        return calls;
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

    /** Loaded where the application has the product's module, like the other two. */
    private static final class Cams {
        static HealthCall<CamsClient> call() {
            return new HealthCall<>(CamsClient.class, CamsClient::getChatappOpenStatus);
        }
    }

    private static final class SmsMainland {
        static HealthCall<DysmsMainlandClient> call() {
            return new HealthCall<>(DysmsMainlandClient.class, client -> client.querySmsSignList(r -> r.pageSize(1)));
        }
    }

    private static final class Sts {
        static HealthCall<StsClient> call() {
            return new HealthCall<>(StsClient.class, StsClient::getCallerIdentity);
        }
    }
}
