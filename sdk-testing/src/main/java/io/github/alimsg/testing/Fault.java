package io.github.alimsg.testing;

import io.github.alimsg.core.wire.PhoneForm;
import io.github.alimsg.testing.gateway.FaultRule;
import io.github.alimsg.testing.gateway.FaultRule.Effect;
import io.github.alimsg.testing.gateway.FaultState;
import io.github.alimsg.testing.gateway.StubbedAnswer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong at {@link FakeCloud} while it is on: for all calls, or for some. Immutable.
 *
 * <pre>{@code
 * cloud.faults(List.of(
 *         Fault.loseAnswer().onOperation("SendSms").withProbability(0.1),
 *         Fault.throttle(Duration.ofSeconds(2)).nextCalls(3),
 *         Fault.latency(Duration.ofMillis(80), 0.5)));
 * }</pre>
 *
 * <p>A call gets the first fault of the list that is for it; {@link #latency} and {@link #clockSkew} add to others. An
 * operation with a {@linkplain FakeCloud#when stub} that has replies gets none but {@link #offline}. A {@link Stub} says
 * what one test needs, call by call; a fault stays until it is switched off.
 */
public final class Fault {
    /** Above it a draw says nothing any more: 1 reply in 40 would take 400 times as long as the median. */
    private static final double MAX_SIGMA = 3;

    private final FaultRule rule;
    private final long applied;

    private Fault(FaultRule rule, long applied) {
        this.rule = rule;
        this.applied = applied;
    }

    static Fault of(FaultState state) {
        return new Fault(state.rule(), state.applied());
    }

    static Fault of(FaultRule rule) {
        return new Fault(rule, 0);
    }

    private static Fault of(String kind, Effect effect) {
        return of(new FaultRule(kind, effect));
    }

    private static Fault of(String kind, StubbedAnswer answer) {
        return of(kind, new Effect.Answer(answer));
    }

    FaultRule rule() {
        return rule;
    }

    /** {@return a refusal as throttled, without a hint} See {@link Stub#thenThrottle()}. */
    public static Fault throttle() {
        return of("throttle", StubbedAnswer.throttling(null));
    }

    /**
     * Refuses calls as throttled; see {@link Stub#thenThrottle(Duration)}.
     *
     * @param retryAfter the hint
     * @return the fault
     */
    public static Fault throttle(Duration retryAfter) {
        return of("throttle", StubbedAnswer.throttling(notNegative(retryAfter)));
    }

    /** {@return a quota for each minute that is used up, in the words of the product that is called} */
    public static Fault quotaMinute() {
        return of("quotaMinute", Effect.quota(Duration.ofMinutes(1)));
    }

    /** {@return a quota for each hour that is used up, in the words of the product that is called} */
    public static Fault quotaHour() {
        return of("quotaHour", Effect.quota(Duration.ofHours(1)));
    }

    /** {@return a quota for each day that is used up, in the words of the product that is called} */
    public static Fault quotaDay() {
        return of("quotaDay", Effect.quota(Duration.ofDays(1)));
    }

    /**
     * Fails calls in HTTP 200; see {@link Stub#thenBusinessFailure}.
     *
     * @param code the error's code, such as {@code isv.AMOUNT_NOT_ENOUGH}
     * @param message the error's message
     * @return the fault
     */
    public static Fault businessError(String code, String message) {
        return of(
                "businessError",
                StubbedAnswer.businessFailure(Objects.requireNonNull(code), Objects.requireNonNull(message)));
    }

    /**
     * {@return a call that is carried out, and whose reply is lost} Its messages are in {@link FakeCloud#messages()}. See
     * {@link Stub#thenCutAfterRequest()}.
     */
    public static Fault loseAnswer() {
        return of("loseAnswer", StubbedAnswer.ending(StubbedAnswer.End.CUT_AFTER_REQUEST));
    }

    /** {@return a connection that is cut before the call is carried out} See {@link Stub#thenCutBeforeRequest()}. */
    public static Fault cutBefore() {
        return of("cutBefore", new Effect.CutBefore());
    }

    /** {@return a call that is carried out, and half of its reply} See {@link Stub#thenCutInAnswer()}. */
    public static Fault halfAnswer() {
        return of("halfAnswer", StubbedAnswer.ending(StubbedAnswer.End.CUT_IN_ANSWER));
    }

    /** {@return a call that is carried out, and no reply while the connection stays open} See {@link Stub#thenStall()}. */
    public static Fault stall() {
        return of("stall", StubbedAnswer.ending(StubbedAnswer.End.STALL));
    }

    /**
     * Delays replies by the same time each; see {@link Stub#thenDelay}.
     *
     * @param delay how long
     * @return the fault
     * @throws IllegalArgumentException when it is negative
     */
    public static Fault latency(Duration delay) {
        return latency(delay, 0);
    }

    /**
     * Delays replies by times of a log-normal distribution, as networks do: most are near the median, and few take far
     * longer, up to 10 minutes.
     *
     * @param median the time that half of the replies take at most
     * @param sigma how far they spread: the standard deviation of the time's natural logarithm, 0 to 3. With 0.5, 1
     *     reply in 40 takes longer than 2.7 times the median; with 1, longer than 7 times
     * @return the fault
     * @throws IllegalArgumentException when the median is negative, or sigma is out of its range
     */
    public static Fault latency(Duration median, double sigma) {
        if (!(sigma >= 0 && sigma <= MAX_SIGMA)) {
            throw new IllegalArgumentException("sigma is between 0 and 3, not " + sigma);
        }
        return of("latency", new Effect.Late(notNegative(median), sigma));
    }

    /**
     * Fails calls as a proxy in front of the gateway does; see {@link Stub#thenGatewayFailure}. They are not carried
     * out.
     *
     * @param httpStatus the HTTP status, such as 502, 503 or 504
     * @return the fault
     */
    public static Fault gatewayFailure(int httpStatus) {
        return of("gatewayFailure", StubbedAnswer.proxyFailure(httpStatus));
    }

    /**
     * Sets the gateway's clock apart for the checks of a call, and in the {@code Date} of its reply; adds to {@link
     * FakeCloud#skewClock}.
     *
     * @param ahead how far it is ahead; negative when behind
     * @return the fault
     */
    public static Fault clockSkew(Duration ahead) {
        return of("clockSkew", new Effect.Skew(Objects.requireNonNull(ahead)));
    }

    /** {@return a refusal with {@code InvalidAccessKeyId.NotFound}, whatever the key} */
    public static Fault keyRevoked() {
        return of("keyRevoked", Effect.keyRevoked());
    }

    /** {@return a refusal with {@code InvalidSecurityToken.Expired}, whatever the key} */
    public static Fault tokenExpired() {
        return of("tokenExpired", Effect.tokenExpired());
    }

    /**
     * {@return a service that nobody reaches, uploads included} See {@link FakeCloud#goOffline()}. It is for everything,
     * since nothing is read, so it takes no filter.
     */
    public static Fault offline() {
        return of("offline", new Effect.Offline());
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration is not negative: " + duration);
        }
        return duration;
    }

    private FaultRule filtered() {
        if (rule.effect() instanceof Effect.Offline) {
            throw new IllegalArgumentException("offline is for everything; it takes no filter");
        }
        return rule;
    }

    /**
     * Names the fault. A fault that takes the place of one with the same id goes on counting.
     *
     * @param id the id; by default the kind
     * @return a fault with this id
     */
    public Fault withId(String id) {
        return of(rule.withId(Objects.requireNonNull(id)));
    }

    /**
     * Limits the fault to an operation.
     *
     * @param operation its name at the service, such as {@code SendSms}
     * @return a fault for this operation
     * @throws IllegalArgumentException when the fault is {@link #offline}; so do the other filters
     */
    public Fault onOperation(String operation) {
        return of(filtered().onOperation(Objects.requireNonNull(operation)));
    }

    /**
     * Limits the fault to calls that send to a number, or to one of the numbers that begin like it. Applies to products
     * that the fake {@linkplain SentMessages knows}. A call with several recipients gets it if it has one of them.
     *
     * @param number a number with calling code, or its beginning such as {@code +62}
     * @return a fault for these recipients
     */
    public Fault onNumber(String number) {
        return of(filtered().onNumber(String.valueOf(PhoneForm.DIGITS_OR_ID.of(number))));
    }

    /**
     * Limits the fault to some calls, by chance; see {@link FakeCloud.Builder#random}.
     *
     * @param probability above 0, at most 1
     * @return a fault with this probability
     * @throws IllegalArgumentException when it is anything else
     */
    public Fault withProbability(double probability) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is above 0 and at most 1, not " + probability);
        }
        return of(filtered().withProbability(probability));
    }

    /**
     * Limits the fault to the next calls that it is for. Then it is off.
     *
     * @param calls how many; at least 1
     * @return a fault for so many calls
     * @throws IllegalArgumentException when there are less
     */
    public Fault nextCalls(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("a fault is for at least 1 call, not " + calls);
        }
        return of(filtered().withCalls(calls));
    }

    /** {@return the kind: the name of the method that makes it, such as {@code loseAnswer}} */
    public String kind() {
        return rule.kind();
    }

    /** {@return what tells it from others} */
    public String id() {
        return rule.id();
    }

    /** {@return the operation that it is for; null for all} */
    public @Nullable String operation() {
        return rule.operation();
    }

    /** {@return the number, or its beginning, that it is for, in digits; null for all} */
    public @Nullable String number() {
        return rule.number();
    }

    /** {@return how likely a call that it is for gets it, above 0 to 1} */
    public double probability() {
        return rule.probability();
    }

    /** {@return how many more calls get it; null when there is no bound} */
    public @Nullable Integer callsLeft() {
        return rule.calls();
    }

    /** {@return how many calls got it until {@link FakeCloud#faults()} returned it; 0 for one that was made by hand} */
    public long applied() {
        return applied;
    }

    /** Shows kind and filters; of a number only that there is one. */
    @Override
    public String toString() {
        return "Fault[" + rule.kind() + (rule.operation() == null ? "" : ", operation=" + rule.operation())
                + (rule.number() == null ? "" : ", for some numbers")
                + (rule.probability() < 1 ? ", probability=" + rule.probability() : "")
                + (rule.calls() == null ? "" : ", calls left=" + rule.calls()) + ", applied=" + applied + "]";
    }
}
