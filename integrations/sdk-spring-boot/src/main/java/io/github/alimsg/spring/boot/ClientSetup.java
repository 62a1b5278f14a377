package io.github.alimsg.spring.boot;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/** Applies properties to the builder of a client, then beans of the application. */
final class ClientSetup {
    private static final String EXECUTOR = "applicationTaskExecutor";

    private final AlimsgProperties properties;
    private final ListableBeanFactory beans;
    private final Environment environment;

    ClientSetup(AlimsgProperties properties, ListableBeanFactory beans, Environment environment) {
        this.properties = properties;
        this.beans = beans;
        this.environment = environment;
    }

    /**
     * Applies all settings but credentials.
     *
     * @param account the account's name; null for the main one
     */
    void apply(ProductKind product, @Nullable String account, ClientBuilder<?> builder) {
        new PropertySettings(PropertyLevels.of(properties, account, product), builder).apply();
        ConnectionSettings.applyDetails(beans, builder);
        beans.getBeanProvider(RetryPolicy.class).ifAvailable(builder::retryPolicy);
        beans.getBeanProvider(RateLimiter.class).ifAvailable(builder::rateLimiter);
        beans.getBeanProvider(Interceptor.class).orderedStream().forEach(builder::addInterceptor);
        beans.getBeanProvider(CallListener.class).orderedStream().forEach(builder::addListener);
        SendGuard[] guards =
                beans.getBeanProvider(SendGuard.class).orderedStream().toArray(SendGuard[]::new);
        if (guards.length > 0) {
            builder.guard(Guards.all(guards));
        }
        if (environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false)
                && beans.containsBean(EXECUTOR)
                && beans.isTypeMatch(EXECUTOR, Executor.class)) {
            builder.executor(beans.getBean(EXECUTOR, Executor.class));
        }
    }

    /** Builds a client. What its builder refuses becomes an exception that Spring Boot shows as a paragraph. */
    static <C> C build(Supplier<C> builder) {
        try {
            return builder.get();
        } catch (IllegalArgumentException e) { // settings from the environment, or no such endpoint
            throw new AlimsgConfigurationException(text(e), "Correct this setting.");
        } catch (IllegalStateException e) { // a library that is too old: what it is, then a line for each remedy
            String[] parts = text(e).split("\n", 2);
            throw new AlimsgConfigurationException(
                    parts[0], parts.length == 2 ? parts[1] : "Correct the build of the application.");
        }
    }

    private static String text(RuntimeException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
