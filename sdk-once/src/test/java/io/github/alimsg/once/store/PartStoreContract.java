package io.github.alimsg.once.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alimsg.once.store.KeyStore.Finish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of campaigns does. Each test begins with an empty store. */
public abstract class PartStoreContract {
    protected static final String CAMPAIGN = "parcels-2026-11-29";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration ZOMBIE = Duration.ofMinutes(16);
    private static final Duration AGES = Duration.ofDays(35);
    private static final double FAST = 1e9;

    /** For the stores of this module. */
    protected PartStoreContract() {}

    /** {@return the store under test, the same during a test} */
    protected abstract PartStore store();

    /**
     * Lets the store's clock advance.
     *
     * @param time how far
     */
    protected abstract void advance(Duration time);

    @BeforeEach
    void open() {
        open(FAST);
    }

    private void open(double partsPerSecond) {
        store().open(new CampaignRecord(CAMPAIGN, "print", partsPerSecond));
    }

    protected static Part part(int number) {
        return new Part(String.valueOf(number), number * 100L, number * 100L + 99, "print-" + number);
    }

    private static List<Part> parts(int from, int to) {
        return IntStream.range(from, to).mapToObj(PartStoreContract::part).toList();
    }

    private static List<Part> halves(int number) {
        return List.of(
                new Part(number + ".0", number * 100L, number * 100L + 49, "print-" + number + ".0"),
                new Part(number + ".1", number * 100L + 50, number * 100L + 99, "print-" + number + ".1"));
    }

    private List<PartClaim> claim(List<Part> parts, int most) {
        return store().claim(new PartClaim.Request(CAMPAIGN, parts, most, "worker-1", LEASE.toMillis()));
    }

