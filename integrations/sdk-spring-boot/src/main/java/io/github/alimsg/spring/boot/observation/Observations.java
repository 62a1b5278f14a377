package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.micrometer.CallObservationConvention;
import io.github.alimsg.micrometer.CallObservations;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Creates what observes calls. */
final class Observations {
    private Observations() {}

    /** The outermost interceptor: those of the application run within the observation. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static CallObservations observations(
            ObservationRegistry registry, ObjectProvider<CallObservationConvention> convention) {
        CallObservationConvention own = convention.getIfAvailable();
        return own == null ? CallObservations.of(registry) : CallObservations.of(registry, own);
    }
}
