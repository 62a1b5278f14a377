package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.CredentialsProvider;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.env.Environment;

/**
 * What clients are configured with. Credentials of properties are created at the start, so that a mistake ends it; the
 * other properties are read for the first client.
 */
final class CredentialsBeans {
    private CredentialsBeans() {}

    static void register(Environment environment, RegisteredBeans beans, BeanDefinitionRegistry registry) {
        registry.registerBeanDefinition(
                "alimsg-" + AlimsgProperties.class.getName(), RegisteredBeans.lazy(AlimsgProperties.class));
        registry.registerBeanDefinition("alimsgClientSetup", RegisteredBeans.lazy(ClientSetup.class));
        registry.registerBeanDefinition("alimsgAccountCredentials", RegisteredBeans.lazy(AccountCredentials.class));
        registry.registerBeanDefinition("alimsgCredentialsFactory", RegisteredBeans.lazy(CredentialsFactory.class));
        if (CredentialsFactory.isSet(CredentialsProperties.of(environment))
                && beans.isMissing(CredentialsProvider.class)) {
            registry.registerBeanDefinition(
                    "alimsgCredentials",
                    RegisteredBeans.createdBy(
                            RegisteredBeans.definition(ConfiguredCredentials.class),
                            CredentialsFactory.class,
                            "ofMainAccount"));
        }
    }
}
