package io.github.alimsg.core.batch;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.internal.call.Guard;
import io.github.alimsg.core.internal.call.GuardAnswers;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.wire.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recipients of a part, with what the guard said about each. */
final class GuardedPart<R> {
    private final List<R> recipients;
    private final @Nullable GuardAnswers answers;

    /**
     * Joins recipients with answers.
     *
     * @param recipients the recipients
     * @param answers one for each, in the same order; null when nobody was asked
     */
    GuardedPart(List<R> recipients, @Nullable GuardAnswers answers) {
        this.recipients = recipients;
        this.answers = answers;
    }

    /**
     * Asks the client's guard about everybody in a part.
     *
     * @param core the client's engine
     * @param operation what is called
     * @param request the request of the whole part
     * @param recipients the recipients
     */
    static <R, I extends SdkRequest> GuardedPart<R> ask(
            ClientCore core, Operation<I, ?> operation, I request, List<R> recipients) {
        Guard guard = core.engine().guard();
        if (guard == null) {
            return new GuardedPart<>(recipients, null);
        }
        GuardAnswers answers = guard.ask(operation, core.engine().write(operation, request));
        if (answers != null && answers.size() != recipients.size()) {
            answers.notSent();
            throw new IllegalArgumentException("the request names " + answers.size() + " recipients, not the "
                    + recipients.size() + " of the batch: leave them to the batch");
        }
        return new GuardedPart<>(recipients, answers);
    }

    /** Whom the guard lets through; the same list when that is everybody. */
    List<R> allowed() {
        if (answers == null || answers.refusal() == null) {
            return recipients;
        }
        List<R> allowed = new ArrayList<>();
        for (int i = 0; i < recipients.size(); i++) {
            if (answers.isPass(i)) {
                allowed.add(recipients.get(i));
            }
        }
        return allowed;
    }

    /** The guard's refusal; null when it refused nobody. */
    @Nullable
    GuardedException refusal() {
        return answers == null ? null : answers.refusal();
    }

    /** Nothing was sent to anybody. */
    void notSent() {
        if (answers != null) {
            answers.notSent();
        }
    }

    /**
     * Puts the outcomes of those who were let through among those who were refused, and tells the guard who got nothing
     * after all.
     */
    List<Outcome<R>> withRefused(List<Outcome<R>> ofAllowed) {
        if (answers == null) {
            return ofAllowed;
        }
        GuardedException refusal = answers.refusal();
        Iterator<Outcome<R>> rest = ofAllowed.iterator();
        List<Outcome<R>> outcomes = new ArrayList<>(recipients.size());
        for (int i = 0; i < recipients.size(); i++) {
            R recipient = recipients.get(i);
            Outcome<R> outcome;
            if (refusal != null && !answers.isPass(i)) {
                outcome = Outcome.refused(recipient, refusal);
            } else {
                outcome = rest.hasNext() ? rest.next() : Outcome.unknown(recipient, (String) null);
            }
            if (outcome.status() == Status.REFUSED || outcome.status() == Status.NOT_SENT) {
                answers.notSent(i);
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }
}
