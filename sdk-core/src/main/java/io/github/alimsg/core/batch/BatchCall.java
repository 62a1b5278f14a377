package io.github.alimsg.core.batch;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.internal.call.AlreadyAsked;
import io.github.alimsg.core.internal.call.Guard;
import io.github.alimsg.core.internal.call.GuardAnswers;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.wire.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends to a list of recipients with an operation that takes a limited number of them: splits the list into parts, in
 * order, makes the calls one after the other below the operation's documented rate limit, and records the outcome of
 * each recipient. For the helpers of product modules.
 *
 * <p>When a part is refused because of its recipients or contents, the next part is still sent. Any other failure ends
 * the batch: it would hit the next part too, or its effect is unknown.
 *
 * @param <R> a recipient
 * @param <I> the operation's request
 * @param <O> the operation's response
 */
public abstract class BatchCall<R, I extends SdkRequest, O extends SdkResponse> {
    /**
     * The maximum size of a part's query in bytes, unless a single recipient needs more. Above some undocumented size
     * the gateway replies with 414; this value is our choice.
     */
    static final int MAX_QUERY_BYTES = 16 * 1024;

    private final ClientCore core;
    private final Operation<I, O> operation;
    private final int maxRecipients;

    /**
     * Prepares the call for one list.
     *
     * @param core the client's engine
     * @param operation what to call
     * @param maxRecipients how many recipients a call may have
     */
    protected BatchCall(ClientCore core, Operation<I, O> operation, int maxRecipients) {
        this.core = core;
        this.operation = operation;
        this.maxRecipients = maxRecipients;
    }

    private record BatchPart<R, I>(List<R> recipients, I request) {}

    /**
     * Creates the request of a part. All are created before the first is sent.
     *
     * @param part its recipients, at least one
     * @return the request
     */
    protected abstract I request(List<R> part);

    /**
     * Returns the address of a recipient in a normal form. Recipients with the same address go into different parts,
     * since replies name recipients by their address.
     *
     * @param recipient the recipient
     * @return something with {@code equals}
     */
    protected abstract Object address(R recipient);

    /**
     * Returns what else identifies a message: two recipients with the same address and an equal value are duplicates,
     * and the second is refused as a mistake.
     *
     * @param recipient the recipient
     * @return something with {@code equals}
     */
    protected abstract Object content(R recipient);

    /**
     * Returns what a successful response says of each recipient of its part.
     *
     * @param part the recipients
     * @param response the response
     * @return one outcome for each, in the same order
     */
    protected abstract List<Outcome<R>> outcomes(List<R> part, O response);

    /**
     * Returns why a recipient is refused before anything is sent. The others are sent to. None is by default.
     *
     * @param recipient the recipient
     * @return the failure of its outcome; null to send to it
     */
    protected @Nullable RuntimeException refusal(R recipient) {
        return null;
    }

    /**
     * Sends to everyone who is not refused.
     *
     * @param recipients to whom
     * @return the outcome of each recipient
     * @throws IllegalArgumentException when a request is incomplete, or a recipient is in the list twice with the same
     *     message; nothing was sent
     * @throws SdkException the first failure, when nothing was sent to anyone
     */
    public final BatchResult<R> send(List<? extends R> recipients) {
        List<R> all = List.copyOf(recipients);
        refuseRepeated(all);
        var refused = new RefusedRecipients<R>(all, this::refusal);
        List<BatchPart<R, I>> parts = parts(refused.others());
        return core.underWay(() -> send(refused, parts));
    }

