package io.github.alimsg.testing.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that one call gets, as they come together. */
final class Injection {
    /** No faults. Nothing is added to it. */
    static final Injection NONE = new Injection();

    private final List<FaultRule> applied = new ArrayList<>(1);
    private Duration skew = Duration.ZERO;
    private Duration delay = Duration.ZERO;
    private boolean cut;
    private @Nullable Refusal refusal;
    private @Nullable StubbedAnswer answer;

    /** Adds a fault. */
    void skew(FaultRule rule, Duration ahead) {
        applied.add(rule);
        skew = skew.plus(ahead);
    }

    void refuse(FaultRule rule, Refusal refusal) {
        applied.add(rule);
        this.refusal = refusal;
    }

    void cut(FaultRule rule) {
        applied.add(rule);
        cut = true;
    }

    void delay(FaultRule rule, Duration longer) {
        applied.add(rule);
        delay = delay.plus(longer);
    }

    void answer(FaultRule rule, StubbedAnswer answer) {
        applied.add(rule);
        this.answer = answer;
    }

    /** Whether no further fault makes a difference. */
    boolean isDecided() {
        return cut || refusal != null || answer != null;
    }

    /** How far the gateway's clock is ahead. */
    Duration skew() {
        return skew;
    }

    /** Whether the connection is cut before the call is read. */
    boolean isCut() {
        return cut;
    }

    /** Why the call is refused whatever the checks say; null when they decide. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** The answer to a call that passed the checks. */
    StubbedAnswer answer() {
        StubbedAnswer usual = answer == null ? StubbedAnswer.SUCCESS : answer;
        return delay.isZero() ? usual : usual.after(delay);
    }

    /** The faults, in the order in which they were put on. */
    List<FaultRule> applied() {
        return List.copyOf(applied);
    }
}
