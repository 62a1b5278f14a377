package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A client that was auto-configured, and when its calls last succeeded and failed. Contains nothing personal. */
public final class ConfiguredClient implements CallListener {
    private final String name;
    private final String credentials;
    private volatile @Nullable SdkClient<?> client;
    private volatile @Nullable Instant lastSuccess;
    private volatile @Nullable Failure lastFailure;

    /**
     * A call that failed.
     *
     * @param time when
     * @param operation the operation, as the service names it
     * @param error what {@link #describe} says of it
     */
    public record Failure(Instant time, String operation, String error) {
        /**
         * Says what a failure is, without its message.
         *
         * @param failure the failure
         * @return the kind of the service's code, or what happened to the connection, or the class of the failure
         */
        public static String describe(RuntimeException failure) {
            if (failure instanceof ServiceException service) {
                return service.kind().name();
            }
            if (failure instanceof TransportException transport) {
                return transport.delivery().name();
            }
            return failure.getClass().getSimpleName();
        }
    }

    ConfiguredClient(String name, String credentials) {
        this.name = name;
        this.credentials = credentials;
    }

    void built(SdkClient<?> built) {
        client = built;
    }

    void tell(BiConsumer<String, SdkClient<?>> listener) {
        SdkClient<?> built = client;
        if (built != null) {
            listener.accept(name, built);
        }
    }

    /** {@return the name of its bean} */
    public String name() {
        return name;
    }

    /** {@return where its credentials come from, in words; no key} */
    public String credentials() {
        return credentials;
    }

    /** {@return the client} */
    public @Nullable SdkClient<?> client() {
        return client;
    }

    /** {@return the endpoint that it calls} */
    public String endpoint() {
        SdkClient<?> built = client;
        List<Setting> settings = built == null ? List.of() : built.settings();
        return settings.stream()
                .filter(setting -> setting.name().equals("endpoint"))
                .map(Setting::value)
                .findFirst()
                .orElse("");
    }

    /** {@return when a call last succeeded; null when none has} */
    public @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    /** {@return the last call that failed; null when none has} */
    public @Nullable Failure lastFailure() {
        return lastFailure;
    }

    @Override
    public void finished(CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
        if (failure == null) {
            lastSuccess = Instant.now();
        } else {
            lastFailure = new Failure(Instant.now(), call.operation(), Failure.describe(failure));
        }
    }
}