    private BatchResult<R> send(RefusedRecipients<R> refused, List<BatchPart<R, I>> parts) {
        var engine = new EngineOutcome();
        ClientCore paced = core.withOptions(options -> {
            options.pacing(true).addInterceptor(engine);
            if (core.engine().guard() != null) {
                options.guard(AlreadyAsked.INSTANCE);
            }
        });
        List<Outcome<R>> outcomes = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        RuntimeException stoppedBy = null;
        for (BatchPart<R, I> part : parts) {
            if (stoppedBy != null) {
                add(outcomes, part, recipient -> Outcome.notSent(recipient, null));
                continue;
            }
            engine.begin(0);
            GuardedPart<R> checked = new GuardedPart<>(part.recipients, null);
            BatchPart<R, I> allowed = part;
            List<Outcome<R>> outcomesOfPart;
            try {
                refuseIfInterrupted();
                checked = checked(part);
                allowed = allowed(part, checked.allowed());
                if (allowed.recipients.isEmpty()) {
                    failures.add(Objects.requireNonNull(checked.refusal()));
                    outcomesOfPart = List.of();
                } else {
                    outcomesOfPart = outcomes(allowed.recipients, paced.call(operation, allowed.request));
                }
            } catch (Throwable e) { // the application's interceptors may throw anything, and parts may have been sent
                if (outcomes.isEmpty() && engine.calls == 0 && !(e instanceof SdkException)) {
                    checked.notSent();
                    throw e; // a closed client or a faulty interceptor: as in any other call
                }
                Isolated.keepInterrupt(e);
                RuntimeException failure = unchecked(e, engine);
                failures.add(failure);
                stoppedBy = engine.isFailure(e) && concernsRecipients(failure) ? null : failure;
                outcomesOfPart = account(allowed, failure, engine);
            }
            outcomes.addAll(checked.withRefused(outcomesOfPart));
        }
        if (!failures.isEmpty() && outcomes.stream().noneMatch(BatchCall::mayHaveGoneOut)) {
            throw merged(failures);
        }
        return BatchResult.of(refused.among(outcomes), stoppedBy);
    }

    /** Asks the guard about everybody in a part. */
    private GuardedPart<R> checked(BatchPart<R, I> part) {
        Guard guard = core.engine().guard();
        if (guard == null) {
            return new GuardedPart<>(part.recipients, null);
        }
        GuardAnswers answers = guard.ask(operation, core.engine().write(operation, part.request));
        if (answers != null && answers.size() != part.recipients.size()) {
            answers.notSent();
            throw new IllegalArgumentException("the request names " + answers.size() + " recipients, not the "
                    + part.recipients.size() + " of the batch: leave them to the batch");
        }
        return new GuardedPart<>(part.recipients, answers);
    }

    private BatchPart<R, I> allowed(BatchPart<R, I> part, List<R> recipients) {
        if (recipients.size() == part.recipients.size()) {
            return part;
        }
        return new BatchPart<>(recipients, recipients.isEmpty() ? part.request : request(recipients));
    }

    private RuntimeException unchecked(Throwable thrown, EngineOutcome engine) {
        return thrown instanceof RuntimeException known
                ? known
                : new TransportException(
                        operation.name(),
                        engine.calls,
                        engine.calls == 0 ? Delivery.NOT_SENT : Delivery.UNKNOWN,
                        "the call of a part failed: " + thrown.getClass().getName(),
                        thrown);
    }

    /** The outcome of a part whose call failed: as the engine reports it, whatever an interceptor above it threw. */
    private List<Outcome<R>> account(BatchPart<R, I> part, RuntimeException failure, EngineOutcome engine) {
        List<Outcome<R>> outcomes = new ArrayList<>();
        if (engine.isFailure(failure) || engine.calls == 0 && failure instanceof SdkException) {
            add(outcomes, part, failed(failure));
        } else if (engine.calls == 0) {
            add(outcomes, part, recipient -> Outcome.notSent(recipient, failure));
        } else if (engine.calls == 1 && engine.response != null) {
            return answered(part, failure, engine.response);
        } else if (engine.calls == 1 && engine.failure instanceof SdkException known && !known.mayHaveTakenEffect()) {
            add(outcomes, part, failed(known));
        } else {
            add(outcomes, part, recipient -> Outcome.unknown(recipient, failure));
        }
        return outcomes;
    }

    @SuppressWarnings("unchecked") // the engine's responses are those of the operation
    private List<Outcome<R>> answered(BatchPart<R, I> part, RuntimeException failure, CallResult response) {
        try {
            return outcomes(part.recipients, (O) response);
        } catch (Throwable e) {
            List<Outcome<R>> outcomes = new ArrayList<>();
            add(outcomes, part, recipient -> Outcome.unknown(recipient, failure));
            return outcomes;
        }
    }

