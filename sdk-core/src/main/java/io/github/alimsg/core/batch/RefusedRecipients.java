package io.github.alimsg.core.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The recipients of a list who are refused before anything is sent, and the others. */
final class RefusedRecipients<R> {
    /** For each recipient, the outcome when it is refused, and null when it is not. */
    private final List<@Nullable Outcome<R>> outcomes;

    private final List<R> others;

    /**
     * Asks about every recipient of a list.
     *
     * @param recipients the list
     * @param refusal why a recipient is refused; null when it is not
     */
    RefusedRecipients(List<R> recipients, Function<? super R, ? extends @Nullable RuntimeException> refusal) {
        this.outcomes = new ArrayList<>(recipients.size());
        this.others = new ArrayList<>(recipients.size());
        for (R recipient : recipients) {
            RuntimeException why = refusal.apply(recipient);
            if (why == null) {
                outcomes.add(null);
                others.add(recipient);
            } else {
                outcomes.add(Outcome.refused(recipient, why));
            }
        }
    }

    /** Who is not refused, in order. */
    List<R> others() {
        return others;
    }

    /** The outcomes of the whole list, in its order, from those of the others. */
    List<Outcome<R>> among(List<Outcome<R>> ofOthers) {
        Iterator<Outcome<R>> next = ofOthers.iterator();
        List<Outcome<R>> all = new ArrayList<>(outcomes.size());
        for (Outcome<R> outcome : outcomes) {
            all.add(outcome == null ? next.next() : outcome);
        }
        return all;
    }
}
