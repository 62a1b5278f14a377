package io.github.alimsg.testing.gateway;

import io.github.alimsg.testing.gateway.FaultRule.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The faults that are on, and which of them a call gets. Costs a look when there are none. */
final class Faults {
    /** The longest delay, so that an unlucky draw does not hang a client for days. */
    private static final Duration MAX_DELAY = Duration.ofMinutes(10);

    private final RandomGenerator random;
    private final Recipients recipients;
    private volatile List<Active> active = List.of();

    /** A fault that is on. */
    private record Active(FaultRule rule, @Nullable AtomicInteger left, AtomicLong applied) {
        boolean isSpent() {
            return left != null && left.get() == 0;
        }

        /** Counts a call. @return whether there was one left */
        boolean take() {
            if (left != null && left.getAndUpdate(n -> n == 0 ? 0 : n - 1) == 0) {
                return false;
            }
            applied.incrementAndGet();
            return true;
        }
    }

    Faults(RandomGenerator random, Recipients recipients) {
        this.random = random;
        this.recipients = recipients;
    }

    /** Puts these on and all others off. A fault that is on already goes on counting. */
    synchronized void replace(List<FaultRule> rules) {
        Map<String, AtomicLong> counters = new HashMap<>();
        active.forEach(one -> counters.put(one.rule.id(), one.applied));
        List<Active> fresh = new ArrayList<>();
        for (FaultRule rule : rules) {
            AtomicLong counter = counters.remove(rule.id());
            fresh.add(new Active(
                    rule,
                    rule.calls() == null ? null : new AtomicInteger(rule.calls()),
                    counter == null ? new AtomicLong() : counter));
        }
        active = List.copyOf(fresh);
    }

    synchronized void clear() {
        active = List.of();
    }

    /** Those that are on and have calls left. */
    List<FaultState> states() {
        return active.stream()
                .filter(one -> !one.isSpent())
                .map(one -> new FaultState(
                        one.left == null ? one.rule : one.rule.withCalls(one.left.get()), one.applied.get()))
                .toList();
    }

    boolean isEmpty() {
        return active.isEmpty();
    }

    /** Whether nothing gets through at this moment, which counts what tried to. */
    boolean isOffline() {
        for (Active one : active) {
            if (one.rule.effect() instanceof Effect.Offline && one.take()) {
                return true;
            }
        }
        return false;
    }

    /** Adds what happens to a call before it is checked. */
    void beforeChecks(Call call, Injection injection) {
        var numbers = new Numbers(call);
        for (Active one : active) {
            if (injection.isDecided()) {
                return;
            }
            FaultRule rule = one.rule;
            if (rule.effect() instanceof Effect.Skew skew && takes(one, call, numbers)) {
                injection.skew(rule, skew.ahead());
            } else if (rule.effect() instanceof Effect.Refuse refuse && takes(one, call, numbers)) {
                injection.refuse(rule, refuse.refusal());
            } else if (rule.effect() instanceof Effect.CutBefore && takes(one, call, numbers)) {
                injection.cut(rule);
            }
        }
    }

    /** Adds what happens to a call that passed the checks. */
    void afterChecks(Call call, Injection injection) {
        var numbers = new Numbers(call);
        for (Active one : active) {
            if (injection.isDecided()) {
                return;
            }
            FaultRule rule = one.rule;
            if (rule.effect() instanceof Effect.Late late && takes(one, call, numbers)) {
                injection.delay(rule, delay(late));
            } else if (rule.effect() instanceof Effect.Answer answer && takes(one, call, numbers)) {
                injection.answer(rule, answer.answer());
            }
        }
    }

    private boolean takes(Active one, Call call, Numbers numbers) {
        FaultRule rule = one.rule;
        return (rule.operation() == null || rule.operation().equals(call.operation()))
                && (rule.number() == null || numbers.anyBeginsWith(rule.number()))
                && (rule.probability() >= 1 || draw() < rule.probability())
                && one.take();
    }

    private double draw() {
        synchronized (random) {
            return random.nextDouble();
        }
    }

    /** A log-normal draw, as times over networks are distributed. */
    private Duration delay(Effect.Late late) {
        if (late.sigma() == 0) {
            return late.median();
        }
        double factor;
        synchronized (random) {
            factor = Math.exp(late.sigma() * random.nextGaussian());
        }
        double nanos = late.median().toNanos() * factor;
        return nanos >= MAX_DELAY.toNanos() ? MAX_DELAY : Duration.ofNanos((long) nanos);
    }

    /** The recipients of a call, read when a fault asks for them. */
    private final class Numbers {
        private final Call call;
        private @Nullable List<String> numbers;

        Numbers(Call call) {
            this.call = call;
        }

        boolean anyBeginsWith(String prefix) {
            List<String> read = numbers;
            if (read == null) {
                read = recipients.of(call);
                numbers = read;
            }
            return read.stream().anyMatch(number -> number.startsWith(prefix));
        }
    }
}
