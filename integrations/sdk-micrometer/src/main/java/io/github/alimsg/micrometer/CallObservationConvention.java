package io.github.alimsg.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Chooses the names and keys of observed calls. Extend {@link DefaultCallObservationConvention} to change some of them:
 *
 * <pre>{@code
 * class WithTeam extends DefaultCallObservationConvention {
 *     @Override
 *     public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
 *         return super.getLowCardinalityKeyValues(context).and("team", "checkout");
 *     }
 * }
 * }</pre>
 *
 * <p>Give it to {@link CallObservations#of(io.micrometer.observation.ObservationRegistry, CallObservationConvention)}. One
 * that is also a {@link io.micrometer.observation.GlobalObservationConvention} can be registered in the configuration of
 * the registry instead.
 */
public interface CallObservationConvention extends ObservationConvention<CallObservationContext> {
    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof CallObservationContext;
    }
}
