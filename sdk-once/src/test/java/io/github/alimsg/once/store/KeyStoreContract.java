package io.github.alimsg.once.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.once.store.KeyStore.Finish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of keys does. Each test begins with an empty store. */
public abstract class KeyStoreContract {
    protected static final String KEY = "order-4711/shipped";
    private static final String PRINT = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration RELEASABLE = Duration.ofMinutes(31);
    private static final Duration AGES = Duration.ofDays(35);

    /** For the stores of this module. */
    protected KeyStoreContract() {}

    /** {@return the store under test, the same during a test} */
    protected abstract KeyStore store();

    /**
     * Lets the store's clock advance.
     *
     * @param time how far
     */
    protected abstract void advance(Duration time);

    private static Claim.Request request(String key, @Nullable String print) {
        return new Claim.Request(key, "SendSms", print, "worker-1", LEASE.toMillis());
    }

    private Claim claim(String key) {
        return store().claim(request(key, PRINT));
    }

    private static Mark markOf(String ownId) {
        return new Mark(ownId, true, "SMS_123456", LEASE.toMillis());
    }

    private long sending(String key) {
        Claim claim = claim(key);
        assertThat(claim.kind()).isEqualTo(Claim.Kind.CLAIMED);
        long fence = claim.record().fence();
        assertThat(store().mark(key, fence, markOf(key))).isTrue();
        return fence;
    }

    private long in(KeyState state) {
        return in(KEY, state);
    }

    /** Brings a new key into a state on the usual way. */
    private long in(String key, KeyState state) {
        switch (state) {
            case NEW -> {
                store().enqueue(key, "SendSms");
                return record(key).fence();
            }
            case CLAIMED -> {
                return claim(key).record().fence();
            }
            case SENDING -> {
                return sending(key);
            }
            case UNDECIDED -> {
                long fence = in(key, KeyState.UNKNOWN);
                store().lookedUp(key, fence, null);
                return fence;
            }
            default -> {
                long fence = sending(key);
                assertThat(store().finish(key, fence, outcome(state))).isEqualTo(Finish.RECORDED);
                return fence;
            }
        }
    }

    private static KeyOutcome outcome(KeyState state) {
        return state == KeyState.ACCEPTED
                ? KeyOutcome.accepted("biz-1", "request-1")
                : KeyOutcome.failed(state, "isv.SOMETHING");
    }

    private KeyRecord record() {
        return record(KEY);
    }

    private KeyRecord record(String key) {
        return store().find(key).orElseThrow();
    }

    private static List<String> keys(List<KeyRecord> records) {
        return records.stream().map(KeyRecord::key).toList();
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(store().find(KEY)).isEmpty();
        Claim claim = claim(KEY);
        assertThat(claim.kind()).isEqualTo(Claim.Kind.CLAIMED);
        assertThat(claim.record())
                .usingRecursiveComparison()
                .as("the answer to the claim is what is stored")
                .isEqualTo(record());
        KeyRecord claimed = claim.record();
        assertThat(claimed.key()).isEqualTo(KEY);
        assertThat(claimed.state()).isEqualTo(KeyState.CLAIMED);
        assertThat(claimed.operation()).isEqualTo("SendSms");
        assertThat(claimed.fingerprint()).isEqualTo(PRINT);
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.sentAt()).isNull();
        assertThat(claimed.notBefore()).isNull();
        assertThat(claimed.createdAt()).isEqualTo(claimed.updatedAt()).isAfter(Instant.EPOCH);

        advance(MOMENT);
        assertThat(store().mark(KEY, claimed.fence(), new Mark("订单 4711 ", false, "SMS_123456", LEASE.toMillis())))
                .isTrue();
        KeyRecord sending = record();
        assertThat(sending.state()).isEqualTo(KeyState.SENDING);
        assertThat(sending.ownId()).isEqualTo("订单 4711 ");
        assertThat(sending.isOwnIdDerived()).isFalse();
        assertThat(sending.template()).isEqualTo("SMS_123456");
        assertThat(sending.sentAt()).isEqualTo(sending.updatedAt()).isAfter(sending.createdAt());

