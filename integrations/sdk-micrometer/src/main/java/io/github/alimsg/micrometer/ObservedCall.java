package io.github.alimsg.micrometer;

import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallResult;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call under way with its observation, which is current on the calling thread until it ends. */
final class ObservedCall {
    private final ObservationRegistry registry;
    private final CallObservationContext context;
    private final Observation observation;
    private final Observation.@Nullable Scope before;
    private final Observation.@Nullable Scope scope;

    private ObservedCall(ObservationRegistry registry, CallObservationContext context, Observation observation) {
        this.registry = registry;
        this.context = context;
        this.observation = observation;
        this.before = registry.getCurrentObservationScope();
        this.scope = Isolated.get(observation::openScope);
        if (scope == null) {
            restoreScope();
        }
    }

    /** Starts the observation of a call; null when it is not observed, or the registry fails. */
    static @Nullable ObservedCall start(
            ObservationRegistry registry, @Nullable CallObservationConvention convention, CallInfo call) {
        return Isolated.get(() -> {
            if (registry.isNoop()) {
                return null;
            }
            var context = new CallObservationContext(call);
            Observation observation = Observation.createNotStarted(
                    convention, DefaultCallObservationConvention.INSTANCE, () -> context, registry);
            if (observation.isNoop()) {
                return null;
            }
            context.observedBy(observation);
            try {
                observation.start();
            } catch (Throwable e) {
                Isolated.run(observation::stop); // ends what has begun
                throw e;
            }
            return new ObservedCall(registry, context, observation);
        });
    }

    /**
     * Finds the context of a call among the current observation and those around it; null when it is not observed. Calls
     * within each other may be equal, and are told apart by their identity.
     */
    @SuppressWarnings("ReferenceEquality")
    static @Nullable CallObservationContext find(ObservationRegistry registry, CallInfo call) {
        ObservationView view = registry.getCurrentObservation();
        while (view != null) {
            if (view.getContextView() instanceof CallObservationContext context && context.call() == call) {
                return context;
            }
            view = view.getContextView().getParentObservation();
        }
        return null;
    }

    void returned(CallResult result) {
        context.returned(result);
        closeScope();
    }

    void threw(Throwable failure) {
        context.threw(failure);
        closeScope();
        Isolated.run(() -> observation.error(failure));
    }

    void end() {
        Isolated.run(observation::stop);
    }

    private void closeScope() {
        if (scope != null) {
            Isolated.run(scope::close);
            restoreScope();
        }
    }

    /** A handler that throws keeps the registry from doing it. */
    private void restoreScope() {
        Isolated.run(() -> {
            if (!Objects.equals(registry.getCurrentObservationScope(), before)) {
                registry.setCurrentObservationScope(before);
            }
        });
    }
}
