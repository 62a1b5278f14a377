package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.micrometer.CallObservations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Observes the calls of auto-configured clients, and measures them and receipts, where the application has registries. */
@AutoConfiguration
@ConditionalOnClass(CallObservations.class)
public final class AlimsgObservationAutoConfiguration {
    AlimsgObservationAutoConfiguration() {}

    @Bean
    static ObservationBeans alimsgObservationBeans() {
        return new ObservationBeans();
    }
}
