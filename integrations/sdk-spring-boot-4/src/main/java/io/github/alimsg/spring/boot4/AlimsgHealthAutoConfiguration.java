package io.github.alimsg.spring.boot4;

import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.github.alimsg.spring.boot.health.ClientHealth;
import io.github.alimsg.spring.boot.health.ClientHealthConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The health of clients in the actuator of Spring Boot 4, as {@code alimsg}. */
@AutoConfiguration(after = AlimsgClientsAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(ConfiguredClients.class)
@Import(ClientHealthConfiguration.class)
public final class AlimsgHealthAutoConfiguration {
    AlimsgHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnEnabledHealthIndicator("alimsg") // not of the class: where it is missing, conditions of classes fail
    @ConditionalOnMissingBean(name = "alimsgHealthIndicator")
    HealthIndicator alimsgHealthIndicator(ClientHealth clients) {
        return () -> {
            ClientHealth.Report report = clients.report();
            return (report.isUp() ? Health.up() : Health.down())
                    .withDetails(report.details())
                    .build();
        };
    }
}
