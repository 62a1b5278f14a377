package io.github.alimsg.spring.boot.health;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.ConfiguredClients;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ResourceLoader;

/** The health of clients, without a type of the actuator, whose packages differ between Spring Boot 3 and 4. */
@AutoConfiguration(after = AlimsgClientsAutoConfiguration.class)
@ConditionalOnClass(SdkClient.class)
@Conditional(OnActuator.class)
@ConditionalOnBean(ConfiguredClients.class)
@EnableConfigurationProperties(HealthProperties.class)
public final class AlimsgClientHealthAutoConfiguration {
    AlimsgClientHealthAutoConfiguration() {}

    @Bean
    ClientHealth alimsgClientHealth(ConfiguredClients clients, HealthProperties properties, ResourceLoader loader) {
        return properties.isCall()
                ? new ClientHealth(clients, properties.getTimeout(), HealthCall.present(loader.getClassLoader()))
                : new ClientHealth(clients, null, List.of());
    }
}
