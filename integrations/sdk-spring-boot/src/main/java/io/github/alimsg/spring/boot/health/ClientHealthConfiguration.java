package io.github.alimsg.spring.boot.health;

import io.github.alimsg.spring.boot.ConfiguredClients;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * The health of clients and queues, without a type of the actuator, whose packages differ between Spring Boot 3 and 4.
 * Imported by the auto-configuration of each.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HealthProperties.class)
public final class ClientHealthConfiguration {
    ClientHealthConfiguration() {}

    @Bean
    ClientHealth alimsgClientHealth(
            ConfiguredClients clients, ListableBeanFactory beans, HealthProperties properties, ResourceLoader loader) {
        QueueHealth queues = QueueHealth.of(beans, loader.getClassLoader());
        return properties.isCall()
                ? new ClientHealth(
                        clients, queues, properties.getTimeout(), HealthCall.present(loader.getClassLoader()))
                : new ClientHealth(clients, queues, null, List.of());
    }
}
