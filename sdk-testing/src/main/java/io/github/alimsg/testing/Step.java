package io.github.alimsg.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a stub.
 *
 * @param end how the exchange ends
 * @param delay how long the answer takes
 * @param refusal why the call is turned away; null when it is let through
 * @param answer what is answered when the exchange ends with an answer, whole or in part
 */
record Step(End end, Duration delay, @Nullable Refusal refusal, Answer answer) {
    /** How an exchange ends. */
    enum End {
        ANSWER,
        CUT_IN_ANSWER,
        CUT_AFTER_REQUEST,
        CUT_BEFORE_REQUEST,
        STALL
    }

    /** Words an answer. */
    @FunctionalInterface
    interface Answer {
        Reply to(ReceivedCall call, Answers answers);
    }

    static final Step SUCCESS = answer((call, answers) -> answers.success(call, Answers.fields(Map.of())));

    static Step answer(Answer answer) {
        return new Step(End.ANSWER, Duration.ZERO, null, answer);
    }

    static Step ending(End end) {
        return new Step(end, Duration.ZERO, null, SUCCESS.answer);
    }

    static Step refusing(Refusal refusal) {
        return new Step(
                End.ANSWER, Duration.ZERO, refusal, (call, answers) -> answers.refusal(refusal, call.host(), false));
    }

    Step after(Duration longer) {
        return new Step(end, Objects.requireNonNull(longer), refusal, answer);
    }
}
