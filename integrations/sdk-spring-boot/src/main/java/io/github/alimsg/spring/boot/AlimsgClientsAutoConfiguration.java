package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.credentials.CredentialsProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * The clients of the products whose modules the application has, each created when something first needs it. A client
 * bean of the application replaces the one of the same type.
 *
 * <p>Credentials come from properties. Without any, and without a {@link CredentialsProvider} of the application, each
 * client uses its default chain.
 */
@AutoConfiguration
@ConditionalOnClass(SdkClient.class)
@EnableConfigurationProperties
@Import(ClientBeans.class)
public final class AlimsgClientsAutoConfiguration {
    AlimsgClientsAutoConfiguration() {}
}
