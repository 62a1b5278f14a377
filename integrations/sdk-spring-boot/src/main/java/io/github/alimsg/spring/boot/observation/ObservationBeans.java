package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.github.alimsg.spring.boot.RegisteredBeans;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * What observes and measures calls and receipts, each if the application has a registry for it. Registered when all other
 * beans are: an auto-configuration that came after those of registries would name them all, of both generations of Spring
 * Boot, and each that is missing is looked for in every jar.
 */
final class ObservationBeans implements BeanDefinitionRegistryPostProcessor {
    private static final String CONNECTIONS = "alimsgConnectionMeters"; // there after processing ahead of time

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        var beans = new RegisteredBeans((BeanFactory) registry);
        Class<?> observations = beans.find("io.micrometer.observation.ObservationRegistry");
        if (observations != null && beans.has(observations) && beans.isMissing(CallObservations.class)) {
            registry.registerBeanDefinition(
                    "alimsgCallObservations",
                    RegisteredBeans.createdBy(
                            RegisteredBeans.definition(CallObservations.class), Observations.class, "observations"));
        }
        Class<?> meters = beans.find("io.micrometer.core.instrument.MeterRegistry");
        if (meters != null && beans.has(meters)) {
            if (beans.isMissing(ClientMeters.class)) {
                registry.registerBeanDefinition(
                        "alimsgClientMeters",
                        RegisteredBeans.createdBy(
                                RegisteredBeans.definition(ClientMeters.class), Meters.class, "ofClients"));
            }
            if (beans.isMissing(ReceiptMeters.class)) {
                registry.registerBeanDefinition(
                        "alimsgReceiptMeters",
                        RegisteredBeans.createdBy(
                                RegisteredBeans.lazy(ReceiptMeters.class), Meters.class, "ofReceipts"));
            }
            if (beans.has(ConfiguredClients.class) && !registry.containsBeanDefinition(CONNECTIONS)) {
                registry.registerBeanDefinition(
                        CONNECTIONS,
                        RegisteredBeans.createdBy(
                                RegisteredBeans.definition(MeterBinder.class), Meters.class, "ofConnections"));
            }
        }
    }
}
