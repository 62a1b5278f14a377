package io.github.alimsg.testing.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The answers of a stub: one after the other, each once and the last for ever. Safe for any number of threads. */
public final class StubbedAnswers {
    private final List<StubbedAnswer> answers = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private int next;

    public synchronized void add(StubbedAnswer answer) {
        answers.add(delay.isZero() ? answer : answer.after(delay));
        delay = Duration.ZERO;
    }

    /** Delays the answer that is added next, or the usual one when none is added. */
    public synchronized void delayNext(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative: " + delay);
        }
        this.delay = delay;
    }

    /** Whether nothing was said about any call. */
    synchronized boolean isEmpty() {
        return answers.isEmpty() && delay.isZero();
    }

    /** The answer to a call that comes now. */
    synchronized StubbedAnswer take() {
        if (!delay.isZero()) {
            add(StubbedAnswer.SUCCESS);
        }
        if (next < answers.size()) {
            next++;
        }
        return next == 0 ? StubbedAnswer.SUCCESS : answers.get(next - 1);
    }

    /** Whether the connection is to be cut before the call that comes now is read; if so, that was its turn. */
    synchronized boolean takeCutBeforeRequest() {
        if (answers.isEmpty()) {
            return false;
        }
        StubbedAnswer upcoming = answers.get(Math.min(next, answers.size() - 1));
        boolean cut = upcoming.end() == StubbedAnswer.End.CUT_BEFORE_REQUEST;
        if (cut) {
            next = Math.min(next + 1, answers.size());
        }
        return cut;
    }
}