        assertThat(store().finish(KEY, claimed.fence(), KeyOutcome.accepted("biz-1", "request-1")))
                .isEqualTo(Finish.RECORDED);
        KeyRecord accepted = record();
        assertThat(accepted.state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(accepted.messageId()).isEqualTo("biz-1");
        assertThat(accepted.requestId()).isEqualTo("request-1");
        assertThat(accepted.code()).isNull();
        assertThat(accepted.notBefore()).isNull();
        assertThat(accepted.note()).isNull();
        assertThat(accepted.lateOutcome()).isNull();
        assertThat(accepted.sentAt()).isNotNull();
    }

    @Test
    void aKeyIsClaimedOnce() {
        long fence = claim(KEY).record().fence();
        Claim second = claim(KEY);
        assertThat(second.kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(second.record().state()).isEqualTo(KeyState.CLAIMED);
        assertThat(second.record().fence()).isEqualTo(fence);
        assertThat(record().attempts()).isEqualTo(1);
    }

    @Test
    void keysDifferInEachLetterAndItsCase() {
        in("order-1/A", KeyState.CLAIMED);
        assertThat(claim("order-1/a").kind()).isEqualTo(Claim.Kind.CLAIMED);
        assertThat(claim("order-1/A").kind()).isEqualTo(Claim.Kind.TAKEN);
        String longest = "~".repeat(199);
        in(longest + "1", KeyState.CLAIMED);
        assertThat(claim(longest + "2").kind()).isEqualTo(Claim.Kind.CLAIMED);
        assertThat(store().find("order-1/%")).isEmpty();
        assertThat(store().find("ORDER-1/A")).isEmpty();
    }

    @Test
    void aKeyStandsForOneRequest() {
        in(KeyState.ACCEPTED);
        assertThat(store().claim(request(KEY, "another")).kind()).isEqualTo(Claim.Kind.REUSED);
        assertThat(store().claim(new Claim.Request(KEY, "SendSmsToGlobe", PRINT, "w", 1000))
                        .kind())
                .isEqualTo(Claim.Kind.REUSED);
        assertThat(store().claim(request(KEY, null)).kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(record().fingerprint()).isEqualTo(PRINT);
    }

    @Test
    void aKeyThatIsReusedStaysSendableForItsRequest() {
        in(KeyState.NOT_SENT);
        assertThat(store().claim(request(KEY, "another")).kind()).isEqualTo(Claim.Kind.REUSED);
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.CLAIMED);
    }

    @Test
    void theFirstFingerprintIsKept() {
        store().claim(request(KEY, null));
        assertThat(record().fingerprint()).isNull();
        advance(LEASE.plus(MOMENT));
        assertThat(claim(KEY).record().fingerprint()).isEqualTo(PRINT);
        assertThat(record().fingerprint()).isEqualTo(PRINT);
        advance(LEASE.plus(MOMENT));
        assertThat(store().claim(request(KEY, null)).record().fingerprint()).isEqualTo(PRINT);
        assertThat(record().fingerprint()).isEqualTo(PRINT);
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyNewAndNotSentCanBeClaimed(KeyState state) {
        in(state);
        boolean sendable = state == KeyState.NEW || state == KeyState.NOT_SENT;
        KeyRecord before = record();
        assertThat(claim(KEY).kind()).isEqualTo(sendable ? Claim.Kind.CLAIMED : Claim.Kind.TAKEN);
        assertThat(record().fence()).isEqualTo(before.fence() + (sendable ? 1 : 0));
        assertThat(record().state()).isEqualTo(sendable ? KeyState.CLAIMED : state);
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void timeMakesOnlyClaimedKeysSendable(KeyState state) {
        in(state);
        advance(AGES);
        boolean sendable = state == KeyState.NEW || state == KeyState.NOT_SENT || state == KeyState.CLAIMED;
        assertThat(keys(store().due(10))).isEqualTo(sendable ? List.of(KEY) : List.of());
        assertThat(claim(KEY).kind()).isEqualTo(sendable ? Claim.Kind.CLAIMED : Claim.Kind.TAKEN);
    }

    @Test
    void aKeyIsTakenOverWhenTheLeaseHasEnded() {
        long fence = claim(KEY).record().fence();
        advance(LEASE.minus(MOMENT));
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.TAKEN);
        advance(MOMENT.multipliedBy(2));
        Claim second = claim(KEY);
        assertThat(second.kind()).isEqualTo(Claim.Kind.CLAIMED);
        assertThat(second.record().fence()).isEqualTo(fence + 1);
        assertThat(second.record().attempts()).isEqualTo(2);
        assertThat(record().fence()).isEqualTo(fence + 1);
        assertThat(claim(KEY).kind()).as("the lease begins anew").isEqualTo(Claim.Kind.TAKEN);
    }

    @Test
    void aWorkerThatSleptThroughItsLeaseMarksNothing() {
        long slow = claim(KEY).record().fence();
        advance(LEASE.plus(MOMENT));
        long fast = claim(KEY).record().fence();
        assertThat(store().mark(KEY, slow, markOf("slow"))).isFalse();
        assertThat(record().state()).isEqualTo(KeyState.CLAIMED);
        assertThat(store().mark(KEY, fast, markOf("fast"))).isTrue();
        assertThat(store().mark(KEY, slow, markOf("slow"))).isFalse();
        assertThat(record().ownId()).isEqualTo("fast");
    }

    @Test
    void aLateWorkerMarksItsKeyIfNobodyElseTookIt() {
        long fence = claim(KEY).record().fence();
        advance(LEASE.plus(MOMENT));
        assertThat(store().mark(KEY, fence, markOf("own"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyWhatIsInProgressIsMarked(KeyState state) {
        long fence = in(state);
        assertThat(store().mark(KEY, fence, markOf("own")))
                .isEqualTo(state == KeyState.CLAIMED || state == KeyState.SENDING);
        assertThat(store().mark("order-0/unknown", 1, markOf("own"))).isFalse();
    }

    @Test
    void aMarkIsRenewed() {
        long fence = sending(KEY);
        advance(LEASE.minus(MOMENT));
        Instant first = record().sentAt();
        assertThat(store().mark(KEY, fence, markOf(KEY))).isTrue();
        assertThat(record().sentAt()).isAfter(first);
        advance(LEASE.minus(MOMENT));
        assertThat(store().unsettled(10)).as("the lease is renewed too").isEmpty();
    }

    @Test
    void anOutcomeIsWrittenWithTheRightFenceOnly() {
        long fence = sending(KEY);
        assertThat(store().finish(KEY, fence + 1, outcome(KeyState.ACCEPTED))).isEqualTo(Finish.SUPERSEDED);
        assertThat(store().finish(KEY, fence - 1, outcome(KeyState.ACCEPTED))).isEqualTo(Finish.SUPERSEDED);
        assertThat(record().state()).isEqualTo(KeyState.SENDING);
        assertThat(store().finish("order-0/unknown", 1, outcome(KeyState.ACCEPTED)))
                .isEqualTo(Finish.SUPERSEDED);
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void anOutcomeSettlesWhatIsOpenWhoeverMovedItThere(KeyState state) {
        long fence = in(state);
        boolean open = state.isInProgress() || state.isOpen();
        assertThat(store().finish(KEY, fence, outcome(KeyState.REFUSED)))
                .isEqualTo(open ? Finish.RECORDED : Finish.KNOWN);
        assertThat(record().state()).isEqualTo(open ? KeyState.REFUSED : state);
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void thatAMessageExistsIsTrueWhateverWasThought(KeyState state) {
        long fence = in(state);
        assertThat(store().finish(KEY, fence, outcome(KeyState.ACCEPTED)))
                .isEqualTo(state == KeyState.ACCEPTED ? Finish.KNOWN : Finish.RECORDED);
        assertThat(record().state()).isEqualTo(KeyState.ACCEPTED);
    }

    @Test
    void aReleasedKeyWhoseMessageExistsIsNotSentAgain() {
        long fence = in(KeyState.UNKNOWN);
        advance(RELEASABLE.plus(MOMENT));
        assertThat(store().release(KEY, RELEASABLE, "the customer called")).isTrue();
        long second = claim(KEY).record().fence();
        assertThat(store().finish(KEY, fence, outcome(KeyState.ACCEPTED))).isEqualTo(Finish.RECORDED);
        assertThat(record().state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(store().mark(KEY, second, markOf(KEY))).isFalse();
        assertThat(store().finish(KEY, second, outcome(KeyState.NOT_SENT))).isEqualTo(Finish.KNOWN);
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.TAKEN);
    }

    @Test
    void theSameOutcomeAgainChangesNothing() {
        long fence = in(KeyState.UNKNOWN);
        assertThat(store().finish(KEY, fence, outcome(KeyState.UNKNOWN))).isEqualTo(Finish.KNOWN);
        assertThat(store().finish(KEY, fence, outcome(KeyState.ACCEPTED))).isEqualTo(Finish.RECORDED);
        assertThat(store().finish(KEY, fence, outcome(KeyState.UNKNOWN))).isEqualTo(Finish.KNOWN);
        assertThat(store().finish(KEY, fence, outcome(KeyState.REFUSED))).isEqualTo(Finish.KNOWN);
        assertThat(record().state()).isEqualTo(KeyState.ACCEPTED);
    }

    @Test
    void anOutcomeWithOddOrLongTextIsWritten() {
        long fence = sending(KEY);
        var odd = new KeyOutcome(KeyState.REFUSED, "m".repeat(2000), "\u0000\n", "\ud83d\udce6 é", null);
        assertThat(store().finish(KEY, fence, odd)).isEqualTo(Finish.RECORDED);
        assertThat(record().state()).isEqualTo(KeyState.REFUSED);
    }

    @Test
    void whatWasNotSentIsSentAgainWhenItIsDue() {
        long fence = sending(KEY);
        Instant tomorrow = record().updatedAt().plus(Duration.ofDays(1));
        store().finish(KEY, fence, new KeyOutcome(KeyState.NOT_SENT, null, "request-1", "isv.LIMIT", tomorrow));
        assertThat(record().notBefore()).isEqualTo(tomorrow);
        assertThat(record().code()).isEqualTo("isv.LIMIT");
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(store().due(10)).isEmpty();
        advance(Duration.ofDays(1).plus(MOMENT));
        assertThat(keys(store().due(10))).containsExactly(KEY);
        Claim claim = claim(KEY);
        assertThat(claim.kind()).isEqualTo(Claim.Kind.CLAIMED);
        assertThat(claim.record().notBefore()).isNull();
    }

    @Test
    void anOutcomeOfASenderWhoseKeyWasReleasedIsKept() {
        long fence = in(KeyState.UNKNOWN);
        advance(RELEASABLE.plus(MOMENT));
        assertThat(store().release(KEY, RELEASABLE, "the customer called")).isTrue();
        assertThat(store().finish(KEY, fence, outcome(KeyState.REFUSED)))
                .as("nothing was sent")
                .isEqualTo(Finish.SUPERSEDED);
        assertThat(record().lateOutcome()).isNull();
        assertThat(store().finish(KEY, fence, outcome(KeyState.UNKNOWN))).isEqualTo(Finish.LATE);
        assertThat(record().lateOutcome()).isEqualTo(KeyState.UNKNOWN);
        assertThat(record().state()).isEqualTo(KeyState.NEW);
        long second = sending(KEY);
        assertThat(store().finish(KEY, fence, outcome(KeyState.ACCEPTED))).isEqualTo(Finish.LATE);
        assertThat(record().state()).isEqualTo(KeyState.SENDING);
        assertThat(store().finish(KEY, second, outcome(KeyState.ACCEPTED))).isEqualTo(Finish.RECORDED);
        assertThat(record().lateOutcome()).isEqualTo(KeyState.ACCEPTED);
        assertThat(record().note()).isEqualTo("the customer called");
    }

    @Test
    void aWorkerWhoseKeyWasTakenOverHasNoLateOutcome() {
        long slow = claim(KEY).record().fence();
        advance(LEASE.plus(MOMENT));
        sending(KEY);
        assertThat(store().finish(KEY, slow, outcome(KeyState.UNKNOWN))).isEqualTo(Finish.SUPERSEDED);
        assertThat(record().lateOutcome()).isNull();
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyWhatIsRefusedOrOpenIsReleased(KeyState state) {
        long fence = in(state);
        advance(RELEASABLE.plus(MOMENT));
        boolean released = state == KeyState.REFUSED || state.isOpen();
        assertThat(store().release(KEY, RELEASABLE, "decided")).isEqualTo(released);
        KeyRecord record = record();
        assertThat(record.state()).isEqualTo(released ? KeyState.NEW : state);
        assertThat(record.fence()).isEqualTo(fence + (released ? 1 : 0));
        assertThat(record.note()).isEqualTo(released ? "decided" : null);
        assertThat(keys(store().due(10)).contains(KEY))
                .isEqualTo(
                        released || state == KeyState.NEW || state == KeyState.NOT_SENT || state == KeyState.CLAIMED);
    }

    @Test
    void anUnknownKeyIsReleasedOnlyWhenNothingCanArriveAnyMore() {
        long fence = sending(KEY);
        advance(LEASE.minus(MOMENT));
        store().mark(KEY, fence, markOf(KEY));
        store().finish(KEY, fence, outcome(KeyState.UNKNOWN));
        advance(RELEASABLE.minus(MOMENT));
        assertThat(store().release(KEY, RELEASABLE, "too early by the last mark"))
                .isFalse();
        assertThat(record().note()).isNull();
        advance(MOMENT.multipliedBy(2));
        assertThat(store().release(KEY, RELEASABLE, "x".repeat(1000))).isTrue();
        assertThat(store().release(KEY, RELEASABLE, "twice")).isFalse();
        assertThat(store().release("order-0/unknown", RELEASABLE, "no key")).isFalse();
    }

    @Test
    void aRefusedKeyIsReleasedAtOnce() {
        in(KeyState.REFUSED);
        assertThat(store().release(KEY, RELEASABLE, "the template is approved now"))
                .isTrue();
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.CLAIMED);
    }

    @Test
    void aReleasedKeyMayStandForAnotherRequest() {
        in(KeyState.REFUSED);
        store().release(KEY, RELEASABLE, "the text is corrected");
        assertThat(store().claim(request(KEY, "another-fingerprint")).kind()).isEqualTo(Claim.Kind.CLAIMED);
    }

    @Test
    void whatFailsEachTimeIsDueLessAndLessOften() {
        for (int attempts = 1; attempts <= 3; attempts++) {
            in(KeyState.NOT_SENT);
            advance(Duration.ofSeconds(attempts * attempts).minus(MOMENT));
            assertThat(store().due(10)).isEmpty();
            advance(MOMENT.multipliedBy(2));
            assertThat(keys(store().due(10))).containsExactly(KEY);
        }
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.CLAIMED);
    }

    @Test
    void aSenderThatDiedLeavesAnUnknownKey() {
        long fence = sending(KEY);
        advance(LEASE.minus(MOMENT));
        assertThat(store().unsettled(10)).isEmpty();
        advance(MOMENT.multipliedBy(2));
        List<KeyRecord> unsettled = store().unsettled(10);
        assertThat(keys(unsettled)).containsExactly(KEY);
        assertThat(unsettled.get(0).state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(unsettled.get(0).fence()).isEqualTo(fence);
        assertThat(record().state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(store().mark(KEY, fence, markOf(KEY))).isFalse();
        assertThat(store().finish(KEY, fence, outcome(KeyState.ACCEPTED)))
                .as("it was only held up")
                .isEqualTo(Finish.RECORDED);
        assertThat(store().unsettled(10)).isEmpty();
    }

    @Test
    void moreDeadSendersThanAPageAreAllFound() {
        for (int i = 0; i < 120; i++) {
            sending("order-" + i);
        }
        advance(LEASE.plus(MOMENT));
        assertThat(store().unsettled(20)).hasSize(20);
        assertThat(record("order-119").state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(store().unsettled(1000)).hasSize(120);
    }

    @Test
    void anUnknownKeyIsLookedUpWhenItIsDueUntilTheHorizon() {
        long fence = in(KeyState.UNKNOWN);
        assertThat(keys(store().unsettled(10))).containsExactly(KEY);
        store().lookedUp(KEY, fence, Duration.ofMinutes(1));
        assertThat(store().unsettled(10)).isEmpty();
        assertThat(record().lookUps()).isEqualTo(1);
        assertThat(record().notBefore()).isEqualTo(record().updatedAt().plus(Duration.ofMinutes(1)));
        advance(Duration.ofMinutes(1).plus(MOMENT));
        assertThat(keys(store().unsettled(10))).containsExactly(KEY);
        store().lookedUp(KEY, fence + 1, null);
        assertThat(record().state()).as("with another fence").isEqualTo(KeyState.UNKNOWN);
        store().lookedUp(KEY, fence, null);
        assertThat(record().state()).isEqualTo(KeyState.UNDECIDED);
        assertThat(record().lookUps()).isEqualTo(2);
        assertThat(record().notBefore()).isNull();
        assertThat(store().unsettled(10)).isEmpty();
        store().lookedUp(KEY, fence, Duration.ZERO);
        assertThat(record().state()).as("only UNKNOWN is looked up").isEqualTo(KeyState.UNDECIDED);
    }

    @Test
    void theLongestDueComesFirst() {
        for (String key : List.of("order-1", "order-2", "order-3")) {
            in(key, KeyState.UNKNOWN);
        }
        store().lookedUp("order-1", record("order-1").fence(), Duration.ofMinutes(3));
        store().lookedUp("order-2", record("order-2").fence(), Duration.ofMinutes(1));
        store().lookedUp("order-3", record("order-3").fence(), Duration.ofMinutes(2));
        advance(Duration.ofMinutes(4));
        assertThat(keys(store().unsettled(10))).containsExactly("order-2", "order-3", "order-1");
        assertThat(keys(store().unsettled(1))).containsExactly("order-2");
    }

    @Test
    void theOldestKeyIsDueFirst() {
        in("order-1", KeyState.CLAIMED);
        advance(MOMENT);
        in("order-2", KeyState.NOT_SENT);
        advance(MOMENT);
        in("order-3", KeyState.NEW);
        advance(MOMENT);
        in("order-4", KeyState.ACCEPTED);
        assertThat(keys(store().due(10))).containsExactly("order-2", "order-3");
        assertThat(keys(store().due(1))).containsExactly("order-2");
        advance(LEASE);
        assertThat(keys(store().due(10))).containsExactly("order-1", "order-2", "order-3");
        assertThat(keys(store().due(2))).hasSize(2);
    }

    @Test
    void aKeyIsEnqueuedOnce() {
        assertThat(store().enqueue(KEY, "SendSms")).isTrue();
        assertThat(store().enqueue(KEY, "SendSms")).isFalse();
        KeyRecord queued = record();
        assertThat(queued.state()).isEqualTo(KeyState.NEW);
        assertThat(queued.attempts()).isZero();
        assertThat(queued.notBefore()).isNull();
        assertThat(queued.fingerprint()).isNull();
        sending(KEY);
        assertThat(store().enqueue(KEY, "SendSms")).isFalse();
        assertThat(record().state()).isEqualTo(KeyState.SENDING);
    }

    @Test
    void anOwnIdThatTwoKeysHaveIsFoundTwice() {
        for (String key : List.of("order-1", "order-2", "order-3")) {
            long fence = claim(key).record().fence();
            store().mark(key, fence, new Mark(key.equals("order-1") ? "one" : "Both", false, null, 1000));
        }
        assertThat(keys(store().findByOwnId("one"))).containsExactly("order-1");
        assertThat(keys(store().findByOwnId("Both"))).containsExactlyInAnyOrder("order-2", "order-3");
        assertThat(store().findByOwnId("both")).isEmpty();
        assertThat(store().findByOwnId("Both ")).isEmpty();
        assertThat(store().findByOwnId("order-1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyOutcomesArePruned(KeyState state) {
        in(state);
        boolean pruned = state == KeyState.ACCEPTED || state == KeyState.REFUSED || state == KeyState.NOT_SENT;
        advance(AGES.minus(MOMENT));
        assertThat(store().prune(AGES)).isZero();
        advance(MOMENT.multipliedBy(2));
        assertThat(store().prune(AGES)).isEqualTo(pruned ? 1 : 0);
        assertThat(store().find(KEY).isEmpty()).isEqualTo(pruned);
        assertThat(store().prune(AGES)).isZero();
    }

    /** A worker may be held up while its key is taken over, sent, pruned and given again. */
    @Test
    void aKeyThatIsWrittenAnewHasNoFenceThatItHadBefore() {
        for (boolean isEnqueued : List.of(false, true)) {
            String key = "order-" + isEnqueued;
            long held = claim(key).record().fence();
            advance(LEASE.plus(MOMENT));
            in(key, KeyState.ACCEPTED);
            advance(AGES.plus(MOMENT));
            assertThat(store().prune(AGES)).isEqualTo(1);
            if (isEnqueued) {
                store().enqueue(key, "SendSms");
            }
            long second = claim(key).record().fence();

            assertThat(store().mark(key, held, markOf("held"))).isFalse();
            assertThat(store().mark(key, second, markOf("second"))).isTrue();
            assertThat(store().mark(key, held, markOf("held"))).isFalse();
            assertThat(store().finish(key, held, outcome(KeyState.NOT_SENT))).isEqualTo(Finish.SUPERSEDED);
            assertThat(record(key).state()).isEqualTo(KeyState.SENDING);
            assertThat(record(key).ownId()).isEqualTo("second");
        }
    }

    /** {@return the present by the store's clock, when all that was written lies before} */
    private Instant restored() {
        advance(MOMENT);
        String key = "clock-" + UUID.randomUUID();
        store().enqueue(key, "SendSms");
        return record(key).createdAt();
    }

    private static void assertInDoubt(KeyRecord record) {
        assertThat(record.state()).isEqualTo(KeyState.UNDECIDED);
        assertThat(record.code()).isEqualTo("RestoredBackup");
    }

    @Test
    void aKeyThatTheBackupDoesNotHaveIsInDoubt() {
        Instant restored = restored();
        store().doubt(KEY, "SendSms", "own", restored);
        KeyRecord lost = record();
        assertInDoubt(lost);
        assertThat(lost.operation()).isEqualTo("SendSms");
        assertThat(lost.ownId()).isEqualTo("own");
        assertThat(lost.isOwnIdDerived()).isTrue();
        assertThat(lost.sentAt()).isEqualTo(restored);
        assertThat(lost.fingerprint()).isNull();
        assertThat(lost.note()).isNull();
        assertThat(lost.attempts()).isZero();
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.TAKEN);

        store().doubt(KEY, "SendSms", "other", restored.plusSeconds(1));
        assertThat(record()).usingRecursiveComparison().isEqualTo(lost);
        assertThat(keys(store().findByOwnId("own"))).containsExactly(KEY);
        assertThat(store().finish(KEY, lost.fence(), outcome(KeyState.ACCEPTED)))
                .as("a receipt")
                .isEqualTo(Finish.RECORDED);

        store().doubt("order-1", "SendSms", null, restored);
        assertInDoubt(record("order-1"));
        assertThat(record("order-1").ownId()).isNull();
        assertThat(record("order-1").isOwnIdDerived()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyAKeyThatMightBeSentIsInDoubt(KeyState state) {
        long fence = in(state);
        KeyRecord before = record();
        Instant restored = restored();
        store().doubt(KEY, "SendSms", "own", restored);
        boolean mightBeSent = state == KeyState.NEW || state == KeyState.NOT_SENT || state == KeyState.CLAIMED;
        KeyRecord record = record();
        assertThat(record.state()).isEqualTo(mightBeSent ? KeyState.UNDECIDED : state);
        assertThat(record.code()).isEqualTo(mightBeSent ? "RestoredBackup" : before.code());
        if (mightBeSent) {
            assertThat(record.ownId()).isEqualTo("own");
            assertThat(record.sentAt()).isEqualTo(restored);
            assertThat(record.notBefore()).isNull();
            assertThat(keys(store().due(10))).doesNotContain(KEY);
            assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.TAKEN);
            assertThat(store().mark(KEY, fence, markOf("own"))).isFalse();
        }
    }

    @Test
    void aKeyInDoubtIsSentWhenItIsReleased() {
        Instant restored = restored();
        store().doubt(KEY, "SendSms", "own", restored);
        advance(RELEASABLE.minus(MOMENT));
        assertThat(store().release(KEY, RELEASABLE, "it may have been marked until then"))
                .isFalse();
        advance(MOMENT.multipliedBy(2));
        assertThat(store().release(KEY, RELEASABLE, "the customer called")).isTrue();
        store().doubt(KEY, "SendSms", "own", restored);
        assertThat(record().state()).as("released since").isEqualTo(KeyState.NEW);
        in(KeyState.NOT_SENT);
        store().doubt(KEY, "SendSms", "own", restored);
        assertThat(claim(KEY).kind()).isEqualTo(Claim.Kind.CLAIMED);

        store().doubt(KEY, "SendSms", "own", restored());
        assertInDoubt(record());
    }

    @Test
    void whateverHasChangedIsPrunedLater() {
        in("order-1", KeyState.ACCEPTED);
        advance(AGES);
        in("order-2", KeyState.ACCEPTED);
        for (int i = 3; i < 123; i++) {
            in("order-" + i, KeyState.REFUSED);
        }
        advance(MOMENT);
        assertThat(store().prune(AGES)).isEqualTo(1);
        assertThat(store().find("order-2")).isPresent();
        advance(AGES);
        assertThat(store().prune(AGES)).as("more than a chunk").isEqualTo(121);
        assertThat(store().prune(Duration.ofDays(1_000_000))).isZero();
    }

    @Test
    void ofManyThreadsOneClaimsAKey() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = "order-" + round;
            assertThat(together(64, i -> () -> claim(key).kind()))
                    .as("a new key")
                    .containsOnlyOnce(Claim.Kind.CLAIMED)
                    .doesNotContain(Claim.Kind.REUSED);
            long first = record(key).fence();
            advance(LEASE.plus(MOMENT));
            assertThat(together(64, i -> () -> claim(key).kind()))
                    .as("a lease that has ended")
                    .containsOnlyOnce(Claim.Kind.CLAIMED);
            long fence = record(key).fence();
            assertThat(fence).isEqualTo(first + 1);
            assertThat(record(key).attempts()).isEqualTo(2);
            assertThat(together(64, i -> () -> store().mark(key, first + i % 2, markOf("own"))))
                    .as("the older fence marks nothing, the newer always")
                    .hasSize(64)
                    .containsExactlyElementsOf(List.copyOf(alternating()));
            assertThat(together(64, i -> () -> store().finish(key, fence, outcome(KeyState.ACCEPTED))))
                    .as("one outcome")
                    .containsOnlyOnce(Finish.RECORDED)
                    .contains(Finish.KNOWN)
                    .hasSize(64);
        }
    }

    private static List<Boolean> alternating() {
        List<Boolean> marks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            marks.add(i % 2 == 1);
        }
        return marks;
    }

    @Test
    void manyWorkersTakeManyKeysOnceEach() throws Exception {
        for (int i = 0; i < 50; i++) {
            store().enqueue("order-" + i, "SendSms");
        }
        var claims = new AtomicInteger();
        together(8, worker -> () -> {
            List<KeyRecord> due = store().due(10);
            while (!due.isEmpty()) {
                for (KeyRecord record : due) {
                    Claim claim = claim(record.key());
                    if (claim.kind() == Claim.Kind.CLAIMED) {
                        claims.incrementAndGet();
                        long fence = claim.record().fence();
                        assertThat(store().mark(record.key(), fence, markOf(record.key())))
                                .isTrue();
                        assertThat(store().finish(record.key(), fence, outcome(KeyState.ACCEPTED)))
                                .isEqualTo(Finish.RECORDED);
                    }
                }
                store().unsettled(10);
                store().prune(AGES);
                due = store().due(10);
            }
            return true;
        });
        assertThat(claims).hasValue(50);
    }

    private static <T> List<T> together(int threads, Function<Integer, Callable<T>> work) throws Exception {
        var start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> task = work.apply(i);
                futures.add(executor.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
