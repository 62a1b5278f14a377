package io.github.alimsg.micrometer;

import io.micrometer.common.KeyValues;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The application's convention, or the default where it throws: a convention that fails at the end would leak a span. */
final class SafeConvention implements CallObservationConvention {
    private static final DefaultCallObservationConvention DEFAULT = DefaultCallObservationConvention.INSTANCE;

    private final CallObservationConvention convention;

    SafeConvention(CallObservationConvention convention) {
        this.convention = convention;
    }

    @Override
    public String getName() {
        return ask(CallObservationConvention::getName, DEFAULT.getName());
    }

    @Override
    public @Nullable String getContextualName(CallObservationContext context) {
        return ask(c -> c.getContextualName(context), DEFAULT.getContextualName(context));
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
        return ask(c -> c.getLowCardinalityKeyValues(context), DEFAULT.getLowCardinalityKeyValues(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
        return ask(c -> c.getHighCardinalityKeyValues(context), DEFAULT.getHighCardinalityKeyValues(context));
    }

    private <T> T ask(Function<CallObservationConvention, @Nullable T> question, T otherwise) {
        T answer = Isolated.get(() -> question.apply(convention));
        return answer == null ? otherwise : answer;
    }
}
