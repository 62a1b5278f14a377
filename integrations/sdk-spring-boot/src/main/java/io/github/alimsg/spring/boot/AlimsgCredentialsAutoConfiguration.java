package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.credentials.CredentialsProvider;
import java.nio.file.Path;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Credentials from properties. Without any, and without a {@link CredentialsProvider} of the application, each client uses
 * its default chain.
 */
@AutoConfiguration
@ConditionalOnClass(SdkClient.class)
@EnableConfigurationProperties(AlimsgProperties.class)
public final class AlimsgCredentialsAutoConfiguration {
    AlimsgCredentialsAutoConfiguration() {}

    @Bean
    @Lazy
    ClientSetup alimsgClientSetup(AlimsgProperties properties, ListableBeanFactory beans, Environment environment) {
        return new ClientSetup(properties, beans, environment);
    }

    @Bean
    @Lazy
    CredentialsFactory alimsgCredentialsFactory(ClientSetup setup, Environment environment, ResourceLoader loader) {
        Path home = Path.of(environment.getProperty("user.home", ""));
        return new CredentialsFactory(setup, home, loader.getClassLoader());
    }

    @Bean
    @Lazy
    AccountCredentials alimsgAccountCredentials(
            AlimsgProperties properties, ListableBeanFactory beans, CredentialsFactory factory) {
        return new AccountCredentials(properties, beans, factory);
    }

    @Bean
    @Conditional(OnCredentials.class)
    @ConditionalOnMissingBean(CredentialsProvider.class)
    ConfiguredCredentials alimsgCredentials(AlimsgProperties properties, CredentialsFactory factory) {
        return factory.create("alimsg.credentials", properties.getCredentials(), null);
    }
}
