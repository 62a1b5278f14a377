package io.github.alimsg.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The observations of clients, with their keys and events. */
public enum CallObservationDocumentation implements ObservationDocumentation {
    /** One logical call of a client, repeats and waits included. */
    CALL {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultCallObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return LowCardinalityKeys.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return HighCardinalityKeys.values();
        }

        @Override
        public Observation.Event[] getEvents() {
            return Events.values();
        }
    };

    /** Keys with few values. Each is always present. */
    public enum LowCardinalityKeys implements KeyName {
        /** Code of the product, such as {@code cams}; both products of SMS have {@code Dysmsapi}. */
        PRODUCT("product"),
        /** Version of the API, such as {@code 2020-06-06}. */
        VERSION("version"),
        /** The operation as the service names it, such as {@code SendSms}. */
        OPERATION("operation"),
        /** What the operation does: {@code read}, {@code send}, {@code create} and so on. */
        EFFECT("effect"),
        /** What became of the call: a {@link CallOutcome} in lower case; {@code none} while it is under way. */
        OUTCOME("outcome"),
        /**
         * Category of the service's error code: an {@link io.github.alimsg.core.error.ErrorKind} in lower case; {@code
         * none} when the call did not fail, or not by a code.
         */
        ERROR_KIND("error.kind");

        private final String key;

        LowCardinalityKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** Keys with unbounded values, for traces. Each is absent when its value is not known. */
    public enum HighCardinalityKeys implements KeyName {
        /** The id that the service gave the request. */
        REQUEST_ID("request.id"),
        /** What the service calls the message, or the request that sent several. */
        MESSAGE_ID("message.id");

        private final String key;

        HighCardinalityKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }

        @Override
        public boolean isRequired() {
            return false;
        }
    }

    /** What happens during a call. */
    public enum Events implements Observation.Event {
        /** An attempt failed, and the call is tried again. The contextual name says how it failed. */
        REPEAT;

        @Override
        public String getName() {
            return "alimsg.call.repeat";
        }

        @Override
        public String getContextualName() {
            return "repeated after %s";
        }
    }
}
