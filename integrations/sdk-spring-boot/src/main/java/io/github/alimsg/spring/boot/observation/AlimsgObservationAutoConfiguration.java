package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/** Observes the calls of auto-configured clients, and measures them and receipts, where the application has registries. */
@AutoConfiguration(
        after = AlimsgClientsAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass(CallObservations.class)
@Import(ObservationBeans.class)
public final class AlimsgObservationAutoConfiguration {
    AlimsgObservationAutoConfiguration() {}
}
