package io.github.alimsg.micrometer;

import static io.github.alimsg.micrometer.ClientMeterDocumentation.AttemptKeys.ERROR_KIND;
import static io.github.alimsg.micrometer.ClientMeterDocumentation.AttemptKeys.OUTCOME;
import static io.github.alimsg.micrometer.ClientMeterDocumentation.CallKeys.OPERATION;
import static io.github.alimsg.micrometer.ClientMeterDocumentation.CallKeys.PRODUCT;
import static io.github.alimsg.micrometer.ClientMeterDocumentation.CallKeys.VERSION;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Meters of the calls of clients: attempts, failed attempts by kind, and time waited for turns.
 *
 * <pre>{@code
 * CamsClient cams = CamsClient.builder().addListener(new ClientMeters(registry)).build();
 * }</pre>
 *
 * <p>{@link ClientMeterDocumentation} lists them. Durations of calls are those of {@link CallObservations}. One object
 * serves any number of clients.
 */
public final class ClientMeters implements CallListener {
    private final MeterRegistry registry;
    private final Tags tags;
    private final ConcurrentMap<CallInfo, OfOperation> operations = new ConcurrentHashMap<>();

    /**
     * Creates meters without further tags.
     *
     * @param registry where they are registered, each when it is first needed
     */
    public ClientMeters(MeterRegistry registry) {
        this(registry, Tags.empty());
    }

    /**
     * Creates meters with tags of the application, such as the name of an account.
     *
     * @param registry where they are registered, each when it is first needed
     * @param tags tags of all meters
     */
    public ClientMeters(MeterRegistry registry, Iterable<Tag> tags) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.tags = Tags.of(tags);
    }

    @Override
    public void waitedForTurn(CallInfo call, int attempt, Duration waited) {
        of(call).turnWait.record(waited);
    }

    @Override
    public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
        of(call).failed(CallOutcome.of(failure), CallOutcome.kind(failure)).increment();
    }

    @Override
    public void finished(CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
        if (result != null) {
            of(call).attempts.record(result.attempts());
        } else if (failure != null) {
            of(call).attempts.record(failure.attempts());
        }
    }

    private OfOperation of(CallInfo call) {
        OfOperation known = operations.get(call);
        return known != null ? known : operations.computeIfAbsent(call, OfOperation::new);
    }

    private final class OfOperation {
        private final Tags ofCall;
        private final Timer turnWait;
        private final DistributionSummary attempts;

        OfOperation(CallInfo call) {
            ofCall = tags.and(
                    Tag.of(PRODUCT.asString(), call.product()),
                    Tag.of(VERSION.asString(), call.version()),
                    Tag.of(OPERATION.asString(), call.operation()));
            turnWait = Timer.builder(ClientMeterDocumentation.TURN_WAIT.getName())
                    .description("Time that an attempt waited for its turn")
                    .tags(ofCall)
                    .register(registry);
            attempts = DistributionSummary.builder(ClientMeterDocumentation.ATTEMPTS.getName())
                    .description("Attempts of a call")
                    .baseUnit(ClientMeterDocumentation.ATTEMPTS.getBaseUnit())
                    .tags(ofCall)
                    .register(registry);
        }

        Counter failed(CallOutcome outcome, String kind) {
            return Counter.builder(ClientMeterDocumentation.FAILED_ATTEMPTS.getName())
                    .description("Attempts that failed")
                    .baseUnit(ClientMeterDocumentation.FAILED_ATTEMPTS.getBaseUnit())
                    .tags(ofCall.and(OUTCOME.asString(), outcome.value(), ERROR_KIND.asString(), kind))
                    .register(registry);
        }
    }
}
