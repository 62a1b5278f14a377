package io.github.alimsg.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/** The meters of receipts. */
public enum ReceiptMeterDocumentation implements MeterDocumentation {
    /** Time that handlers took, and how many receipts they handled or failed to. */
    HANDLED("alimsg.receipts.handled", Meter.Type.TIMER, null, HandlerKeys.values()),
    /** Time between the event that a receipt is about and its handling. Not recorded if the receipt has no time. */
    LAG("alimsg.receipts.lag", Meter.Type.TIMER, null, KindKeys.values()),
    /** Receipts that were not handed on, because they were or are being handled. */
    REPEATED("alimsg.receipts.repeated", Meter.Type.COUNTER, "receipts", RepeatKeys.values());

    private final String name;
    private final Meter.Type type;
    private final @Nullable String unit;

    @SuppressWarnings("ImmutableEnumChecker") // only copies leave
    private final KeyName[] keys;

    ReceiptMeterDocumentation(String name, Meter.Type type, @Nullable String unit, KeyName... keys) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.keys = keys;
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

    /** Keys of handled receipts. */
    public enum HandlerKeys implements KeyName {
        /** Class of the receipt, such as {@code SmsReport}. */
        RECEIPT("receipt"),
        /** {@code handled}, or {@code failed} when the handler threw. */
        OUTCOME("outcome");

        private final String key;

        HandlerKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** Keys of the lag. */
    public enum KindKeys implements KeyName {
        /** Class of the receipt, such as {@code SmsReport}. */
        RECEIPT {
            @Override
            public String asString() {
                return HandlerKeys.RECEIPT.asString();
            }
        }
    }

    /** Keys of repeated receipts. */
    public enum RepeatKeys implements KeyName {
        /** {@code done} when it had been handled; {@code busy} when it was being handled, and is delivered again. */
        CLAIM {
            @Override
            public String asString() {
                return "claim";
            }
        }
    }
}
