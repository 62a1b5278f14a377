package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.github.alimsg.spring.boot.RegisteredBeans;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/** What observes and measures calls and receipts, each if the application has a registry for it. */
final class ObservationBeans implements ImportBeanDefinitionRegistrar {
    private final RegisteredBeans beans;

    ObservationBeans(BeanFactory factory) {
        this.beans = new RegisteredBeans(factory);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
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
            if (beans.has(ConfiguredClients.class)) {
                registry.registerBeanDefinition(
                        "alimsgConnectionMeters",
                        RegisteredBeans.createdBy(
                                RegisteredBeans.definition(MeterBinder.class), Meters.class, "ofConnections"));
            }
        }
    }
}
