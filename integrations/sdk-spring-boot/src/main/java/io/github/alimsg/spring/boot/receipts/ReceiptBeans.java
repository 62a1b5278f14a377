package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.spring.boot.RegisteredBeans;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/** What receipts are handled by; all of it is created when something first needs it. */
final class ReceiptBeans implements ImportBeanDefinitionRegistrar {
    private final RegisteredBeans beans;

    ReceiptBeans(BeanFactory factory) {
        this.beans = new RegisteredBeans(factory);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        registry.registerBeanDefinition(
                "alimsg.receipts-" + ReceiptProperties.class.getName(), RegisteredBeans.lazy(ReceiptProperties.class));
        registry.registerBeanDefinition(
                "alimsgReceiptDispatchers",
                RegisteredBeans.createdBy(
                        RegisteredBeans.lazy(ReceiptDispatchers.class), DispatchersFactory.class, "dispatchers"));
        if (beans.isMissing(SeenReceipts.class)) {
            registry.registerBeanDefinition(
                    "alimsgSeenReceipts",
                    RegisteredBeans.createdBy(
                            RegisteredBeans.lazy(SeenReceipts.class), DispatchersFactory.class, "seenReceipts"));
        }
    }
}
