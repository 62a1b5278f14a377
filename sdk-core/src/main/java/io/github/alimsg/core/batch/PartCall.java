package io.github.alimsg.core.batch;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.Disposition;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.internal.call.AlreadyAsked;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.spi.ClientCore;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The call of one part: asks the guard, makes the call, and says what became of each recipient. */
final class PartCall<R, I extends SdkRequest, O extends SdkResponse> {
    private final ClientCore core;
    private final BatchCall<R, I, O> call;
    private final List<R> recipients;
    private final @Nullable String ownId;
    private final I request;

    PartCall(ClientCore core, BatchCall<R, I, O> call, List<R> recipients, @Nullable String ownId) {
        this.core = core;
        this.call = call;
        this.recipients = recipients;
        this.ownId = ownId;
        this.request = call.request(recipients, ownId);
    }

    List<R> recipients() {
        return recipients;
    }

    int queryLength() {
        return core.engine().write(call.operation(), request).query().length();
    }

    /**
     * Sends to those whom the guard lets through.
     *
     * @param change changes the settings for this call
     */
    Batch.PartResult<R> send(Consumer<ClientOptions.Builder> change) {
        var engine = new EngineOutcome();
        ClientCore client = core.withOptions(options -> {
            change.accept(options.pacing(true));
            options.addInterceptor(engine);
            if (core.engine().guard() != null) {
                options.guard(AlreadyAsked.INSTANCE);
            }
        });
        GuardedPart<R> checked = new GuardedPart<>(recipients, null);
        Batch.PartResult<R> result;
        try {
            refuseIfInterrupted();
            checked = GuardedPart.ask(core, call.operation(), request, recipients);
            result = send(client, checked);
        } catch (Throwable e) { // the application's interceptors may throw anything
            if (engine.calls() == 0 && !(e instanceof SdkException)) {
                checked.notSent();
                throw e; // a closed client or a faulty interceptor: as in any other call
            }
            Isolated.keepInterrupt(e);
            result = failed(checked.allowed(), e, engine);
        }
        return new Batch.PartResult<>(
                checked.withRefused(result.outcomes()), result.failure(), result.disposition(), result.endsBatch());
    }

    /** Between two parts nothing else checks the interrupt flag unless there is a wait for a turn. */
    private void refuseIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(call.operation().name(), 0, Delivery.NOT_SENT, null);
        }
    }

    private Batch.PartResult<R> send(ClientCore client, GuardedPart<R> checked) {
        List<R> allowed = checked.allowed();
        if (allowed.isEmpty()) {
            return new Batch.PartResult<>(
                    List.of(), Objects.requireNonNull(checked.refusal()), Disposition.NOT_SENT, false);
        }
        I request = allowed.size() == recipients.size() ? this.request : call.request(allowed, ownId);
        return new Batch.PartResult<>(
                call.outcomes(allowed, client.call(call.operation(), request)), null, null, false);
    }

    /** What became of a part that failed: as the engine reports it, whatever an interceptor above it threw. */
    @SuppressWarnings("ReferenceEquality") // identity on purpose: an interceptor may throw an equal one
    private Batch.PartResult<R> failed(List<R> allowed, Throwable thrown, EngineOutcome engine) {
        RuntimeException failure = unchecked(thrown, engine.calls());
        if (engine.calls() == 0 && failure instanceof SdkException known) {
            return failed(allowed, Disposition.of(known), failure);
        }
        if (engine.earlierMayHaveTakenEffect()) {
            return failed(allowed, Disposition.UNKNOWN, failure);
        }
        if (engine.response() != null) {
            return answered(allowed, failure, engine.response());
        }
        if (!(engine.failure() instanceof SdkException known) || known.mayHaveTakenEffect()) {
            return failed(allowed, Disposition.UNKNOWN, failure);
        }
        Disposition disposition = Disposition.of(known);
        boolean endsBatch = known != thrown || !concernsRecipients(known, disposition);
        return new Batch.PartResult<>(outcomes(allowed, disposition, known), failure, disposition, endsBatch);
    }

    /** What became of a part whose failure ends the batch. */
    private Batch.PartResult<R> failed(List<R> allowed, Disposition disposition, RuntimeException failure) {
        return new Batch.PartResult<>(outcomes(allowed, disposition, failure), failure, disposition, true);
    }

    /** The part when nothing was sent because of something that is not a failure of the call. */
    Batch.PartResult<R> notSent(Throwable thrown) {
        return failed(recipients, Disposition.NOT_SENT, unchecked(thrown, 0));
    }

    @SuppressWarnings("unchecked") // the engine's responses are those of the operation
    private Batch.PartResult<R> answered(List<R> allowed, RuntimeException failure, CallResult response) {
        try {
            return new Batch.PartResult<>(call.outcomes(allowed, (O) response), failure, null, true);
        } catch (Throwable e) {
            return failed(allowed, Disposition.UNKNOWN, failure);
        }
    }

    /** A quota may be that of a number, and so says nothing of the next part; what it costs is a refused call. */
    private static boolean concernsRecipients(SdkException failure, Disposition disposition) {
        return disposition == Disposition.REFUSED
                || failure instanceof ServiceException refusal && refusal.kind() == ErrorKind.QUOTA;
    }

    private RuntimeException unchecked(Throwable thrown, int calls) {
        return thrown instanceof RuntimeException known
                ? known
                : new TransportException(
                        call.operation().name(),
                        calls,
                        calls == 0 ? Delivery.NOT_SENT : Delivery.UNKNOWN,
                        "the call of a part failed: " + thrown.getClass().getName(),
                        thrown);
    }

    private static <R> List<Outcome<R>> outcomes(
            List<R> recipients, Disposition disposition, RuntimeException failure) {
        Function<R, Outcome<R>> outcome = switch (disposition) {
            case NOT_SENT -> recipient -> Outcome.notSent(recipient, failure);
            case REFUSED -> recipient -> Outcome.refused(recipient, failure);
            case UNKNOWN -> recipient -> Outcome.unknown(recipient, failure);
        };
        return recipients.stream().map(outcome).toList();
    }
}
