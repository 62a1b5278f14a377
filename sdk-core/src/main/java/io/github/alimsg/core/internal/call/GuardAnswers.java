package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.core.internal.listener.Isolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the guard said about each message of a request, in their order. */
public final class GuardAnswers {
    private final List<Verdict> verdicts;
    private final @Nullable GuardedException refusal;

    GuardAnswers(String operation, List<Verdict> verdicts) {
        this.verdicts = verdicts;
        this.refusal = refusal(operation, verdicts);
    }

    private static @Nullable GuardedException refusal(String operation, List<Verdict> verdicts) {
        List<Verdict> refused =
                verdicts.stream().filter(verdict -> !verdict.isPass()).toList();
        return refused.isEmpty()
                ? null
                : new GuardedException(
                        operation,
                        refused.size(),
                        verdicts.size(),
                        refused.get(0).reason(),
                        null);
    }

    /** {@return how many messages there are} */
    public int size() {
        return verdicts.size();
    }

    /** {@return whether a message may be sent} */
    public boolean isPass(int index) {
        return verdicts.get(index).isPass();
    }

    /** {@return the refusal of all messages that were refused; null when none was} */
    public @Nullable GuardedException refusal() {
        return refusal;
    }

    /** None of the messages was sent. */
    public void notSent() {
        for (int i = 0; i < verdicts.size(); i++) {
            notSent(i);
        }
    }

    /** A message was not sent, perhaps because it was refused. */
    public void notSent(int index) {
        Verdict verdict = verdicts.get(index);
        if (verdict.isPass()) {
            Isolated.run(verdict, verdict::notSent);
        }
    }
}
