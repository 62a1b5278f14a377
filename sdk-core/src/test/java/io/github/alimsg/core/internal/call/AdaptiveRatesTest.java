package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.SuccessRule;
import org.junit.jupiter.api.Test;

class AdaptiveRatesTest {
    private static final long SECOND = 1_000_000_000L;

    private final AdaptiveRates rates = new AdaptiveRates();

    /** An operation that is never called. */
    private static final class Limited extends Operation<SdkRequest, SdkResponse> {
        Limited(int callsPerSecond) {
            super("Op" + callsPerSecond, Effect.READ, callsPerSecond, SuccessRule.CODE, SdkResponse.class);
        }

        @Override
        public void write(SdkRequest request, ParamWriter out) {}

        @Override
        public SdkResponse read(JsonReader in) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aRateBeginsBelowTheDocumentedLimit() {
        var operation = new Limited(200);
        rates.refused(operation, 0, null);

        assertThat(turnsOfASecond(operation, 0)).isBetween(150, 200);
    }

    @Test
    void withoutADocumentedLimitItIsLookedFor() {
        var operation = new Limited(0);
        rates.refused(operation, 0, null);

        assertThat(turnsOfASecond(operation, 0)).isBetween(50, 100);
        assertThat(turnsOfASecond(operation, SECOND)).isBetween(100, 200);
    }

    @Test
    void furtherRefusalsCutTheRateToWhatPassed() {
        var operation = new Limited(200);
        rates.refused(operation, 0, null);
        int passed = turnsOfASecond(operation, 0);
        assertThat(passed).isGreaterThan(150);

        rates.refused(operation, SECOND, null);
        assertThat(turnsOfASecond(operation, SECOND)).as("nearly all passed").isBetween(130, passed);

        rates.refused(operation, 5 * SECOND, null);
        assertThat(turnsOfASecond(operation, 5 * SECOND))
                .as("none passed lately")
                .isBetween(60, 110);
    }

    private int turnsOfASecond(Operation<?, ?> operation, long from) {
        AdaptiveRate rate = rates.of(operation);
        int turns = 0;
        for (long now = from; now < from + SECOND; ) {
            AdaptiveRate.Turn turn = rate.join(now);
            for (long wait; (wait = rate.take(turn, now)) > 0; ) {
                now += wait;
            }
            rates.accepted(operation, now);
            turns++;
        }
        return turns;
    }
}