    /**
     * Records how the engine itself ended the call of a part. This is the innermost interceptor, below the
     * application's.
     */
    private static final class EngineOutcome implements Interceptor {
        private int calls;
        private @Nullable CallResult response;
        private @Nullable Throwable failure;

        void begin(int calls) {
            this.calls = calls;
            response = null;
            failure = null;
        }

        @Override
        public CallResult intercept(Call call) {
            begin(calls + 1);
            try {
                response = call.proceed();
                return response;
            } catch (Throwable e) {
                failure = e;
                throw e;
            }
        }

        /** Returns whether the call threw the same exception as the engine. */
        @SuppressWarnings("ReferenceEquality") // identity on purpose: an interceptor may throw an equal one
        boolean isFailure(Throwable thrown) {
            return thrown == failure;
        }
    }

    private void refuseRepeated(List<R> recipients) {
        Map<Object, Integer> places = new HashMap<>();
        for (int i = 0; i < recipients.size(); i++) {
            R recipient = recipients.get(i);
            Integer before = places.putIfAbsent(List.of(address(recipient), content(recipient)), i);
            if (before != null) {
                throw new IllegalArgumentException("recipients " + (before + 1) + " and " + (i + 1)
                        + " of the list are the same message to the same address; remove one, or send the second in a"
                        + " separate batch if it is intended");
            }
        }
    }

    private List<BatchPart<R, I>> parts(List<R> recipients) {
        List<BatchPart<R, I>> parts = new ArrayList<>();
        Set<Object> addresses = new HashSet<>();
        int start = 0;
        for (int i = 0; i < recipients.size(); i++) {
            Object address = address(recipients.get(i));
            if (i - start == maxRecipients || addresses.contains(address)) {
                splitToFit(recipients.subList(start, i), parts);
                addresses.clear();
                start = i;
            }
            addresses.add(address);
        }
        if (start < recipients.size()) {
            splitToFit(recipients.subList(start, recipients.size()), parts);
        }
        return parts;
    }

    /** Splits a part in halves until the query is short enough. */
    private void splitToFit(List<R> recipients, List<BatchPart<R, I>> parts) {
        I request = request(recipients);
        int middle = recipients.size() / 2;
        // Written even where nothing can be split, so that invalid requests are refused before anything is sent.
        if (queryLength(request) > MAX_QUERY_BYTES && middle > 0) {
            splitToFit(recipients.subList(0, middle), parts);
            splitToFit(recipients.subList(middle, recipients.size()), parts);
        } else {
            parts.add(new BatchPart<>(recipients, request));
        }
    }

    private int queryLength(I request) {
        return core.engine().write(operation, request).query().length();
    }

    /** Between two parts nothing else checks the interrupt flag unless there is a wait for a turn. */
    private void refuseIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(operation.name(), 0, Delivery.NOT_SENT, null);
        }
    }

    private static RuntimeException merged(List<RuntimeException> failures) {
        RuntimeException first = failures.get(0);
        for (RuntimeException other : failures) {
            if (!other.equals(first)) {
                first.addSuppressed(other);
            }
        }
        return first;
    }

    private static boolean concernsRecipients(RuntimeException failure) {
        return failure instanceof ServiceException refusal
                && !refusal.mayHaveTakenEffect()
                && switch (refusal.kind()) {
                    case VALIDATION, NOT_FOUND, CONFLICT, QUOTA, RECIPIENT -> true;
                    default -> false;
                };
    }

    private static <R> Function<R, Outcome<R>> failed(RuntimeException failure) {
        if (!(failure instanceof SdkException known) || known.mayHaveTakenEffect()) {
            return recipient -> Outcome.unknown(recipient, failure);
        }
        return known instanceof ServiceException refusal && concernsRecipients(refusal)
                ? recipient -> Outcome.refused(recipient, refusal)
                : recipient -> Outcome.notSent(recipient, failure);
    }

    private static <R> void add(List<Outcome<R>> outcomes, BatchPart<R, ?> part, Function<R, Outcome<R>> outcome) {
        for (R recipient : part.recipients) {
            outcomes.add(outcome.apply(recipient));
        }
    }

    private static boolean mayHaveGoneOut(Outcome<?> outcome) {
        return outcome.status() == Status.ACCEPTED || outcome.status() == Status.UNKNOWN;
    }
}
