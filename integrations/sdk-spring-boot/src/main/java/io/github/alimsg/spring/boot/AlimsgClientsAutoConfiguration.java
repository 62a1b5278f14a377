package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * The clients of the products whose modules the application has, each created when something first needs it. A client
 * bean of the application replaces the one of the same type.
 */
@AutoConfiguration(after = AlimsgCredentialsAutoConfiguration.class)
@ConditionalOnClass(SdkClient.class)
@Import(ClientBeans.class)
public final class AlimsgClientsAutoConfiguration {
    AlimsgClientsAutoConfiguration() {}
}
