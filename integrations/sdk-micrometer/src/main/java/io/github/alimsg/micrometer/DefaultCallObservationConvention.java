package io.github.alimsg.micrometer;

import io.github.alimsg.micrometer.CallObservationDocumentation.HighCardinalityKeys;
import io.github.alimsg.micrometer.CallObservationDocumentation.LowCardinalityKeys;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Locale;

/** The names and keys that {@link CallObservationDocumentation} lists. */
public class DefaultCallObservationConvention implements CallObservationConvention {
    static final DefaultCallObservationConvention INSTANCE = new DefaultCallObservationConvention();

    /** Creates the convention. */
    public DefaultCallObservationConvention() {}

    @Override
    public String getName() {
        return "alimsg.call";
    }

    @Override
    public String getContextualName(CallObservationContext context) {
        return context.call().operation();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
        CallOutcome outcome = context.outcome();
        return KeyValues.of(
                LowCardinalityKeys.PRODUCT.withValue(context.call().product()),
                LowCardinalityKeys.VERSION.withValue(context.call().version()),
                LowCardinalityKeys.OPERATION.withValue(context.call().operation()),
                LowCardinalityKeys.EFFECT.withValue(
                        context.call().effect().name().toLowerCase(Locale.ROOT)),
                LowCardinalityKeys.OUTCOME.withValue(outcome == null ? KeyValue.NONE_VALUE : outcome.value()),
                LowCardinalityKeys.ERROR_KIND.withValue(CallOutcome.kind(context.getError())));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
        KeyValues ids = KeyValues.empty();
        if (context.requestId() != null) {
            ids = ids.and(HighCardinalityKeys.REQUEST_ID.withValue(context.requestId()));
        }
        if (context.messageId() != null) {
            ids = ids.and(HighCardinalityKeys.MESSAGE_ID.withValue(context.messageId()));
        }
        return ids;
    }
}