    private PartClaim claim(Part part) {
        List<PartClaim> claims = claim(List.of(part), 1);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private static Mark markOf(String ownId) {
        return new Mark(ownId, true, null, LEASE.toMillis());
    }

    private long sending(Part part) {
        PartClaim claim = claim(part);
        assertThat(claim.kind()).isEqualTo(Claim.Kind.CLAIMED);
        long fence = claim.record().fence();
        assertThat(store().mark(CAMPAIGN, part.name(), fence, markOf("own-" + part.name()), null))
                .isTrue();
        return fence;
    }

    private static PartOutcome outcome(KeyState state) {
        return switch (state) {
            case ACCEPTED ->
                new PartOutcome(
                        KeyOutcome.accepted("biz-1", "request-1"), new PartCounts(97, 2, 1, 0), "A97 R2:isv.CODE N1");
            case REFUSED -> new PartOutcome(KeyOutcome.failed(state, "isv.CODE"), new PartCounts(0, 100, 0, 0), null);
            case NOT_SENT -> new PartOutcome(KeyOutcome.failed(state, "Closed"), new PartCounts(0, 0, 100, 0), null);
            default -> new PartOutcome(KeyOutcome.failed(state, "Timeout"), new PartCounts(0, 0, 0, 100), null);
        };
    }

    private long in(Part part, KeyState state) {
        switch (state) {
            case NEW -> {
                long fence = in(part, KeyState.REFUSED);
                assertThat(store().release(CAMPAIGN, part.name(), ZOMBIE, "again"))
                        .isTrue();
                return fence + 1;
            }
            case CLAIMED -> {
                return claim(part).record().fence();
            }
            case SENDING -> {
                return sending(part);
            }
            case UNDECIDED -> {
                long fence = in(part, KeyState.UNKNOWN);
                store().lookedUp(CAMPAIGN, part.name(), fence, null);
                return fence;
            }
            default -> {
                long fence = sending(part);
                assertThat(store().finish(CAMPAIGN, part.name(), fence, outcome(state), List.of()))
                        .isEqualTo(Finish.RECORDED);
                return fence;
            }
        }
    }

    private PartRecord record(String name) {
        return store().parts(CAMPAIGN, 0, 1000).stream()
                .filter(record -> record.part().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<PartRecord> records) {
        return records.stream().map(record -> record.part().name()).toList();
    }

    private static List<Claim.Kind> kinds(List<PartClaim> claims) {
        return claims.stream().map(PartClaim::kind).toList();
    }

    @Test
    void aCampaignIsOpenedOnceAndItsRateSet() {
        var slower = new CampaignRecord(CAMPAIGN, "print", 2.5);
        assertThat(store().open(slower)).isEqualTo(slower);
        assertThat(store().open(new CampaignRecord(CAMPAIGN, "another", 9))).isEqualTo(slower);
        assertThat(store().open(slower)).isEqualTo(slower);
        var other = new CampaignRecord("other", "another", 9);
        assertThat(store().open(other)).isEqualTo(other);
    }

    @Test
    void whatIsWrittenIsRead() {
        PartClaim claim = claim(part(7));
        assertThat(claim.kind()).isEqualTo(Claim.Kind.CLAIMED);
        assertThat(claim.record()).usingRecursiveComparison().isEqualTo(record("7"));
        assertThat(claim.record().part()).isEqualTo(part(7));
        assertThat(claim.record().campaign()).isEqualTo(CAMPAIGN);
        assertThat(claim.record().attempts()).isEqualTo(1);

        long fence = claim.record().fence();
        assertThat(store().mark(CAMPAIGN, "7", fence, markOf("own-7"), "S99 R1"))
                .isTrue();
        PartRecord sending = record("7");
        assertThat(sending.state()).isEqualTo(KeyState.SENDING);
        assertThat(sending.ownId()).isEqualTo("own-7");
        assertThat(sending.details()).isEqualTo("S99 R1");
        assertThat(sending.sentAt()).isNotNull();
        assertThat(sending.outcome()).isNull();
        assertThat(sending.counts()).isEqualTo(PartCounts.NONE);

        String details = "R1:isv.CODE;".repeat(500);
        var outcome = new PartOutcome(KeyOutcome.accepted("biz-1", "request-1"), new PartCounts(97, 2, 1, 0), details);
        assertThat(store().finish(CAMPAIGN, "7", fence, outcome, List.of())).isEqualTo(Finish.RECORDED);
        PartRecord accepted = record("7");
        assertThat(accepted.state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(accepted.outcome()).isEqualTo(outcome.request());
        assertThat(accepted.counts()).isEqualTo(outcome.counts());
        assertThat(accepted.details()).isEqualTo(details);
        assertThat(accepted.isSplit()).isFalse();
    }

    @Test
    void partsAreClaimedInOrderUpToAsManyAsAreWanted() {
        assertThat(kinds(claim(parts(0, 5), 3))).containsExactly(kinds(3));
        List<PartClaim> rest = claim(parts(0, 10), 3);
        assertThat(kinds(rest))
                .containsExactly(
                        Claim.Kind.TAKEN,
                        Claim.Kind.TAKEN,
                        Claim.Kind.TAKEN,
                        Claim.Kind.CLAIMED,
                        Claim.Kind.CLAIMED,
                        Claim.Kind.CLAIMED);
        assertThat(names(store().parts(CAMPAIGN, 0, 100))).containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(claim(parts(0, 250), 300)).hasSize(250);
        assertThat(names(store().parts(CAMPAIGN, 24_000, 100))).hasSize(10).startsWith("240");
    }

    private static Claim.Kind[] kinds(int claimed) {
        return Collections.nCopies(claimed, Claim.Kind.CLAIMED).toArray(Claim.Kind[]::new);
    }

    @Test
    void aPartThatChangedIsReusedAndNothingIsClaimedAfterIt() {
        claim(part(1));
        Part changed = new Part("1", 100, 199, "another");
        assertThat(kinds(claim(List.of(part(0), changed, part(2)), 3)))
                .containsExactly(Claim.Kind.CLAIMED, Claim.Kind.REUSED);
        Part shorter = new Part("1", 100, 198, "print-1");
        assertThat(kinds(claim(List.of(shorter), 1))).containsExactly(Claim.Kind.REUSED);
        assertThat(names(store().parts(CAMPAIGN, 0, 10))).containsExactly("0", "1");
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyNewAndNotSentCanBeClaimed(KeyState state) {
        long fence = in(part(0), state);
        boolean sendable = state == KeyState.NEW || state == KeyState.NOT_SENT;
        PartClaim claim = claim(part(0));
        assertThat(claim.kind()).isEqualTo(sendable ? Claim.Kind.CLAIMED : Claim.Kind.TAKEN);
        assertThat(claim.record().fence()).isEqualTo(fence + (sendable ? 1 : 0));
        assertThat(claim.record()).usingRecursiveComparison().isEqualTo(record("0"));
        if (sendable) {
            assertThat(claim.record().outcome()).isNull();
            assertThat(claim.record().counts()).isEqualTo(PartCounts.NONE);
        }
    }

    @Test
    void aPartIsTakenOverWhenTheLeaseHasEnded() {
        long slow = claim(part(0)).record().fence();
        advance(LEASE.minus(MOMENT));
        assertThat(claim(part(0)).kind()).isEqualTo(Claim.Kind.TAKEN);
        advance(MOMENT.multipliedBy(2));
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("0");
        long fast = claim(part(0)).record().fence();
        assertThat(fast).isEqualTo(slow + 1);
        assertThat(store().mark(CAMPAIGN, "0", slow, markOf("slow"), null)).isFalse();
        assertThat(store().finish(CAMPAIGN, "0", slow, outcome(KeyState.NOT_SENT), List.of()))
                .isEqualTo(Finish.SUPERSEDED);
        assertThat(store().mark(CAMPAIGN, "0", fast, markOf("fast"), null)).isTrue();
        assertThat(record("0").ownId()).isEqualTo("fast");
        assertThat(record("0").attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyWhatIsInProgressIsMarked(KeyState state) {
        long fence = in(part(0), state);
        assertThat(store().mark(CAMPAIGN, "0", fence, markOf("own"), null))
                .isEqualTo(state == KeyState.CLAIMED || state == KeyState.SENDING);
        assertThat(store().mark(CAMPAIGN, "1", 1, markOf("own"), null)).isFalse();
        assertThat(store().mark("other", "0", fence, markOf("own"), null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void anOutcomeSettlesWhatIsOpenWhoeverMovedItThere(KeyState state) {
        long fence = in(part(0), state);
        boolean open = state.isInProgress() || state.isOpen();
        assertThat(store().finish(CAMPAIGN, "0", fence, outcome(KeyState.ACCEPTED), List.of()))
                .isEqualTo(open ? Finish.RECORDED : Finish.KNOWN);
        assertThat(record("0").state()).isEqualTo(open ? KeyState.ACCEPTED : state);
        assertThat(store().finish(CAMPAIGN, "9", 1, outcome(KeyState.ACCEPTED), List.of()))
                .isEqualTo(Finish.SUPERSEDED);
    }

    @Test
    void theMomentsOfPartsAreSpacedByTheRate() {
        open(4);
        List<PartClaim> claims = claim(parts(0, 5), 5);
        for (int i = 0; i < 5; i++) {
            assertThat(claims.get(i).delay().toMillis()).isEqualTo(i * 250L);
        }
        assertThat(claim(parts(0, 1), 1).get(0).delay()).as("not claimed").isZero();
        assertThat(claim(part(5)).delay().toMillis())
                .as("goes on where the others are")
                .isGreaterThan(0)
                .isLessThanOrEqualTo(1250);
        advance(Duration.ofMinutes(1));
        assertThat(claim(part(6)).delay()).as("what has passed is lost").isZero();
        assertThat(claim(part(7)).delay().toMillis()).isGreaterThan(0).isLessThanOrEqualTo(250);
    }

    @Test
    void aHighRateIsExact() {
        open(3_000);
        List<PartClaim> claims = claim(parts(0, 301), 301);
        assertThat(claims.get(300).delay().toMillis()).isCloseTo(100, within(1L));
    }

    @Test
    void theLeaseBeginsWhenThePartMayBeSent() {
        open(1.0 / 600);
        claim(parts(0, 2), 2);
        advance(Duration.ofMinutes(10));
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("0");
        advance(LEASE.plus(MOMENT));
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("0", "1");
    }

    @Test
    void aPartThatIsRefusedIsSplit() {
        long fence = sending(part(3));
        assertThat(store().finish(CAMPAIGN, "3", fence, outcome(KeyState.REFUSED), halves(3)))
                .isEqualTo(Finish.RECORDED);
        assertThat(names(store().parts(CAMPAIGN, 0, 10))).containsExactly("3.0", "3.1");
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("3.0", "3.1");
        assertThat(store().finish(CAMPAIGN, "3", fence, outcome(KeyState.REFUSED), halves(3)))
                .isEqualTo(Finish.KNOWN);
        assertThat(claim(part(3)).kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(claim(part(3)).record().isSplit()).isTrue();
        assertThat(store().release(CAMPAIGN, "3", ZOMBIE, "no")).isFalse();
        assertThat(kinds(claim(halves(3), 2))).containsExactly(Claim.Kind.CLAIMED, Claim.Kind.CLAIMED);
        assertThat(record("3.1").attempts()).isEqualTo(1);
        assertThat(store().totals(CAMPAIGN))
                .as("split parts don't count")
                .containsExactly(new PartTotals(KeyState.CLAIMED, 2, 100, PartCounts.NONE));
    }

    @Test
    void anOutcomeThatIsNotRecordedSplitsNothing() {
        long fence = in(part(3), KeyState.ACCEPTED);
        assertThat(store().finish(CAMPAIGN, "3", fence, outcome(KeyState.REFUSED), halves(3)))
                .isEqualTo(Finish.KNOWN);
        assertThat(names(store().parts(CAMPAIGN, 0, 10))).containsExactly("3");
    }

    @Test
    void aPartThatIsTooLargeIsSplitBeforeItIsSent() {
        assertThat(store().split(CAMPAIGN, part(3), halves(3))).isEmpty();
        PartRecord known = store().split(CAMPAIGN, part(3), halves(3)).orElseThrow();
        assertThat(known.isSplit()).isTrue();
        assertThat(known.state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(claim(part(3)).kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("3.0", "3.1");
        claim(part(4));
        PartRecord whole = store().split(CAMPAIGN, part(4), halves(4)).orElseThrow();
        assertThat(whole.isSplit()).isFalse();
        assertThat(names(store().parts(CAMPAIGN, 0, 10))).containsExactly("3.0", "3.1", "4");
    }

    @Test
    void whatIsUnfinishedIsFoundPageByPage() {
        in(part(0), KeyState.ACCEPTED);
        in(part(1), KeyState.UNKNOWN);
        in(part(2), KeyState.NOT_SENT);
        in(part(3), KeyState.CLAIMED);
        long fence = in(part(4), KeyState.SENDING);
        in(part(5), KeyState.UNDECIDED);
        in(part(6), KeyState.NEW);
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("1", "2", "6");
        assertThat(names(store().unfinished(CAMPAIGN, 0, 2))).containsExactly("1", "2");
        assertThat(names(store().unfinished(CAMPAIGN, 201, 10))).containsExactly("6");
        assertThat(names(store().unfinished("other", 0, 10))).isEmpty();
        advance(LEASE.plus(MOMENT));
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("1", "2", "3", "4", "6");
        assertThat(record("4").state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(store().finish(CAMPAIGN, "4", fence, outcome(KeyState.ACCEPTED), List.of()))
                .as("it was only held up")
                .isEqualTo(Finish.RECORDED);
    }

    @Test
    void anUnknownPartIsLookedUpWhenItIsDueUntilTheHorizon() {
        long fence = in(part(0), KeyState.UNKNOWN);
        store().lookedUp(CAMPAIGN, "0", fence, Duration.ofMinutes(1));
        assertThat(store().unfinished(CAMPAIGN, 0, 10)).isEmpty();
        assertThat(record("0").lookUps()).isEqualTo(1);
        assertThat(record("0").outcome()).as("as its sender said").isNotNull();
        advance(Duration.ofMinutes(1).plus(MOMENT));
        assertThat(names(store().unfinished(CAMPAIGN, 0, 10))).containsExactly("0");
        store().lookedUp(CAMPAIGN, "0", fence + 1, null);
        assertThat(record("0").state()).isEqualTo(KeyState.UNKNOWN);
        store().lookedUp(CAMPAIGN, "0", fence, null);
        assertThat(record("0").state()).isEqualTo(KeyState.UNDECIDED);
        assertThat(store().unfinished(CAMPAIGN, 0, 10)).isEmpty();
    }

    @Test
    void whatWasNotSentIsDueLater() {
        long fence = sending(part(0));
        Instant sentAt = record("0").sentAt();
        assertThat(sentAt).isNotNull();
        Instant tomorrow = sentAt.plus(Duration.ofDays(1));
        var quota = new PartOutcome(
                new KeyOutcome(KeyState.NOT_SENT, null, null, "isv.LIMIT", tomorrow),
                new PartCounts(0, 0, 100, 0),
                null);
        store().finish(CAMPAIGN, "0", fence, quota, List.of());
        assertThat(record("0").notBefore()).isEqualTo(tomorrow);
        assertThat(record("0").outcome()).isEqualTo(quota.request());
        assertThat(store().unfinished(CAMPAIGN, 0, 10)).isEmpty();
        assertThat(claim(part(0)).kind()).isEqualTo(Claim.Kind.TAKEN);
        advance(Duration.ofDays(1).plus(MOMENT));
        assertThat(claim(part(0)).kind()).isEqualTo(Claim.Kind.CLAIMED);
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyWhatIsRefusedOrOpenIsReleased(KeyState state) {
        long fence = in(part(0), state);
        advance(ZOMBIE.plus(MOMENT));
        boolean released = state == KeyState.REFUSED || state.isOpen();
        assertThat(store().release(CAMPAIGN, "0", ZOMBIE, "decided")).isEqualTo(released);
        assertThat(record("0").state()).isEqualTo(released ? KeyState.NEW : state);
        assertThat(record("0").fence()).isEqualTo(fence + (released ? 1 : 0));
        if (released) {
            assertThat(record("0").note()).isEqualTo("decided");
            assertThat(record("0").outcome()).isNull();
            assertThat(record("0").counts()).isEqualTo(PartCounts.NONE);
        }
    }

    @Test
    void anUnknownPartIsReleasedOnlyWhenNothingCanArriveAnyMore() {
        long fence = in(part(0), KeyState.UNKNOWN);
        advance(ZOMBIE.minus(MOMENT));
        assertThat(store().release(CAMPAIGN, "0", ZOMBIE, "too early")).isFalse();
        advance(MOMENT.multipliedBy(2));
        assertThat(store().release(CAMPAIGN, "0", ZOMBIE, "now")).isTrue();
        assertThat(store().finish(CAMPAIGN, "0", fence, outcome(KeyState.NOT_SENT), List.of()))
                .isEqualTo(Finish.SUPERSEDED);
        assertThat(store().finish(CAMPAIGN, "0", fence, outcome(KeyState.ACCEPTED), List.of()))
                .isEqualTo(Finish.LATE);
        assertThat(record("0").lateOutcome()).isEqualTo(KeyState.ACCEPTED);
        assertThat(record("0").state()).isEqualTo(KeyState.NEW);
    }

    @Test
    void aPartIsFoundByItsOwnIdIfThatIsOfNoOther() {
        sending(part(0));
        assertThat(store().findByOwnId("own-0").orElseThrow().part()).isEqualTo(part(0));
        assertThat(store().findByOwnId("own-1")).isEmpty();
        long fence = claim(part(1)).record().fence();
        store().mark(CAMPAIGN, "1", fence, markOf("own-0"), null);
        assertThat(store().findByOwnId("own-0")).isEmpty();
    }

    @Test
    void totalsSumUpEachState() {
        in(part(0), KeyState.ACCEPTED);
        in(part(1), KeyState.ACCEPTED);
        in(part(2), KeyState.REFUSED);
        in(part(3), KeyState.SENDING);
        assertThat(store().totals(CAMPAIGN))
                .containsExactlyInAnyOrder(
                        new PartTotals(KeyState.ACCEPTED, 2, 200, new PartCounts(194, 4, 2, 0)),
                        new PartTotals(KeyState.REFUSED, 1, 100, new PartCounts(0, 100, 0, 0)),
                        new PartTotals(KeyState.SENDING, 1, 100, PartCounts.NONE));
        assertThat(store().totals("other")).isEmpty();
    }

    @Test
    void aCampaignIsPrunedWhenAllItsPartsAreOld() {
        store().open(new CampaignRecord("other", "print", FAST));
        store().claim(new PartClaim.Request("other", parts(0, 1), 1, "worker-1", LEASE.toMillis()));
        in(part(0), KeyState.ACCEPTED);
        advance(AGES);
        in(part(1), KeyState.ACCEPTED);
        advance(MOMENT);
        assertThat(store().prune(AGES)).isZero();
        assertThat(store().parts(CAMPAIGN, 0, 10)).hasSize(2);
        advance(AGES);
        assertThat(store().prune(AGES)).as("the other one has an open part").isEqualTo(1);
        assertThat(store().parts(CAMPAIGN, 0, 10)).isEmpty();
        assertThat(store().parts("other", 0, 10)).hasSize(1);
        assertThat(store().open(new CampaignRecord(CAMPAIGN, "another", 1)).fingerprint())
                .as("new again")
                .isEqualTo("another");
    }

    /** The process of a campaign that was pruned may be held up since, and wake up while another sends the same part. */
    @Test
    void aPartThatIsWrittenAnewHasNoFenceThatItHadBefore() {
        long held = claim(part(0)).record().fence();
        assertThat(store().split(CAMPAIGN, part(3), halves(3))).isEmpty();
        long half = claim(halves(3).get(0)).record().fence();
        advance(LEASE.plus(MOMENT));
        for (Part part : List.of(part(0), halves(3).get(0), halves(3).get(1))) {
            in(part, KeyState.ACCEPTED);
        }
        advance(AGES.plus(MOMENT));
        assertThat(store().prune(AGES)).isEqualTo(1);
        open();
        long second = claim(part(0)).record().fence();
        store().split(CAMPAIGN, part(3), halves(3));
        long secondHalf = claim(halves(3).get(0)).record().fence();

        assertThat(store().mark(CAMPAIGN, "0", held, markOf("held"), null)).isFalse();
        assertThat(store().mark(CAMPAIGN, "3.0", half, markOf("held"), null)).isFalse();
        assertThat(store().mark(CAMPAIGN, "0", second, markOf("second"), null)).isTrue();
        assertThat(store().mark(CAMPAIGN, "3.0", secondHalf, markOf("second"), null))
                .isTrue();
        assertThat(store().mark(CAMPAIGN, "0", held, markOf("held"), null)).isFalse();
        assertThat(store().finish(CAMPAIGN, "0", held, outcome(KeyState.NOT_SENT), List.of()))
                .isEqualTo(Finish.SUPERSEDED);
        assertThat(record("0").state()).isEqualTo(KeyState.SENDING);
    }

    @Test
    void aKeyStaysWithThePositionThatTookItFirst() {
        assertThat(store().takeKeys(CAMPAIGN, Map.of(7L, "a", 8L, "b", 9L, "a")))
                .containsExactly(9L);
        assertThat(store().takeKeys(CAMPAIGN, Map.of(7L, "a", 8L, "b")))
                .as("again")
                .isEmpty();
        assertThat(store().takeKeys(CAMPAIGN, Map.of(6L, "a", 10L, "c"))).containsExactly(6L);
        assertThat(store().takeKeys("other", Map.of(7L, "a", 8L, "A", 9L, "d"))).containsExactly(7L);
        assertThat(store().takeKeys(CAMPAIGN, Map.of())).isEmpty();
    }

    @Test
    void keysAreFreeAgainWhenTheirCampaignWasPruned() {
        store().takeKeys(CAMPAIGN, Map.of(0L, "a", 25_000L, "b"));
        store().takeKeys("other", Map.of(0L, "c"));
        store().open(new CampaignRecord("other", "print", FAST));
        store().claim(new PartClaim.Request("other", parts(0, 1), 1, "worker-1", LEASE.toMillis()));
        advance(AGES.plus(AGES));
        assertThat(store().prune(AGES)).isEqualTo(1);

        assertThat(store().takeKeys("new", Map.of(0L, "a", 1L, "b", 2L, "c"))).containsExactly(2L);
    }

    @Test
    void oneOfManyGetsEachKey() throws Exception {
        int many = 8;
        Map<String, Integer> winners = new ConcurrentHashMap<>();
        var start = new CountDownLatch(many);
        ExecutorService executor = Executors.newFixedThreadPool(many);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                String campaign = "campaign-" + i;
                boolean isReversed = i % 2 == 0;
                all.add(executor.submit(() -> {
                    Map<Long, String> keys = new HashMap<>();
                    for (long position = 0; position < 60; position++) {
                        keys.put(position, "key-" + (isReversed ? 59 - position : position));
                    }
                    start.countDown();
                    start.await();
                    Set<Long> ofOthers = store().takeKeys(campaign, keys);
                    keys.keySet().removeAll(ofOthers);
                    keys.values().forEach(key -> winners.merge(key, 1, Integer::sum));
                    return keys.size();
                }));
            }
            int won = 0;
            for (Future<Integer> each : all) {
                won += each.get();
            }
            assertThat(won).isEqualTo(60);
            assertThat(winners).hasSize(60);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void workersShareACampaignAndItsRate() throws Exception {
        open(1_000);
        List<Part> parts = parts(0, 60);
        Map<String, Integer> claimed = new ConcurrentHashMap<>();
        var delays = ConcurrentHashMap.<Long>newKeySet();
        var rounds = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> workers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<Boolean> worker = () -> {
                    List<PartClaim> claims = claim(parts, 3);
                    while (claims.stream().anyMatch(claim -> claim.kind() == Claim.Kind.CLAIMED)) {
                        rounds.incrementAndGet();
                        for (PartClaim claim : claims) {
                            if (claim.kind() == Claim.Kind.CLAIMED) {
                                String name = claim.record().part().name();
                                claimed.merge(name, 1, Integer::sum);
                                delays.add(claim.delay().toNanos());
                                long fence = claim.record().fence();
                                assertThat(store().mark(CAMPAIGN, name, fence, markOf(name), null))
                                        .isTrue();
                                assertThat(store().finish(
                                                        CAMPAIGN,
                                                        name,
                                                        fence,
                                                        outcome(KeyState.REFUSED),
                                                        halves(Integer.parseInt(name))))
                                        .isEqualTo(Finish.RECORDED);
                            }
                        }
                        store().unfinished(CAMPAIGN, 0, 10);
                        claims = claim(parts, 3);
                    }
                    return true;
                };
                workers.add(executor.submit(worker));
            }
            for (Future<Boolean> worker : workers) {
                worker.get();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(claimed)
                .hasSize(60)
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
        assertThat(rounds).hasValueGreaterThanOrEqualTo(20);
        assertThat(delays).isNotEmpty();
        assertThat(store().parts(CAMPAIGN, 0, 1000)).hasSize(120);
    }
}
