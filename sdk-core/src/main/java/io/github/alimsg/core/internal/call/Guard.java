package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the application's guard about the messages of a call, before its first attempt. */
public final class Guard {
    /** Recipients to whom alone this process may send, separated by commas. It restricts only, so the builder can't undo it. */
    static final String ONLY_TO = "ALIMSG_ONLY_TO";

    private final SendGuard guard;
    private final Product product;

    private Guard(SendGuard guard, Product product) {
        this.guard = guard;
        this.product = product;
    }

    /**
     * Returns the guard that the environment sets for every client.
     *
     * @param product the API that the client calls
     * @param environment variables by name
     * @return the guard; null when there is none
     * @throws IllegalArgumentException when the variable has no usable list
     */
    static @Nullable Guard ofEnvironment(Product product, Function<String, @Nullable String> environment) {
        String onlyTo = environment.apply(ONLY_TO);
        if (onlyTo == null) {
            return null;
        }
        try {
            return new Guard(Guards.onlyTo(onlyTo.split(",", -1)), product);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ONLY_TO + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the guard of a client.
     *
     * @param guard the application's; null when it has none
     * @param first the environment's, which is asked first; null when there is none
     * @param product the API that the client calls
     * @return the guard; null when there is nothing to ask
     */
    static @Nullable Guard of(@Nullable SendGuard guard, @Nullable Guard first, Product product) {
        if (guard instanceof AlreadyAsked) {
            return null;
        }
        if (guard == null) {
            return first;
        }
        return new Guard(first == null ? guard : Guards.all(first.guard, guard), product);
    }

    /**
     * Sends what the guard lets through as a whole, and tells the guard when it was not sent after all.
     *
     * @param failureOf says what something that was thrown means for the call
     */
    <O> O around(
            Operation<?, ?> operation,
            EncodedParams params,
            Supplier<O> send,
            Function<Throwable, SdkException> failureOf) {
        GuardAnswers answers = ask(operation, params);
        if (answers == null) {
            return send.get();
        }
        GuardedException refusal = answers.refusal();
        if (refusal != null) {
            answers.notSent();
            throw refusal;
        }
        try {
            return send.get();
        } catch (Throwable e) {
            if (!failureOf.apply(e).mayHaveTakenEffect()) {
                answers.notSent();
            }
            throw e;
        }
    }

    /**
     * Asks about every message of a request.
     *
     * @param operation what is called
     * @param params the request's parameters
     * @return the answers; null when the operation sends no message
     * @throws GuardedException when the guard failed
     */
    public @Nullable GuardAnswers ask(Operation<?, ?> operation, EncodedParams params) {
        MessageFacts facts = operation.messages();
        if (facts == null) {
            return null;
        }
        List<OutgoingMessage> messages = facts.messages(operation, DecodedParams.of(params), product.homeNumbers());
        List<Verdict> verdicts = new ArrayList<>(messages.size());
        try {
            for (OutgoingMessage message : messages) {
                verdicts.add(Objects.requireNonNull(guard.check(message), "the guard's verdict"));
            }
        } catch (Throwable e) { // whatever it is, it is not about what was sent, for nothing was
            Isolated.keepInterrupt(e);
            new GuardAnswers(operation.name(), verdicts).notSent();
            throw new GuardedException(operation.name(), 0, messages.size(), null, e);
        }
        return new GuardAnswers(operation.name(), verdicts);
    }
}
