package io.github.alimsg.micrometer;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.SeenReceipts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Meters of receipts: handled, failed and repeated, and their lag.
 *
 * <pre>{@code
 * ReceiptMeters meters = new ReceiptMeters(registry);
 * ReceiptDispatcher receipts = DysmsMainlandReceipts.builder()
 *         .onSmsReport(meters.timed(orders::reported))
 *         .deduplicate(meters.counted(SeenReceipts.inMemory()))
 *         .build();
 * }</pre>
 *
 * <p>{@link ReceiptMeterDocumentation} lists them. What a registry throws never changes how a receipt is handled.
 */
public final class ReceiptMeters {
    private final MeterRegistry registry;
    private final Tags tags;
    private final TimeSource time;

    /**
     * Creates meters without further tags.
     *
     * @param registry where they are registered, each when it is first needed
     */
    public ReceiptMeters(MeterRegistry registry) {
        this(registry, Tags.empty(), TimeSource.system());
    }

    /**
     * Creates meters with tags of the application.
     *
     * @param registry where they are registered, each when it is first needed
     * @param tags tags of all meters
     * @param time the clock that the lag is measured by
     */
    public ReceiptMeters(MeterRegistry registry, Iterable<Tag> tags, TimeSource time) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.tags = Tags.of(tags);
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Measures a handler.
     *
     * @param handler the handler
     * @param <T> the kind of receipt
     * @return one that does the same and is measured
     */
    public <T extends Receipt> ReceiptHandler<T> timed(ReceiptHandler<? super T> handler) {
        Objects.requireNonNull(handler, "handler");
        return receipt -> {
            Isolated.run(() -> recordLag(receipt));
            long began = time.nanoTime();
            boolean handled = false;
            try {
                handler.handle(receipt);
                handled = true;
            } finally {
                String outcome = handled ? "handled" : "failed";
                long took = time.nanoTime() - began;
                Isolated.run(() -> timer(
                                ReceiptMeterDocumentation.HANDLED,
                                "Time that handlers of receipts took",
                                kind(receipt).and(ReceiptMeterDocumentation.HandlerKeys.OUTCOME.asString(), outcome))
                        .record(Duration.ofNanos(took)));
            }
        };
    }

    /** The service's clock may be ahead of ours. */
    private void recordLag(Receipt receipt) {
        Instant happened = receipt.happenedAt();
        if (happened != null) {
            Duration lag = Duration.between(happened, time.instant());
            timer(
                            ReceiptMeterDocumentation.LAG,
                            "Time between the event that a receipt is about and its handling",
                            kind(receipt))
                    .record(lag.isNegative() ? Duration.ZERO : lag);
        }
    }

    private Tags kind(Receipt receipt) {
        return tags.and(
                ReceiptMeterDocumentation.HandlerKeys.RECEIPT.asString(),
                receipt.getClass().getSimpleName());
    }

    private Timer timer(ReceiptMeterDocumentation meter, String description, Tags tags) {
        return Timer.builder(meter.getName())
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /**
     * Counts the receipts that a memory of handled receipts keeps from being handled again.
     *
     * @param seen the memory
     * @return one that does the same and counts
     */
    public SeenReceipts counted(SeenReceipts seen) {
        Objects.requireNonNull(seen, "seen");
        return new SeenReceipts() {
            @Override
            public Claim claim(String key) {
                Claim claim = seen.claim(key);
                if (claim != Claim.FIRST) {
                    Isolated.run(() -> repeated(claim).increment());
                }
                return claim;
            }

            @Override
            public void confirm(String key) {
                seen.confirm(key);
            }

            @Override
            public void release(String key) {
                seen.release(key);
            }
        };
    }

    private Counter repeated(SeenReceipts.Claim claim) {
        return Counter.builder(ReceiptMeterDocumentation.REPEATED.getName())
                .description("Receipts that were not handed on")
                .baseUnit(ReceiptMeterDocumentation.REPEATED.getBaseUnit())
                .tags(tags.and(
                        ReceiptMeterDocumentation.RepeatKeys.CLAIM.asString(),
                        claim.name().toLowerCase(Locale.ROOT)))
                .register(registry);
    }
}
