package io.github.alimsg.it.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.caps.CapWindow;
import io.github.alimsg.caps.SendCaps;
import io.github.alimsg.caps.WhenAway;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.GlobeMessage;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing above a cap is sent, in any window, from any number of threads. */
class CapsTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final byte[] KEY = new byte[32];

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-01T00:00:00Z"));
    private final SendCaps none = SendCaps.inMemory().clock(time);
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private @Nullable DysmsInternationalClient client;

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        cloud.close();
    }

    private DysmsInternationalClient sms(SendGuard guard) {
        client = cloud.configure(DysmsInternationalClient.builder())
                .guard(guard)
                .maxConnections(64)
                .build();
        return client;
    }

    private static boolean send(DysmsInternationalClient sms, String to) {
        try {
            sms.sendMessageToGlobe(m -> m.to(to).from("Acme").message("Your code is 482913"));
            return true;
        } catch (GuardedException e) {
            assertThat(e.mayHaveTakenEffect()).isFalse();
            return false;
        }
    }

    private static boolean passes(SendGuard guard, String to) {
        return guard.check(OutgoingMessage.builder("SendSms", to).build()).isPass();
    }

    private static String number(long i) {
        return Long.toString(6281234500000L + i);
    }

    @Test
    void aNumberGetsNoMoreThanItsCap() {
        DysmsInternationalClient sms = sms(none.perNumber(3, TEN_MINUTES));

        assertThat(IntStream.range(0, 5).mapToObj(i -> send(sms, number(1))))
                .containsExactly(true, true, true, false, false);
        assertThat(send(sms, number(2))).isTrue();
        assertThat(cloud.receivedCount("SendMessageToGlobe")).isEqualTo(4);
    }

    @Test
    void aPumpedRangeOfNumbersStopsAtItsPrefix() {
        DysmsInternationalClient sms = sms(none.perNumber(3, TEN_MINUTES).perPrefix(7, 50, Duration.ofHours(1)));

        long sent =
                IntStream.range(0, 500).filter(i -> send(sms, number(i * 7L))).count();

        assertThat(sent).isEqualTo(50);
        assertThat(cloud.receivedCount("SendMessageToGlobe")).isEqualTo(50);
        assertThat(send(sms, "6591234567")).isTrue();
    }

    @Test
    void aLoopOfAHundredThousandStopsAtItsTotal() {
        DysmsInternationalClient sms = sms(none.total(500, Duration.ofDays(1)));

        long sent =
                IntStream.range(0, 100_000).filter(i -> send(sms, number(i))).count();

        assertThat(sent).isEqualTo(500);
        assertThat(cloud.receivedCount("SendMessageToGlobe")).isEqualTo(500);
    }

    @Test
    void sixtyFourThreadsGetExactlyTheTotalTogether() throws Exception {
        DysmsInternationalClient sms = sms(none.perNumber(1, Duration.ofDays(1)).total(300, Duration.ofDays(1)));
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 64; thread++) {
                long from = thread * 10L; // each number is tried by two threads
                work.add(() -> (int) IntStream.range(0, 20)
                        .filter(i -> send(sms, number(from + i)))
                        .count());
            }
            int sent = 0;
            for (Future<Integer> one : threads.invokeAll(work)) {
                sent += one.get();
            }

            assertThat(sent).isEqualTo(300);
            assertThat(cloud.received("SendMessageToGlobe").stream().map(call -> call.parameter("To")))
                    .hasSize(300)
                    .doesNotHaveDuplicates();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void callingCodesThatAreNotListedAreRefused() {
        DysmsInternationalClient sms = sms(none.callingCodes("62", "60"));

        assertThat(send(sms, "6281234500000")).isTrue();
        assertThat(send(sms, "60123456789")).isTrue();
        assertThat(send(sms, "6591234567")).isFalse();
        assertThat(passes(none.callingCodes("62"), "")).isFalse();
    }

    @Test
    void whatIsAboveACapIsRefusedInABatchAndTheRestGoesOut() {
        DysmsInternationalClient sms = sms(none.total(150, Duration.ofDays(1)));
        List<GlobeMessage> messages = IntStream.range(0, 200)
                .mapToObj(i -> GlobeMessage.of("+" + number(i), "Hi"))
                .toList();

        BatchResult<GlobeMessage> result = sms.batches().batchSendMessageToGlobe(b -> b.from("Acme"), messages);

        assertThat(result.accepted().size() + result.unknown().size()).isEqualTo(150);
        assertThat(result.refused()).isEqualTo(messages.subList(150, 200));
    }

    @Test
    void aWindowOpensWhenItsFirstSendHasLeftItAndNotBefore() {
        SendCaps caps = none.perNumber(3, TEN_MINUTES);
        time.advance(Duration.ofSeconds(3));
        assertThat(passes(caps, number(1))).isTrue();
        time.advance(Duration.ofMinutes(9));
        assertThat(passes(caps, number(1))).isTrue();
        assertThat(passes(caps, number(1))).isTrue();

        time.advance(Duration.ofMinutes(1).minusMillis(1)); // ten minutes less a millisecond after the first
        assertThat(passes(caps, number(1))).isFalse();
        time.advance(Duration.ofMillis(1)); // its slice of ten seconds is still within the window
        assertThat(passes(caps, number(1))).isFalse();
        time.advance(Duration.ofSeconds(7).minusMillis(1));
        assertThat(passes(caps, number(1))).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(passes(caps, number(1))).isTrue();
        assertThat(passes(caps, number(1))).isFalse();
    }

    @Test
    void noWindowAnywhereInTimeHasMoreThanTheLimit() {
        SendCaps caps = none.total(10, Duration.ofSeconds(90));
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            if (passes(caps, number(i))) {
                sent.add(time.instant());
            }
            time.advance(Duration.ofMillis(137 + i % 11 * 97L));
        }

        assertThat(sent).hasSizeGreaterThan(100);
        for (int i = 10; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 10), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
        }
    }

    @Test
    void severalWindowsOfANumberHoldTogether() {
        SendCaps caps = none.perNumber(1, Duration.ofMinutes(1)).perNumber(2, Duration.ofHours(1));

        assertThat(passes(caps, number(1))).isTrue();
        assertThat(passes(caps, number(1))).isFalse();
        time.advance(Duration.ofMinutes(2));
        assertThat(passes(caps, number(1))).isTrue();
        time.advance(Duration.ofMinutes(2));
        assertThat(passes(caps, number(1))).isFalse();
        time.advance(Duration.ofHours(1));
        assertThat(passes(caps, number(1))).isTrue();
    }

    @Test
    void whatWasNotSentIsGivenBackAndWhatIsUnknownIsNot() {
        DysmsInternationalClient sms = sms(none.perNumber(2, TEN_MINUTES));

        cloud.when("SendMessageToGlobe").thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "The balance is used up.");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> send(sms, number(1))).isInstanceOf(ServiceException.class);
        }
        cloud.when("SendMessageToGlobe").thenCutAfterRequest();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> send(sms, number(1))).isInstanceOf(TransportException.class);
        }

        assertThat(send(sms, number(1))).isFalse();
    }

    @Test
    void inABatchTooWhatWasNotSentIsGivenBackAndWhatIsUnknownIsNot() {
        DysmsInternationalClient sms = sms(none.total(10, Duration.ofDays(1)));
        List<GlobeMessage> ten = IntStream.range(0, 10)
                .mapToObj(i -> GlobeMessage.of("+" + number(i), "Hi"))
                .toList();

        cloud.when("BatchSendMessageToGlobe")
                .thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "The balance is used up.")
                .thenCutAfterRequest();
        assertThatThrownBy(() -> sms.batches().batchSendMessageToGlobe(b -> b.from("Acme"), ten))
                .isInstanceOf(ServiceException.class);
        assertThat(sms.batches()
                        .batchSendMessageToGlobe(b -> b.from("Acme"), ten)
                        .unknown())
                .isEqualTo(ten);

        assertThat(send(sms, number(20))).isFalse();
        assertThat(cloud.receivedCount()).isEqualTo(2);
    }

    @Test
    void aRefusedSendIsCountedNowhere() {
        SendCaps caps = none.perNumber(1, TEN_MINUTES).total(2, TEN_MINUTES);

        assertThat(IntStream.range(0, 50).filter(i -> passes(caps, number(1)))).hasSize(1);
        assertThat(passes(caps, number(2))).isTrue();
        assertThat(passes(caps, number(3))).isFalse();
    }

    @Test
    void aStoreSeesNoNumberAndEqualKeysCountTogether() {
        List<String> keys = new ArrayList<>();
        CapStore seeing = new CapStore() {
            @Override
            public int take(List<CapWindow> windows, Instant now) {
                windows.forEach(window -> keys.add(window.key()));
                return TAKEN;
            }

            @Override
            public void giveBack(List<CapWindow> windows, Instant takenAt) {}
        };
        for (int process = 0; process < 2; process++) {
            SendCaps caps = SendCaps.in(seeing, KEY, WhenAway.REFUSE)
                    .perNumber(3, TEN_MINUTES)
                    .perPrefix(7, 9, TEN_MINUTES)
                    .total(10, TEN_MINUTES);
            assertThat(passes(caps, number(1))).isTrue();
            assertThat(caps.toString()).doesNotContain("628");
        }

        assertThat(keys).hasSize(6).noneMatch(key -> key.contains("628123"));
        assertThat(keys.subList(0, 3)).isEqualTo(keys.subList(3, 6)).doesNotHaveDuplicates();
        assertThatIllegalArgumentException().isThrownBy(() -> SendCaps.in(seeing, new byte[15], WhenAway.PASS));
    }

    @Test
    void whatHappensWhileTheStoreIsAwayIsWhatWasAskedFor() {
        CapStore away = new CapStore() {
            @Override
            public int take(List<CapWindow> windows, Instant now) {
                throw new IllegalStateException("connection refused");
            }

            @Override
            public void giveBack(List<CapWindow> windows, Instant takenAt) {}
        };

        assertThat(passes(SendCaps.in(away, KEY, WhenAway.PASS).total(1, TEN_MINUTES), number(1)))
                .isTrue();
        assertThat(Objects.requireNonNull(SendCaps.in(away, KEY, WhenAway.REFUSE)
                        .total(1, TEN_MINUTES)
                        .check(OutgoingMessage.builder("SendSms", number(1)).build())
                        .reason()))
                .isEqualTo("the caps can't be counted now");
    }

    @Test
    void memoryIsBoundedAndFullMeansRefused() {
        SendCaps caps = none.perNumber(1, TEN_MINUTES);

        long passed =
                IntStream.range(0, 120_000).filter(i -> passes(caps, number(i))).count();
        assertThat(passed).isEqualTo(100_000);

        time.advance(TEN_MINUTES.plusMinutes(1));
        assertThat(passes(caps, number(500_000))).isTrue();
    }

    @Test
    void capsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> none.perNumber(0, TEN_MINUTES));
        assertThatIllegalArgumentException().isThrownBy(() -> none.total(1, Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> none.total(1, Duration.ofDays(32)));
        assertThatIllegalArgumentException().isThrownBy(() -> none.perPrefix(0, 1, TEN_MINUTES));
        assertThatIllegalArgumentException().isThrownBy(() -> none.callingCodes("+62"));
        assertThatIllegalArgumentException().isThrownBy(none::callingCodes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.total(1, TEN_MINUTES).total(2, TEN_MINUTES));
    }
}
