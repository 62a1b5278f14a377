package io.github.alimsg.micrometer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.testing.ManualTime;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReceiptMetersTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ManualTime time = new ManualTime(NOW);
    private final ReceiptMeters meters = new ReceiptMeters(registry, Tags.of("account", "shop"), time);
    private final List<String> handled = new ArrayList<>();

    private ReceiptDispatcher receipts(ReceiptHandler<ChatAppStatus> handler) {
        return CamsReceipts.builder()
                .onStatus(meters.timed(handler))
                .deduplicate(meters.counted(SeenReceipts.inMemory()))
                .build();
    }

    private static byte[] status(String id, Instant at) {
        return ("[{\"MessageId\":\"" + id + "\",\"Status\":\"Delivered\",\"Timestamp\":" + at.toEpochMilli() + "}]")
                .getBytes(UTF_8);
    }

    private Timer timer(String name, String... tags) {
        return registry.get(name).tags(tags).timer();
    }

    @Test
    void handledReceiptsAreTimedWithTheirLag() {
        ReceiptDispatcher receipts = receipts(status -> {
            time.advance(Duration.ofMillis(30));
            handled.add(status.messageId());
        });

        assertThat(receipts.handle(status("m1", NOW.minusSeconds(4))).accepted())
                .isTrue();

        assertThat(handled).containsExactly("m1");
        Timer timer = timer("alimsg.receipts.handled", "receipt", "ChatAppStatus", "outcome", "handled");
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
        assertThat(timer.getId().getTag("account")).isEqualTo("shop");
        assertThat(timer("alimsg.receipts.lag", "receipt", "ChatAppStatus").totalTime(TimeUnit.SECONDS))
                .isEqualTo(4);
    }

    @Test
    void aClockThatIsAheadIsNoLag() {
        receipts(status -> {}).handle(status("m1", NOW.plusSeconds(60)));

        assertThat(timer("alimsg.receipts.lag").totalTime(TimeUnit.SECONDS)).isZero();
        assertThat(timer("alimsg.receipts.lag").count()).isEqualTo(1);
    }

    @Test
    void failedReceiptsAreTimedAndTheFailureIsPassedOn() {
        var failure = new IllegalStateException("the application's own");
        ReceiptDispatcher receipts = receipts(status -> {
            throw failure;
        });

        assertThat(receipts.handle(status("m1", NOW)).failures()).containsExactly(failure);

        assertThat(timer("alimsg.receipts.handled", "outcome", "failed").count())
                .isEqualTo(1);
    }

    @Test
    void repeatedReceiptsAreCountedAndNotHandled() {
        ReceiptDispatcher receipts = receipts(status -> handled.add(status.messageId()));

        receipts.handle(status("m1", NOW));
        receipts.handle(status("m1", NOW));
        receipts.handle(status("m1", NOW));

        assertThat(handled).containsExactly("m1");
        assertThat(registry.get("alimsg.receipts.repeated")
                        .tag("claim", "done")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void receiptsThatAreBeingHandledAreCounted() {
        List<ReceiptDispatcher> itself = new ArrayList<>();
        itself.add(receipts(status -> itself.get(0).handle(status("m1", NOW))));

        assertThat(itself.get(0).handle(status("m1", NOW)).accepted()).isTrue();

        assertThat(registry.get("alimsg.receipts.repeated")
                        .tag("claim", "busy")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRegistryThatThrowsChangesNothing() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                throw new IllegalStateException("the application's own");
            }
        });
        ReceiptDispatcher receipts = receipts(status -> handled.add(status.messageId()));

        assertThat(receipts.handle(status("m1", NOW)).accepted()).isTrue();
        assertThat(receipts.handle(status("m1", NOW)).accepted()).isTrue();

        assertThat(handled).containsExactly("m1");
    }
}
