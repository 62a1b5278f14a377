package io.github.alimsg.spring.boot;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.util.ClassUtils;

/**
 * Registers the clients of further accounts, of the products that the application has. Each is injected by its account's
 * name as qualifier and in no other way, so that the main account's client stays the only candidate elsewhere.
 */
final class AccountClients implements ImportBeanDefinitionRegistrar {
    private final Environment environment;
    private final @Nullable ClassLoader loader;

    AccountClients(Environment environment, ClassLoader loader) {
        this.environment = environment;
        this.loader = loader;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        Map<String, AccountProperties> accounts = Binder.get(environment)
                .bind("alimsg.accounts", Bindable.mapOf(String.class, AccountProperties.class))
                .orElse(Map.of());
        if (accounts.isEmpty()) {
            return;
        }
        for (ProductKind product : ProductKind.values()) {
            if (ClassUtils.isPresent(product.clientClassName(), loader)) {
                accounts.forEach((account, properties) -> register(product, account, properties, registry));
            }
        }
    }

    private void register(
            ProductKind product, String account, AccountProperties properties, BeanDefinitionRegistry registry) {
        String name = product.beanName(account);
        if (!Boolean.FALSE.equals(product.of(properties).getEnabled()) && !registry.containsBeanDefinition(name)) {
            registry.registerBeanDefinition(name, definition(product, account));
        }
    }

    /** A client that a static method {@code accountClient} creates, given the account's name first. */
    private RootBeanDefinition definition(ProductKind product, String account) {
        var definition = new RootBeanDefinition(AlimsgClientsAutoConfiguration.of(product));
        definition.setTargetType(ClassUtils.resolveClassName(product.clientClassName(), loader));
        definition.setFactoryMethodName("accountClient");
        var arguments = new ConstructorArgumentValues();
        arguments.addIndexedArgumentValue(0, account);
        definition.setConstructorArgumentValues(arguments);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
        definition.setDefaultCandidate(false);
        definition.setLazyInit(true);
        return definition;
    }
}
