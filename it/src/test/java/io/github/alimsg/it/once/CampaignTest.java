package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.GlobeMessage;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.Campaign;
import io.github.alimsg.once.campaign.CampaignChangedException;
import io.github.alimsg.once.campaign.CampaignProgress;
import io.github.alimsg.once.campaign.CampaignReport;
import io.github.alimsg.once.campaign.CampaignSettings;
import io.github.alimsg.once.campaign.RecipientOutcome;
import io.github.alimsg.once.campaign.Source;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.PartRecord;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A campaign sends to each recipient at most once, and says of each what became of it")
class CampaignTest {
    private static final String NAME = "parcels";

    private final ManualTime time = new ManualTime();
    private final ManualTime storeTime = new ManualTime();
    private final KeyStore store = KeyStore.inMemory(storeTime);
    private final Parcels parcels = new Parcels(time);

    @AfterEach
    void close() {
        parcels.close();
    }

    private Once.Builder once() {
        return Once.builder(store).timeSource(time);
    }

    private Campaign<SmsRecipient> campaign(Consumer<CampaignSettings<SmsRecipient>> settings) {
        return once().build().campaign(NAME, parcels.batch(), settings);
    }

    private Campaign<SmsRecipient> campaign() {
        return campaign(settings -> {});
    }

    private static List<RecipientOutcome> outcomes(Campaign<?> campaign) {
        List<RecipientOutcome> outcomes = new ArrayList<>();
        campaign.report(outcomes::add);
        return outcomes;
    }

    @Test
    void everybodyIsSentToOnce() {
        CampaignReport report = campaign().run(Parcels.source(1_050));

        assertThat(parcels.arrived()).hasSize(1_050).doesNotHaveDuplicates();
        assertThat(parcels.ownIds())
                .containsExactlyInAnyOrder(IntStream.range(0, 11)
                        .mapToObj(part -> NAME + "/" + part)
                        .toArray(String[]::new));
        assertThat(report).isEqualTo(new CampaignReport(1_050, 0, 0, 0, 0, true, null));
    }

    @Test
    void aSecondRunSendsNothing() {
        CampaignReport first = campaign().run(Parcels.source(1_050));
        CampaignReport second = campaign().run(Parcels.source(1_050));

        assertThat(second).isEqualTo(first);
        assertThat(parcels.cloud.receivedCount(Parcels.OPERATION)).isEqualTo(11);
    }

    private static String keyOf(SmsRecipient recipient) {
        return "spring/" + recipient.templateParams().get("parcel");
    }

    @Test
    void aKeyIsSentToOnceAcrossParts() {
        Campaign<SmsRecipient> campaign =
                campaign(settings -> settings.parallel(1).perRecipient(CampaignTest::keyOf));
        CampaignReport report = campaign.run(Parcels.source(250, i -> Parcels.recipient(i % 120)));

        assertThat(parcels.arrived()).hasSize(120).doesNotHaveDuplicates();
        assertThat(report).isEqualTo(new CampaignReport(120, 130, 0, 0, 0, true, null));
        assertThat(outcomes(campaign).subList(120, 250))
                .allMatch(outcome -> outcome.state() == KeyState.REFUSED && "KnownRecipient".equals(outcome.code()));
    }

    @Test
    void aKeyIsSentToOnceAcrossCampaigns() {
        Once once = once().build();
        for (String name : List.of("first", "second")) {
            int from = name.equals("first") ? 0 : 100;
            once.campaign(name, parcels.batch(), settings -> settings.perRecipient(CampaignTest::keyOf))
                    .run(Parcels.source(150, i -> Parcels.recipient(from + i)));
        }

        assertThat(parcels.arrived()).hasSize(250).doesNotHaveDuplicates();
        assertThat(once.campaign("second", parcels.batch()).status())
                .isEqualTo(new CampaignReport(100, 50, 0, 0, 0, false, null));
    }

