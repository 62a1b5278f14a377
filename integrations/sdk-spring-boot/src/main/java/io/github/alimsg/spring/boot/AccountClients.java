package io.github.alimsg.spring.boot;

import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the clients of further accounts. Each is injected by its account's name as qualifier and in no other way, so
 * that the main account's client stays the only candidate elsewhere.
 */
abstract class AccountClients implements ImportBeanDefinitionRegistrar {
    private final ProductKind product;
    private final Class<?> client;
    private final Class<?> configuration;
    private final Environment environment;

    /**
     * The clients of a product.
     *
     * @param client the type of the client
     * @param configuration has a static method {@code accountClient} that creates one, given the account's name first
     */
    AccountClients(ProductKind product, Class<?> client, Class<?> configuration, Environment environment) {
        this.product = product;
        this.client = client;
        this.configuration = configuration;
        this.environment = environment;
    }

    @Override
    public final void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        Map<String, AccountProperties> accounts = Binder.get(environment)
                .bind("alimsg.accounts", Bindable.mapOf(String.class, AccountProperties.class))
                .orElse(Map.of());
        accounts.forEach((account, properties) -> {
            String name = product.beanName(account);
            if (!Boolean.FALSE.equals(product.of(properties).getEnabled()) && !registry.containsBeanDefinition(name)) {
                registry.registerBeanDefinition(name, definition(account));
            }
        });
    }

    private RootBeanDefinition definition(String account) {
        var definition = new RootBeanDefinition(configuration);
        definition.setTargetType(client);
        definition.setFactoryMethodName("accountClient");
        var arguments = new ConstructorArgumentValues();
        arguments.addIndexedArgumentValue(0, account);
        definition.setConstructorArgumentValues(arguments);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
        definition.setDefaultCandidate(false);
        definition.setLazyInit(true);
        NoEventListeners.set(definition);
        return definition;
    }
}
