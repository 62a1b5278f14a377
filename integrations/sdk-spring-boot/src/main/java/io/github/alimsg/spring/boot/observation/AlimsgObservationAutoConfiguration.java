package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.micrometer.CallObservationConvention;
import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.micrometer.ConnectionMeters;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Observes the calls of auto-configured clients, and measures them, where the application has registries. */
@AutoConfiguration(
        after = AlimsgClientsAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass(CallObservations.class)
public final class AlimsgObservationAutoConfiguration {
    AlimsgObservationAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnBean(ObservationRegistry.class)
    static class Observations {
        /** The outermost interceptor: those of the application run within the observation. */
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        @ConditionalOnMissingBean
        CallObservations alimsgCallObservations(
                ObservationRegistry registry, ObjectProvider<CallObservationConvention> convention) {
            CallObservationConvention own = convention.getIfAvailable();
            return own == null ? CallObservations.of(registry) : CallObservations.of(registry, own);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Meters {
        @Bean
        @ConditionalOnMissingBean
        ClientMeters alimsgClientMeters(MeterRegistry registry) {
            return new ClientMeters(registry);
        }

        @Bean
        @ConditionalOnBean(ConfiguredClients.class)
        MeterBinder alimsgConnectionMeters(ConfiguredClients clients) {
            return registry -> clients.whenCreated((name, client) -> bind(registry, name, client));
        }

        private static void bind(MeterRegistry registry, String name, SdkClient<?> client) {
            new ConnectionMeters(client, Tags.of("client", name)).bindTo(registry);
        }
    }
}
