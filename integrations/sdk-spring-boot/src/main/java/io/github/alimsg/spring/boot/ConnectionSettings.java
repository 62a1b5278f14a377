package io.github.alimsg.spring.boot;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.credentials.CredentialsProvider;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * How the main account's clients reach the service, for clients of other auto-configurations: timeouts, certificates and
 * proxy from properties, connection details, credentials, then customizers of all clients. No region and no endpoint of
 * properties, which are those of products.
 */
public final class ConnectionSettings {
    private ConnectionSettings() {}

    /**
     * Applies them.
     *
     * @param beans of an application with the auto-configuration of credentials
     * @param builder of a client
     */
    public static void apply(ListableBeanFactory beans, ClientBuilder<?> builder) {
        AlimsgProperties properties = beans.getBean(AlimsgProperties.class);
        new PropertySettings(PropertyLevels.common(properties), builder).applyConnection();
        applyDetails(beans, builder);
        CredentialsProvider provider = beans.getBean(AccountCredentials.class).provider(null);
        if (provider != null) {
            builder.credentials(provider);
        }
        customize(beans, builder);
    }

    /** Applies the endpoint of connection details, which come before properties. */
    static void applyDetails(ListableBeanFactory beans, ClientBuilder<?> builder) {
        AlimsgConnectionDetails details =
                beans.getBeanProvider(AlimsgConnectionDetails.class).getIfAvailable();
        if (details != null) {
            builder.endpoint(details.endpoint());
        }
    }

    /** Calls the customizers of all clients. */
    static void customize(ListableBeanFactory beans, ClientBuilder<?> builder) {
        beans.getBeanProvider(AlimsgClientCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(builder));
    }
}
