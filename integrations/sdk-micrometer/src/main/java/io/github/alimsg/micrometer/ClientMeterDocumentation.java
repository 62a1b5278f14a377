package io.github.alimsg.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/** The meters of clients, beside those that handlers make of observations. */
public enum ClientMeterDocumentation implements MeterDocumentation {
    /** Attempts of a call, whether it succeeded or not; 0 when it failed before the first. */
    ATTEMPTS("alimsg.client.attempts", Meter.Type.DISTRIBUTION_SUMMARY, "attempts", CallKeys.values()),
    /** Attempts that failed. Throttling and quotas are among the kinds. */
    FAILED_ATTEMPTS(
            "alimsg.client.attempts.failed", Meter.Type.COUNTER, "attempts", CallKeys.values(), AttemptKeys.values()),
    /** Time that an attempt waited for its turn, under pacing or after refusals. */
    TURN_WAIT("alimsg.client.turn.wait", Meter.Type.TIMER, null, CallKeys.values()),
    /** Connections in use, by {@link ConnectionMeters}. No meter if the transport does not tell. */
    CONNECTIONS_IN_USE("alimsg.client.connections.in.use", Meter.Type.GAUGE, "connections"),
    /** How many connections may be open, by {@link ConnectionMeters}. No meter if the transport is the application's. */
    CONNECTIONS_MAX("alimsg.client.connections.max", Meter.Type.GAUGE, "connections");

    private final String name;
    private final Meter.Type type;
    private final @Nullable String unit;

    @SuppressWarnings("ImmutableEnumChecker") // only copies leave
    private final KeyName[] keys;

    ClientMeterDocumentation(String name, Meter.Type type, @Nullable String unit, KeyName[]... keys) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.keys = KeyName.merge(keys);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public @Nullable String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    /** Keys of all calls. */
    public enum CallKeys implements KeyName {
        /** Code of the product, such as {@code cams}; both products of SMS have {@code Dysmsapi}. */
        PRODUCT("product"),
        /** Version of the API, such as {@code 2020-06-06}. */
        VERSION("version"),
        /** The operation as the service names it, such as {@code SendSms}. */
        OPERATION("operation");

        private final String key;

        CallKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** Keys of attempts that failed. */
    public enum AttemptKeys implements KeyName {
        /** What became of the attempt: a {@link CallOutcome} in lower case. */
        OUTCOME("outcome"),
        /**
         * Category of the service's error code: an {@link io.github.alimsg.core.error.ErrorKind} in lower case; {@code
         * none} without a code.
         */
        ERROR_KIND("error.kind");

        private final String key;

        AttemptKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
