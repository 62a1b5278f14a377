package io.github.alimsg.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever registries, handlers and conventions throw, a call ends as it would without them. */
@ExtendWith(FakeCloudExtension.class)
class FailingRegistryTest {
    /** Where a handler may throw. */
    enum Place {
        START,
        SCOPE_OPENED,
        EVENT,
        SCOPE_CLOSED,
        ERROR,
        STOP
    }

    /** Throws in some places, and counts what it was told. */
    private static final class Failing implements ObservationHandler<Observation.Context> {
        private final Set<Place> places;
        private final Set<Place> told = EnumSet.noneOf(Place.class);

        Failing(Set<Place> places) {
            this.places = places;
        }

        private void at(Place place) {
            told.add(place);
            if (places.contains(place)) {
                throw new AssertionError("the application's own");
            }
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onStart(Observation.Context context) {
            at(Place.START);
        }

        @Override
        public void onScopeOpened(Observation.Context context) {
            at(Place.SCOPE_OPENED);
        }

        @Override
        public void onEvent(Observation.Event event, Observation.Context context) {
            at(Place.EVENT);
        }

        @Override
        public void onScopeClosed(Observation.Context context) {
            at(Place.SCOPE_CLOSED);
        }

        @Override
        public void onError(Observation.Context context) {
            at(Place.ERROR);
        }

        @Override
        public void onStop(Observation.Context context) {
            at(Place.STOP);
        }
    }

    private static void callsAreUnchanged(FakeCloud cloud, ObservationRegistry registry, CallObservations observed) {
        cloud.when("SendSms").thenThrottle().thenSucceed().thenFail(403, "Forbidden.RAM", "no");
        try (DysmsMainlandClient sms = Sms.client(cloud, observed::addTo)) {
            assertThat(Sms.send(sms).attempts()).isEqualTo(2);
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOfSatisfying(ServiceException.class, e -> {
                assertThat(e.code()).isEqualTo("Forbidden.RAM");
                assertThat(e.getSuppressed()).isEmpty();
            });
        }
        assertThat(cloud.receivedCount()).isEqualTo(3);
        assertThat(registry.getCurrentObservation()).as("current afterwards").isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerThatThrowsChangesNothing(Place place, FakeCloud cloud) {
        ObservationRegistry registry = ObservationRegistry.create();
        var handler = new Failing(EnumSet.of(place));
        registry.observationConfig().observationHandler(handler);

        callsAreUnchanged(cloud, registry, CallObservations.of(registry));

        assertThat(handler.told).contains(place);
    }

    @Test
    void aHandlerThatAlwaysThrowsChangesNothing(FakeCloud cloud) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Failing(EnumSet.allOf(Place.class)));

        callsAreUnchanged(cloud, registry, CallObservations.of(registry));
    }

    @Test
    void aFailingHandlerLeavesTheScopeAroundTheCall(FakeCloud cloud) {
        ObservationRegistry registry = ObservationRegistry.create();
        Observation order = Observation.start("order", registry);
        registry.observationConfig().observationHandler(new Failing(EnumSet.allOf(Place.class)));
        try (DysmsMainlandClient sms = Sms.client(cloud, CallObservations.of(registry)::addTo);
                Observation.Scope scope = order.openScope()) {
            Sms.send(sms);
            assertThat(registry.getCurrentObservationScope()).isSameAs(scope);
        }
    }

    /** Throws whenever it is asked. */
    private static final class FailingConvention implements CallObservationConvention {
        @Override
        public String getName() {
            throw new IllegalStateException("the application's own");
        }

        @Override
        public String getContextualName(CallObservationContext context) {
            throw new IllegalStateException("the application's own");
        }

        @Override
        public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
            throw new IllegalStateException("the application's own");
        }

        @Override
        public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
            throw new IllegalStateException("the application's own");
        }
    }

    @Test
    void aConventionThatThrowsIsReplacedByTheDefault(FakeCloud cloud) {
        ObservationRegistry registry = ObservationRegistry.create();
        Recorded recorded = Recorded.by(registry);
        var meters = new SimpleMeterRegistry();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        callsAreUnchanged(cloud, registry, CallObservations.of(registry, new FailingConvention()));

        assertThat(recorded.outcomes()).containsExactly("success none", "not_sent permission");
        assertThat(meters.get("alimsg.call.active").longTaskTimers()).allMatch(timer -> timer.activeTasks() == 0);
    }

    @Test
    void aRegistryThatThrowsChangesNothing(FakeCloud cloud) {
        ObservationRegistry working = ObservationRegistry.create();
        Supplier<RuntimeException> failure = () -> new IllegalStateException("the application's own");
        var registry = new ObservationRegistry() {
            @Override
            public Observation getCurrentObservation() {
                throw failure.get();
            }

            @Override
            public Observation.Scope getCurrentObservationScope() {
                throw failure.get();
            }

            @Override
            public void setCurrentObservationScope(Observation.Scope current) {
                throw failure.get();
            }

            @Override
            public ObservationConfig observationConfig() {
                throw failure.get();
            }

            @Override
            public boolean isNoop() {
                throw failure.get();
            }
        };

        callsAreUnchanged(cloud, working, CallObservations.of(registry));
    }

    @Test
    void aMeterRegistryThatThrowsChangesNothing(FakeCloud cloud) {
        MeterRegistry meters = new SimpleMeterRegistry();
        meters.config().meterFilter(new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                throw new IllegalStateException("the application's own");
            }
        });
        cloud.when("SendSms").thenThrottle().thenSucceed();
        try (DysmsMainlandClient sms = Sms.client(cloud, b -> b.addListener(new ClientMeters(meters)))) {
            assertThat(Sms.send(sms).attempts()).isEqualTo(2);
        }
    }
}
