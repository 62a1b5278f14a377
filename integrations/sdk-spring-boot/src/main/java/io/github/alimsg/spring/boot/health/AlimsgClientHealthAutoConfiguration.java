package io.github.alimsg.spring.boot.health;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.github.alimsg.sts.StsClient;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The health of clients, without a type of the actuator. */
@AutoConfiguration(after = AlimsgClientsAutoConfiguration.class)
@ConditionalOnClass(SdkClient.class)
@ConditionalOnBean(ConfiguredClients.class)
@EnableConfigurationProperties(HealthProperties.class)
public final class AlimsgClientHealthAutoConfiguration {
    AlimsgClientHealthAutoConfiguration() {}

    @Bean
    ClientHealth alimsgClientHealth(
            ConfiguredClients clients, HealthProperties properties, ObjectProvider<HealthCall<?>> calls) {
        return properties.isCall()
                ? new ClientHealth(
                        clients, properties.getTimeout(), calls.stream().toList())
                : new ClientHealth(clients, null, List.of());
    }

    /** International text messages have no read that needs nothing. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CamsClient.class)
    static class Cams {
        @Bean
        @Lazy
        HealthCall<CamsClient> camsHealthCall() {
            return new HealthCall<>(CamsClient.class, CamsClient::getChatappOpenStatus);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DysmsMainlandClient.class)
    static class SmsMainland {
        @Bean
        @Lazy
        HealthCall<DysmsMainlandClient> smsMainlandHealthCall() {
            return new HealthCall<>(DysmsMainlandClient.class, client -> client.querySmsSignList(r -> r.pageSize(1)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(StsClient.class)
    static class Sts {
        @Bean
        @Lazy
        HealthCall<StsClient> stsHealthCall() {
            return new HealthCall<>(StsClient.class, StsClient::getCallerIdentity);
        }
    }
}
