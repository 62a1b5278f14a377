package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.credentials.CredentialsProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Credentials from properties. Without any, and without a {@link CredentialsProvider} of the application, each client uses
 * its default chain.
 */
@AutoConfiguration
@ConditionalOnClass(SdkClient.class)
@EnableConfigurationProperties
@Import(CredentialsBeans.class)
public final class AlimsgCredentialsAutoConfiguration {
    AlimsgCredentialsAutoConfiguration() {}
}
