package io.github.alimsg.spring.boot;

import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The clients of the products that the application has. Those of further accounts are injected by the account's name as
 * qualifier and in no other way, so that the main account's client stays the only candidate elsewhere.
 */
final class ClientBeans implements ImportBeanDefinitionRegistrar {
    private final Environment environment;
    private final RegisteredBeans beans;

    ClientBeans(Environment environment, BeanFactory factory) {
        this.environment = environment;
        this.beans = new RegisteredBeans(factory);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        CredentialsBeans.register(environment, beans, registry);
        registry.registerBeanDefinition("alimsgNoEventListeners", RegisteredBeans.definition(NoEventListeners.class));
        registry.registerBeanDefinition("alimsgClientShutdown", RegisteredBeans.definition(ClientShutdown.class));
        registry.registerBeanDefinition("alimsgClientFactory", RegisteredBeans.lazy(ClientFactory.class));
        if (beans.isMissing(ConfiguredClients.class)) {
            registry.registerBeanDefinition("alimsgClients", RegisteredBeans.lazy(ConfiguredClients.class));
        }
        Map<String, AccountProperties> accounts = Binder.get(environment)
                .bind("alimsg.accounts", Bindable.mapOf(String.class, AccountProperties.class))
                .orElse(Map.of());
        for (ProductKind product : ProductKind.values()) {
            Class<?> type = beans.find(product.clientClassName());
            if (type != null) {
                if (isEnabled(product) && beans.isMissing(type)) {
                    registry.registerBeanDefinition(product.beanName(null), client(product, type, ""));
                }
                for (Map.Entry<String, AccountProperties> account : accounts.entrySet()) {
                    register(product, type, account.getKey(), account.getValue(), registry);
                }
            }
        }
    }

    private boolean isEnabled(ProductKind product) {
        return !"false".equalsIgnoreCase(environment.getProperty("alimsg." + product.property() + ".enabled"));
    }

    private static void register(
            ProductKind product,
            Class<?> type,
            String account,
            AccountProperties properties,
            BeanDefinitionRegistry registry) {
        String name = product.beanName(account);
        if (!Boolean.FALSE.equals(product.of(properties).getEnabled()) && !registry.containsBeanDefinition(name)) {
            RootBeanDefinition client = client(product, type, account);
            client.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
            client.setDefaultCandidate(false);
            registry.registerBeanDefinition(name, client);
        }
    }

    /** A client that a method of {@link ProductClients} creates, given the account's name first. */
    private static RootBeanDefinition client(ProductKind product, Class<?> type, String account) {
        RootBeanDefinition client =
                RegisteredBeans.createdBy(RegisteredBeans.lazy(type), ProductClients.of(product), "client");
        var arguments = new ConstructorArgumentValues();
        arguments.addIndexedArgumentValue(0, account);
        client.setConstructorArgumentValues(arguments);
        return client;
    }
}
