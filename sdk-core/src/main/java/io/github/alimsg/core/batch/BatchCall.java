package io.github.alimsg.core.batch;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation sends to many recipients: how many a request may have, how the request of a part is made, and what
 * its response says of each. For the helpers of product modules, which give it to a {@link Batch}.
 *
 * <p>Describes only, and so has no state: every method may be called at any time and from several threads at once.
 *
 * @param <R> a recipient
 * @param <I> the operation's request
 * @param <O> the operation's response
 */
public abstract class BatchCall<R, I extends SdkRequest, O extends SdkResponse> {
    private final Operation<I, O> operation;
    private final I settings;
    private final int maxRecipients;

    /**
     * Describes an operation with its settings.
     *
     * @param operation what to call
     * @param settings a request with everything that is the same for all, and without recipients
     * @param maxRecipients how many recipients a request may have
     */
    protected BatchCall(Operation<I, O> operation, I settings, int maxRecipients) {
        this.operation = operation;
        this.settings = settings;
        this.maxRecipients = maxRecipients;
    }

    /** {@return a request with everything that is the same for all, and without recipients} */
    protected final I settings() {
        return settings;
    }

    /**
     * Creates the request of a part.
     *
     * @param part its recipients, at least one
     * @param ownId the value of {@link Operation#ownId()}; null for that of the settings, if there is one
     * @return the request
     */
    protected abstract I request(List<R> part, @Nullable String ownId);

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
     * Refuses recipients that can't be sent to together. All can by default.
     *
     * @param recipients the whole list, or a part where only the part is known; at least one
     * @throws IllegalArgumentException when they can't
     */
    protected void check(List<R> recipients) {}

    /**
     * Returns why a recipient is refused before anything is sent. The others are sent to. None is by default.
     *
     * @param recipient the recipient
     * @return the failure of its outcome; null to send to it
     */
    protected @Nullable RuntimeException refusal(R recipient) {
        return null;
    }

    final Operation<I, O> operation() {
        return operation;
    }

    final int maxRecipients() {
        return maxRecipients;
    }
}
