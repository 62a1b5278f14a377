package io.github.alimsg.core.batch;

import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.internal.call.GuardAnswers;
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
