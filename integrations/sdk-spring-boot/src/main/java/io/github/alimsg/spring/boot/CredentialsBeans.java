package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.CredentialsProvider;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.core.env.Environment;

/**
 * What clients are configured with. Credentials of properties are created at the start, so that a mistake ends it; the
 * other properties are read for the first client.
 */
final class CredentialsBeans extends RegisteredBeans {
    private final Environment environment;

    CredentialsBeans(Environment environment, BeanFactory beans) {
        super(beans);
        this.environment = environment;
    }

    @Override
    protected void register(BeanDefinitionRegistry registry) {
        registry.registerBeanDefinition("alimsg-" + AlimsgProperties.class.getName(), lazy(AlimsgProperties.class));
        registry.registerBeanDefinition("alimsgClientSetup", lazy(ClientSetup.class));
        registry.registerBeanDefinition("alimsgAccountCredentials", lazy(AccountCredentials.class));
        registry.registerBeanDefinition("alimsgCredentialsFactory", lazy(CredentialsFactory.class));
        if (CredentialsFactory.isSet(CredentialsProperties.of(environment)) && isMissing(CredentialsProvider.class)) {
            registry.registerBeanDefinition(
                    "alimsgCredentials",
                    createdBy(definition(ConfiguredCredentials.class), CredentialsFactory.class, "ofMainAccount"));
        }
    }
}