    @Test
    void aRecipientKeepsItsKeyUntilItIsSentTo() {
        parcels.cloud
                .when(Parcels.OPERATION)
                .thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "no money")
                .thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "somebody's number is wrong")
                .thenSucceed();
        Consumer<CampaignSettings<SmsRecipient>> settings =
                each -> each.parallel(1).splitRefused(true).perRecipient(CampaignTest::keyOf);
        CampaignReport first = campaign(settings).run(Parcels.source(100));
        CampaignReport second = campaign(settings).run(Parcels.source(100));

        assertThat(first.notSent()).isEqualTo(100);
        assertThat(second).as("in halves").isEqualTo(new CampaignReport(100, 0, 0, 0, 0, true, null));
    }

    @Test
    void aKeyThatIsNotValidStopsTheRun() {
        assertThatThrownBy(() -> campaign(settings -> settings.perRecipient(recipient -> "Ayu Wibowo"))
                        .run(Parcels.source(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the key of a recipient")
                .hasMessageNotContaining("Ayu");
        assertThat(parcels.arrived()).isEmpty();
    }

    @Test
    void anEmptySourceIsFinished() {
        assertThat(campaign().run(Parcels.source(0))).isEqualTo(new CampaignReport(0, 0, 0, 0, 0, true, null));
    }

    @Test
    void twoProcessesShareAStore() throws InterruptedException {
        KeyStore shared = KeyStore.inMemory();
        var bothAreReady = new CountDownLatch(2);
        List<CampaignReport> reports = Collections.synchronizedList(new ArrayList<>());
        Runnable process = () -> {
            Campaign<SmsRecipient> campaign = Once.builder(shared).build().campaign(NAME, parcels.batch());
            bothAreReady.countDown();
            reports.add(campaign.run(Parcels.source(20_000)));
        };
        List<Thread> threads = List.of(new Thread(process), new Thread(process));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        var complete = new CampaignReport(20_000, 0, 0, 0, 0, true, null);
        assertThat(reports).containsExactly(complete, complete);
        assertThat(parcels.arrived()).hasSize(20_000).doesNotHaveDuplicates();
    }

    @Test
    void aStoppedRunGoesOnWhereItWas() {
        var first = new AtomicReference<Campaign<SmsRecipient>>();
        parcels.cloud.when(Parcels.OPERATION).thenAnswer(call -> {
            if (parcels.cloud.receivedCount(Parcels.OPERATION) >= 3) {
                first.get().stop();
            }
            return Reply.json("{\"Code\":\"OK\",\"BizId\":\"1\"}");
        });
        first.set(campaign(settings -> settings.parallel(1)));
        CampaignReport stopped = first.get().run(Parcels.source(1_000));
        CampaignReport finished = campaign().run(Parcels.source(1_000));

        assertThat(stopped.accepted()).isEqualTo(300);
        assertThat(stopped.isFinished()).isFalse();
        assertThat(stopped.stoppedBy()).isNull();
        assertThat(finished).isEqualTo(new CampaignReport(1_000, 0, 0, 0, 0, true, null));
        assertThat(parcels.arrived()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void aListenerMayCloseTheCampaign() {
        var running = new AtomicReference<Campaign<SmsRecipient>>();
        running.set(campaign(
                settings -> settings.onProgress(progress -> running.get().close())));
        CampaignReport closed = running.get().run(Parcels.source(50_000));

        assertThat(closed.isFinished()).isFalse();
        assertThat(closed.accepted()).isEqualTo(parcels.arrived().size());
    }

    @Test
    void anInterruptStopsBetweenParts() {
        Thread.currentThread().interrupt();
        CampaignReport stopped = campaign().run(Parcels.source(1_000));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.isFinished()).isFalse();
        assertThat(campaign().run(Parcels.source(1_000)).accepted()).isEqualTo(1_000);
        assertThat(parcels.arrived()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void aFailureThatWouldHitEveryPartEndsTheRun() {
        parcels.cloud.when(Parcels.OPERATION).thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "no money");
        CampaignReport stopped = campaign(settings -> settings.parallel(1)).run(Parcels.source(500));
        parcels.cloud.reset();
        CampaignReport finished = campaign().run(Parcels.source(500));

        assertThat(stopped.stoppedBy()).hasMessageContaining("isv.AMOUNT_NOT_ENOUGH");
        assertThat(stopped.notSent()).isEqualTo(100);
        assertThat(finished).isEqualTo(new CampaignReport(500, 0, 0, 0, 0, true, null));
    }

    @Test
    void aChangedSourceIsRefused() {
        campaign().run(Parcels.source(500));
        assertThatExceptionOfType(CampaignChangedException.class)
                .isThrownBy(() -> campaign().run(Parcels.source(600, i -> Parcels.recipient(i == 250 ? 9_999 : i))))
                .withMessageContaining("recipients 200 to 299");
        assertThatExceptionOfType(CampaignChangedException.class)
                .isThrownBy(() -> campaign().run(Parcels.source(600, i -> Parcels.recipient(i + 1))))
                .withMessageContaining("recipients 0 to 99");
        assertThat(parcels.cloud.receivedCount(Parcels.OPERATION)).isEqualTo(5);
    }

    @Test
    void anotherTemplateIsRefused() {
        campaign().run(Parcels.source(100));
        Campaign<SmsRecipient> other =
                once().build().campaign(NAME, parcels.sms.batches().sendBatchSms(b -> b.templateCode("SMS_999999")));

        assertThatExceptionOfType(CampaignChangedException.class)
                .isThrownBy(() -> other.run(Parcels.source(100)))
                .withMessageContaining("template");
        assertThat(parcels.cloud.receivedCount(Parcels.OPERATION)).isEqualTo(1);
    }

    @Test
    void anIdOfTheApplicationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> once().build()
                        .campaign(
                                NAME,
                                parcels.sms
                                        .batches()
                                        .sendBatchSms(
                                                b -> b.templateCode("SMS_1").outId("mine"))))
                .withMessageContaining("OutId");
    }

    @Test
    void aRunWaitsForTheHoursOfTheDay() {
        Set<LocalTime> hours = new HashSet<>();
        parcels.cloud.when(Parcels.OPERATION).thenAnswer(call -> {
            hours.add(call.receivedAt().atOffset(ZoneOffset.UTC).toLocalTime());
            return Reply.json("{\"Code\":\"OK\",\"BizId\":\"1\"}");
        });
        time.set(Instant.parse("2026-03-01T19:57:00Z"));
        CampaignReport report = Once.builder(KeyStore.inMemory(time))
                .timeSource(time)
                .build()
                .campaign(
                        NAME,
                        parcels.batch(),
                        settings -> settings.parallel(1)
                                .rate(0.01)
                                .between(LocalTime.of(9, 0), LocalTime.of(20, 0), ZoneOffset.UTC))
                .run(Parcels.source(500));

        assertThat(report.accepted()).isEqualTo(500);
        assertThat(hours).allMatch(hour -> hour.getHour() >= 9 && hour.getHour() < 20);
        assertThat(time.instant()).isAfter(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Test
    void unknownPartsInARowEndARun() {
        parcels.cloud.when(Parcels.OPERATION).thenCutAfterRequest();
        CampaignReport stopped = campaign(settings -> settings.parallel(1)).run(Parcels.source(1_000));

        assertThat(stopped.unknown()).isEqualTo(300);
        assertThat(stopped.stoppedBy()).isInstanceOf(TransportException.class);
        assertThat(parcels.cloud.receivedCount(Parcels.OPERATION)).isEqualTo(3);
    }

    @Test
    void fewerUnknownPartsDoNotEndARun() {
        parcels.cloud.when(Parcels.OPERATION).thenCutAfterRequest().thenSucceed();
        CampaignReport report =
                campaign(settings -> settings.parallel(1).maxUnknownParts(2)).run(Parcels.source(1_000));

        assertThat(report).isEqualTo(new CampaignReport(900, 0, 0, 100, 0, true, null));
        assertThat(campaign().unknownParts())
                .extracting(PartRecord::part)
                .extracting(part -> part.name())
                .containsExactly("0");
        assertThat(campaign().run(Parcels.source(1_000))).isEqualTo(report);
        assertThat(parcels.arrived()).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownPartIsSettledByALookUp() {
        parcels.cloud.when(Parcels.OPERATION).thenCutAfterRequest().thenSucceed();
        List<SentQuery> queries = new ArrayList<>();
        SendLookup lookup = lookup(query -> {
            queries.add(query);
            return List.of(
                    FoundMessage.builder().ownId("parcels/9").build(),
                    FoundMessage.builder().ownId("parcels/0").messageId("B0").build());
        });
        Campaign<SmsRecipient> campaign =
                once().lookup(lookup).build().campaign(NAME, parcels.batch(), settings -> settings.parallel(1));
        CampaignReport report = campaign.run(Parcels.source(300));

        assertThat(report).isEqualTo(new CampaignReport(300, 0, 0, 0, 0, true, null));
        assertThat(queries).hasSize(1);
        assertThat(queries.get(0).to()).isEqualTo("86" + Parcels.number(0));
        assertThat(outcomes(campaign).get(99)).isEqualTo(new RecipientOutcome(99, KeyState.ACCEPTED, "B0", null));
    }

    @Test
    void anUnknownPartThatIsNotFoundIsLookedUpLater() {
        parcels.cloud.when(Parcels.OPERATION).thenCutAfterRequest().thenSucceed();
        List<FoundMessage> listed = new ArrayList<>();
        Campaign<SmsRecipient> campaign = once().lookup(lookup(query -> listed))
                .build()
                .campaign(NAME, parcels.batch(), settings -> settings.parallel(1));
        assertThat(campaign.run(Parcels.source(300)).unknown()).isEqualTo(100);
        listed.add(FoundMessage.builder().ownId("parcels/0").build());
        assertThat(campaign.reconcile(Parcels.source(300)).unknown()).isEqualTo(100);
        storeTime.advance(Duration.ofMinutes(1));

        assertThat(campaign.reconcile(Parcels.source(300)).accepted()).isEqualTo(300);
    }

    private static SendLookup lookup(Function<SentQuery, List<FoundMessage>> found) {
        return new SendLookup() {
            @Override
            public Set<String> operations() {
                return Set.of(Parcels.OPERATION);
            }

            @Override
            public List<FoundMessage> find(SentQuery query) {
                return found.apply(query);
            }
        };
    }

    @Test
    void aReceiptSettlesAPart() {
        parcels.cloud.when(Parcels.OPERATION).thenCutAfterRequest().thenSucceed();
        Once once = once().build();
        Campaign<SmsRecipient> campaign = once.campaign(NAME, parcels.batch(), settings -> settings.parallel(1));
        campaign.run(Parcels.source(300));

        assertThat(once.settle("parcels/0", "B0")).isTrue();
        assertThat(once.settle("parcels/7", "B0")).isFalse();
        assertThat(campaign.status().accepted()).isEqualTo(300);
    }

    @Test
    void anUnknownPartIsReleasedOnlyWhenNothingCanArriveAnyMore() {
        parcels.cloud.when(Parcels.OPERATION).thenCutAfterRequest().thenSucceed();
        Campaign<SmsRecipient> campaign = campaign(settings -> settings.parallel(1));
        campaign.run(Parcels.source(200));
        String part = campaign.unknownParts().get(0).part().name();

        assertThat(campaign.release(part, "asked the service")).isFalse();
        storeTime.advance(Duration.ofMinutes(30));
        assertThat(campaign.release(part, "asked the service")).isFalse();
        storeTime.advance(Duration.ofMinutes(2));
        assertThat(campaign.release(part, "asked the service")).isTrue();
        assertThat(campaign.run(Parcels.source(200))).isEqualTo(new CampaignReport(200, 0, 0, 0, 0, true, null));
    }

    @Test
    void halvesFindTheRecipientThatSpoilsAPart() throws IOException {
        refuseEveryPartWith(Parcels.number(237));
        Campaign<SmsRecipient> campaign = campaign(settings -> settings.splitRefused(true));
        CampaignReport report = campaign.run(Parcels.source(400));

        assertThat(report).isEqualTo(new CampaignReport(399, 1, 0, 0, 0, true, null));
        assertThat(outcomes(campaign).get(237))
                .isEqualTo(new RecipientOutcome(237, KeyState.REFUSED, null, "isv.MOBILE_NUMBER_ILLEGAL"));
        assertThat(outcomes(campaign))
                .extracting(RecipientOutcome::ordinal)
                .isSorted()
                .hasSize(400);
        assertThat(campaign().run(Parcels.source(400))).isEqualTo(report);
        assertThat(parcels.cloud.receivedCount(Parcels.OPERATION)).isLessThanOrEqualTo(4 + 14);
    }

    @Test
    void aRefusedPartIsSplitOnlyWhenAsked() {
        refuseEveryPartWith(Parcels.number(237));
        CampaignReport report = campaign().run(Parcels.source(400));

        assertThat(report).isEqualTo(new CampaignReport(300, 100, 0, 0, 0, true, null));
        assertThat(parcels.cloud.receivedCount(Parcels.OPERATION)).isEqualTo(4);
    }

    private void refuseEveryPartWith(String number) {
        parcels.cloud
                .when(Parcels.OPERATION)
                .thenAnswer(call -> Parcels.numbersOf(call).contains(number)
                        ? Reply.json("{\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\",\"Message\":\"bad\"}")
                        : Reply.json("{\"Code\":\"OK\",\"BizId\":\"1\"}"));
    }

    @Test
    void aPartThatIsTooLargeIsSplit() {
        try (DysmsInternationalClient international =
                parcels.cloud.configure(DysmsInternationalClient.builder()).build()) {
            Batch<GlobeMessage> batch = international.batches().batchSendMessageToGlobe(b -> b.from("Acme"));
            Source<GlobeMessage> source = Source.iterable(() -> IntStream.range(0, 250)
                    .mapToObj(i -> GlobeMessage.of("62812" + (10_000_000 + i), "x".repeat(200)))
                    .iterator());
            var all = new CampaignReport(250, 0, 0, 0, 0, true, null);

            assertThat(once().build()
                            .campaign(NAME, batch, settings -> settings.rate(50))
                            .run(source))
                    .isEqualTo(all);
            assertThat(once().build()
                            .campaign(NAME, batch, settings -> settings.rate(50))
                            .run(source))
                    .isEqualTo(all);
            assertThat(parcels.cloud.received("BatchSendMessageToGlobe"))
                    .extracting(call -> call.parameter("TaskId"))
                    .containsExactlyInAnyOrder("parcels/0.0", "parcels/0.1", "parcels/0.2", "parcels/0.3");
        }
    }

    @Test
    void twoMessagesToOneNumberGoIntoDifferentParts() {
        Source<SmsRecipient> source = Parcels.source(
                200, i -> SmsRecipient.of(Parcels.number(i == 50 ? 7 : i), "Acme", Map.of("parcel", "P" + i)));
        CampaignReport report = campaign().run(source);

        assertThat(report).isEqualTo(new CampaignReport(200, 0, 0, 0, 0, true, null));
        assertThat(parcels.timesArrived()).containsEntry(Parcels.number(7), 2).hasSize(199);
        assertThat(parcels.ownIds()).containsExactlyInAnyOrder("parcels/0.0", "parcels/0.1", "parcels/1");
    }

    @Test
    void theSameMessageToTheSameNumberIsRefusedWithinAPart() {
        Campaign<SmsRecipient> campaign = campaign();
        CampaignReport report = campaign.run(Parcels.source(200, i -> Parcels.recipient(i == 50 ? 7 : i)));

        assertThat(report).isEqualTo(new CampaignReport(199, 1, 0, 0, 0, true, null));
        assertThat(outcomes(campaign).get(50).code()).isEqualTo("RepeatedRecipient");
        assertThat(parcels.arrived()).hasSize(199).doesNotHaveDuplicates();
    }

    @Test
    void aCrashDoesNotHideWhomTheGuardRefused() {
        try (DysmsMainlandClient guarded = parcels.sms.withOptions(options -> options.guard(message ->
                message.to().endsWith(Parcels.number(3)) ? Verdict.refuse("asked not to") : Verdict.pass()))) {
            parcels.cloud.when(Parcels.OPERATION).thenCutAfterRequest().thenSucceed();
            Once once = once().build();
            Campaign<SmsRecipient> campaign = once.campaign(
                    NAME, guarded.batches().sendBatchSms(b -> b.templateCode("SMS_123456")), s -> s.parallel(1));
            CampaignReport lost = campaign.run(Parcels.source(150));
            once.settle("parcels/0", "B0");

            assertThat(lost).isEqualTo(new CampaignReport(50, 0, 1, 99, 0, true, null));
            assertThat(campaign.status().accepted()).isEqualTo(149);
            assertThat(outcomes(campaign).get(3).state()).isEqualTo(KeyState.NOT_SENT);
        }
    }

    @Test
    void theReportHasALineForEachRecipientAndNoNumber(@TempDir Path folder) throws IOException {
        refuseEveryPartWith(Parcels.number(150));
        Path file = folder.resolve("report.csv");
        campaign().run(Parcels.source(200));
        campaign().report(file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .hasSize(201)
                .startsWith("ordinal,state,message_id,code", "0,ACCEPTED,1,")
                .endsWith("199,REFUSED,,isv.MOBILE_NUMBER_ILLEGAL");
        assertThat(lines).noneMatch(line -> line.contains("1391"));
    }

    @Test
    void aFileIsReadLineByLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("numbers.txt");
        Files.write(file, (Iterable<String>) IntStream.range(0, 450).mapToObj(Parcels::number)::iterator);
        List<CampaignProgress> progress = new ArrayList<>();
        Source<SmsRecipient> source = Source.lines(file, line -> SmsRecipient.of(line, "Acme", Map.of()));
        CampaignReport report =
                campaign(settings -> settings.onProgress(progress::add)).run(source);

        assertThat(report.accepted()).isEqualTo(450);
        CampaignProgress last = progress.get(progress.size() - 1);
        assertThat(last.done()).isEqualTo(450);
        assertThat(last.total()).hasValue(450);
        assertThat(last.remaining())
                .satisfiesAnyOf(
                        left -> assertThat(left).isNull(),
                        left -> assertThat(left).isZero());
    }

    @Test
    void aSourceIsNeverHeld() {
        var opened = new ArrayList<Long>();
        Source<SmsRecipient> source = from -> {
            opened.add(from);
            return Stream.iterate(Math.toIntExact(from), i -> i < 30_000, i -> i + 1)
                    .map(Parcels::recipient);
        };
        assertThat(campaign().run(source).accepted()).isEqualTo(30_000);
        assertThat(opened).containsExactly(0L);
    }
}
