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
record StubbedAnswer(End end, Duration delay, @Nullable Refusal refusal, Answer answer) {
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

    static final StubbedAnswer SUCCESS = answer((call, answers) -> answers.success(call, Answers.fields(Map.of())));

    static StubbedAnswer answer(Answer answer) {
        return new StubbedAnswer(End.ANSWER, Duration.ZERO, null, answer);
    }

    static StubbedAnswer ending(End end) {
        return new StubbedAnswer(end, Duration.ZERO, null, SUCCESS.answer);
    }

    static StubbedAnswer refusing(Refusal refusal) {
        return new StubbedAnswer(
                End.ANSWER, Duration.ZERO, refusal, (call, answers) -> answers.refusal(refusal, call.host(), false));
    }

    StubbedAnswer after(Duration longer) {
        return new StubbedAnswer(end, Objects.requireNonNull(longer), refusal, answer);
    }
}
