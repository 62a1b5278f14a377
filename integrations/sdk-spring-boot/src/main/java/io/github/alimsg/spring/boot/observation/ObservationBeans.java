package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.github.alimsg.spring.boot.RegisteredBeans;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;

/** What observes and measures calls, each if the application has a registry for it. */
final class ObservationBeans extends RegisteredBeans {
    ObservationBeans(BeanFactory beans) {
        super(beans);
    }

    @Override
    protected void register(BeanDefinitionRegistry registry) {
        Class<?> observations = find("io.micrometer.observation.ObservationRegistry");
        if (observations != null && has(observations) && isMissing(CallObservations.class)) {
            registry.registerBeanDefinition(
                    "alimsgCallObservations",
                    createdBy(definition(CallObservations.class), Observations.class, "observations"));
        }
        Class<?> meters = find("io.micrometer.core.instrument.MeterRegistry");
        if (meters != null && has(meters)) {
            if (isMissing(ClientMeters.class)) {
                registry.registerBeanDefinition(
                        "alimsgClientMeters", createdBy(definition(ClientMeters.class), Meters.class, "ofClients"));
            }
            if (has(ConfiguredClients.class)) {
                registry.registerBeanDefinition(
                        "alimsgConnectionMeters",
                        createdBy(definition(MeterBinder.class), Meters.class, "ofConnections"));
            }
        }
    }
}
