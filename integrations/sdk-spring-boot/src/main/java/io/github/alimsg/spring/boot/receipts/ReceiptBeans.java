package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.spring.boot.RegisteredBeans;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;

/** What receipts are handled by; all of it is created when something first needs it. */
final class ReceiptBeans extends RegisteredBeans {
    ReceiptBeans(BeanFactory beans) {
        super(beans);
    }

    @Override
    protected void register(BeanDefinitionRegistry registry) {
        registry.registerBeanDefinition(
                "alimsg.receipts-" + ReceiptProperties.class.getName(), lazy(ReceiptProperties.class));
        registry.registerBeanDefinition(
                "alimsgReceiptDispatchers",
                createdBy(lazy(ReceiptDispatchers.class), DispatchersFactory.class, "dispatchers"));
        if (isMissing(SeenReceipts.class)) {
            registry.registerBeanDefinition(
                    "alimsgSeenReceipts", createdBy(lazy(SeenReceipts.class), DispatchersFactory.class, "seenReceipts"));
        }
        Class<?> meters = find("io.github.alimsg.micrometer.ReceiptMeters");
        Class<?> meterRegistry = find("io.micrometer.core.instrument.MeterRegistry");
        if (meters != null && meterRegistry != null && has(meterRegistry)) {
            if (isMissing(meters)) {
                registry.registerBeanDefinition(
                        "alimsgReceiptMeters", createdBy(lazy(meters), MeteredReceipts.class, "meters"));
            }
            registry.registerBeanDefinition(
                    "alimsgReceiptMeasures",
                    createdBy(lazy(ReceiptMeasures.class), MeteredReceipts.class, "measures"));
        }
    }
}
