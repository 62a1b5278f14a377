package io.github.alimsg.core.retry;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.internal.Together;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandardRetryPolicyTest {
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    /** Who may be repeated: reads, writes that repeat harmlessly, the same by opt-in, everything else. */
    private record Row(boolean reads, boolean harmless, boolean optedIn, boolean others) {}

    private static final Row ALL = new Row(true, true, true, true);
    private static final Row READS_AND_OPTED_IN = new Row(true, false, true, false);
    private static final Row NONE = new Row(false, false, false, false);

    private static final Map<Cause, Row> TABLE = new EnumMap<>(Map.of(
            Cause.NOT_SENT, ALL,
            Cause.UNANSWERED, READS_AND_OPTED_IN,
            Cause.THROTTLED, ALL,
            Cause.SERVER_FAULT, READS_AND_OPTED_IN,
            Cause.CLOCK_SKEW, ALL,
            Cause.CREDENTIALS_EXPIRED, ALL,
            Cause.FINAL, NONE));

    private static final Set<Effect> HARMLESS = Set.of(Effect.UPDATE, Effect.DELETE, Effect.REPORT);

    static Stream<Arguments> table() {
        List<Arguments> cases = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            Row row = TABLE.get(cause);
            for (Effect effect : Effect.values()) {
                boolean plain =
                        effect == Effect.READ ? row.reads : HARMLESS.contains(effect) ? row.harmless : row.others;
                boolean optedIn = HARMLESS.contains(effect) ? row.optedIn : plain;
                cases.add(Arguments.of(cause, effect, false, plain));
                cases.add(Arguments.of(cause, effect, true, optedIn));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} of {1}, harmless writes repeated: {2}")
    @MethodSource("table")
    void onlyWhatTheTableAllowsIsRepeated(Cause cause, Effect effect, boolean optIn, boolean repeated) {
        RetryPolicy policy = RetryPolicy.builder().repeatHarmlessWrites(optIn).build();

        assertThat(policy.delayBefore(failed(cause, effect, 1, 0, null)) != null)
                .isEqualTo(repeated);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"CLOCK_SKEW", "CREDENTIALS_EXPIRED"})
    void correctionsAreTriedOnceAndAtOnce(Cause cause) {
        RetryPolicy policy = RetryPolicy.builder().maxAttempts(9).build();

        assertThat(policy.delayBefore(failed(cause, Effect.SEND, 1, 0, null))).isZero();
        assertThat(policy.delayBefore(failed(cause, Effect.SEND, 2, 1, null))).isNull();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void thirdAttemptIsTheLast(Cause cause) {
        assertThat(RetryPolicy.standard().delayBefore(failed(cause, Effect.READ, 3, 0, null)))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void oneAttemptIsOneAttempt(Cause cause) {
        RetryPolicy policy = RetryPolicy.builder().maxAttempts(1).build();

        assertThat(policy.delayBefore(failed(cause, Effect.READ, 1, 0, null))).isNull();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void noneRepeatsNothing(Cause cause) {
        assertThat(RetryPolicy.none().delayBefore(failed(cause, Effect.READ, 1, 0, ofMillis(1))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, 1, 50", "NOT_SENT, 2, 100", "NOT_SENT, 3, 200", "NOT_SENT, 9, 12800", "NOT_SENT, 10, 20000",
        "UNANSWERED, 1, 50", "SERVER_FAULT, 2, 100", "THROTTLED, 1, 1000", "THROTTLED, 2, 2000", "THROTTLED, 5, 16000",
        "THROTTLED, 6, 20000", "THROTTLED, 99, 20000"
    })
    void longestDelayDoublesUpToTheCap(Cause cause, int attempt, long millis) {
        Duration longest = manyAttempts(ALMOST_ONE).delayBefore(failed(cause, Effect.READ, attempt, 0, null));

        assertThat(longest).isBetween(ofMillis(millis).minusNanos(100_000), ofMillis(millis));
    }

    @Test
    void delayIsDrawnEvenlyFromNothingToTheLongest() {
        assertThat(manyAttempts(0).delayBefore(failed(Cause.NOT_SENT, 1, null))).isZero();
        assertThat(manyAttempts(0.25).delayBefore(failed(Cause.NOT_SENT, 2, null)))
                .isEqualTo(ofMillis(25));
        assertThat(manyAttempts(0.5).delayBefore(failed(Cause.THROTTLED, 3, null)))
                .isEqualTo(ofSeconds(2));
    }

    @Test
    void numbersCanBeSet() {
        RetryPolicy policy = RetryPolicy.builder()
                .maxAttempts(9)
                .baseDelay(ofMillis(10))
                .throttledBaseDelay(ofMillis(100))
                .maxDelay(ofMillis(300))
                .random(() -> 0.5)
                .build();

        assertThat(policy.delayBefore(failed(Cause.NOT_SENT, 2, null))).isEqualTo(ofMillis(10));
        assertThat(policy.delayBefore(failed(Cause.THROTTLED, 2, null))).isEqualTo(ofMillis(100));
        assertThat(policy.delayBefore(failed(Cause.THROTTLED, 3, null))).isEqualTo(ofMillis(150));
    }

    @Test
    void delaysStayBetweenNothingAndTheLongest() {
        RetryPolicy policy = RetryPolicy.builder().budget(1_000_000).build();

        assertThat(Stream.generate(() -> policy.delayBefore(failed(Cause.THROTTLED, 2, null)))
                        .limit(1_000))
                .allMatch(delay -> !delay.isNegative() && delay.compareTo(ofSeconds(2)) < 0)
                .anyMatch(delay -> delay.compareTo(ofSeconds(1)) < 0)
                .anyMatch(delay -> delay.compareTo(ofSeconds(1)) > 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"THROTTLED", "SERVER_FAULT"})
    void hintIsTheFloor(Cause cause) {
        assertThat(manyAttempts(0).delayBefore(failed(cause, 1, ofSeconds(3)))).isEqualTo(ofSeconds(3));
        assertThat(manyAttempts(0).delayBefore(failed(cause, 1, ofSeconds(20)))).isEqualTo(ofSeconds(20));
    }

    @Test
    void hintBelowTheDelayDoesNotShortenIt() {
        assertThat(manyAttempts(0.5).delayBefore(failed(Cause.SERVER_FAULT, 1, ofMillis(10))))
                .isEqualTo(ofMillis(25));
    }

    @Test
    void afterThrottlingTheHintIsTheDelay() {
        assertThat(manyAttempts(0.5).delayBefore(failed(Cause.THROTTLED, 1, ofMillis(100))))
                .isEqualTo(ofMillis(100));
    }

    @Test
    void hintAboveTheCapGivesUpAndCostsNothing() {
        RetryPolicy policy = RetryPolicy.builder().budget(5).build();

        assertThat(policy.delayBefore(failed(Cause.THROTTLED, 1, ofSeconds(20).plusNanos(1))))
                .isNull();
        assertThat(policy.delayBefore(failed(Cause.THROTTLED, 1, null))).isNotNull();
    }

    @Test
    void budgetOf500PaysFor35RepeatsAfterFailures() {
        assertThat(repeats(RetryPolicy.standard(), Cause.NOT_SENT)).isEqualTo(35);
    }

    @Test
    void budgetOf500PaysFor100RepeatsAfterThrottling() {
        assertThat(repeats(RetryPolicy.standard(), Cause.THROTTLED)).isEqualTo(100);
    }

    @Test
    void stopsCostNothing() {
        RetryPolicy policy = RetryPolicy.builder().budget(14).build();

        policy.delayBefore(failed(Cause.FINAL, 1, null));
        policy.delayBefore(failed(Cause.UNANSWERED, Effect.SEND, 1, 0, null));
        policy.delayBefore(failed(Cause.NOT_SENT, 3, null));

        assertThat(repeats(policy, Cause.NOT_SENT)).isEqualTo(1);
    }

    @Test
    void correctionsNeedNoBudget() {
        RetryPolicy policy = RetryPolicy.builder().budget(0).build();

        assertThat(policy.delayBefore(failed(Cause.CLOCK_SKEW, 1, null))).isZero();
        assertThat(policy.delayBefore(failed(Cause.NOT_SENT, 1, null))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"NOT_SENT, 14", "UNANSWERED, 14", "SERVER_FAULT, 14", "THROTTLED, 5"})
    void successGivesBackWhatItsLastRepeatCost(Cause cause, int cost) {
        RetryPolicy policy = RetryPolicy.builder().budget(cost).build();
        FailedAttempt failed = failed(cause, 1, null);
        assertThat(policy.delayBefore(failed)).isNotNull();
        assertThat(policy.delayBefore(failed)).isNull();

        policy.succeeded(failed);

        assertThat(repeats(policy, cause)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({",", "CLOCK_SKEW", "CREDENTIALS_EXPIRED"})
    void successWithoutPaidRepeatEarnsOneToken(@Nullable Cause cause) {
        RetryPolicy policy = RetryPolicy.builder().budget(5).build();
        repeats(policy, Cause.THROTTLED);

        IntStream.range(0, 4).forEach(i -> policy.succeeded(cause == null ? null : failed(cause, 1, null)));
        assertThat(repeats(policy, Cause.THROTTLED)).isZero();
        policy.succeeded(cause == null ? null : failed(cause, 1, null));

        assertThat(repeats(policy, Cause.THROTTLED)).isEqualTo(1);
    }

    @Test
    void budgetNeverGrowsBeyondItsCapacity() {
        RetryPolicy policy = RetryPolicy.builder().budget(14).build();

        IntStream.range(0, 100).forEach(i -> policy.succeeded(failed(Cause.NOT_SENT, 1, null)));

        assertThat(repeats(policy, Cause.NOT_SENT)).isEqualTo(1);
    }

    @Test
    void threadsSpendNoMoreThanThereIs() throws Exception {
        RetryPolicy policy = RetryPolicy.builder().budget(5_000).build();

        List<Integer> spent = Together.run(8, () -> repeats(policy, Cause.THROTTLED));

        assertThat(spent.stream().mapToInt(i -> i).sum()).isEqualTo(1_000);
    }

    @Test
    void numbersOutOfBoundsAreRefused() {
        RetryPolicy.Builder builder = RetryPolicy.builder();

        assertThatThrownBy(() -> builder.maxAttempts(0)).hasMessage("maxAttempts must be at least 1, not 0");
        assertThatThrownBy(() -> builder.budget(-1)).hasMessage("budget must not be negative: -1");
        assertThatThrownBy(() -> builder.baseDelay(ofMillis(-1)))
                .hasMessage("baseDelay must not be negative: PT-0.001S");
        assertThatThrownBy(() -> builder.throttledBaseDelay(ofMillis(-1))).hasMessageContaining("throttledBaseDelay");
        assertThatThrownBy(() -> builder.maxDelay(ofMillis(-1))).hasMessageContaining("maxDelay");
    }

    private static RetryPolicy manyAttempts(double random) {
        return RetryPolicy.builder().maxAttempts(1_000).random(() -> random).build();
    }

    private static int repeats(RetryPolicy policy, Cause cause) {
        int repeats = 0;
        while (policy.delayBefore(failed(cause, 1, null)) != null) {
            repeats++;
        }
        return repeats;
    }

    private static FailedAttempt failed(Cause cause, int attempt, @Nullable Duration hint) {
        return failed(cause, Effect.READ, attempt, 0, hint);
    }

    private static FailedAttempt failed(Cause cause, Effect effect, int attempt, int before, @Nullable Duration hint) {
        var failure = new TransportException("Op", attempt, Delivery.UNKNOWN, "x", null);
        return new FailedAttempt("Op", effect, attempt, cause, failure, before, hint);
    }
}
