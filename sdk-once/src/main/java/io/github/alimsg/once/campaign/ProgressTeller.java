package io.github.alimsg.once.campaign;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.once.store.PartStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application how far a campaign is, about every second. */
final class ProgressTeller {
    private static final Logger LOG = LoggerFactory.getLogger(Campaign.class);
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int SAMPLES = 30;

    private final @Nullable Consumer<? super CampaignProgress> listener;
    private final PartStore store;
    private final String campaign;
    private final OptionalLong total;
    private final TimeSource time;
    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long done) {}

    ProgressTeller(CampaignSettings<?> settings, PartStore store, String campaign, Source<?> source, TimeSource time) {
        this.listener = settings.progress();
        this.store = store;
        this.campaign = campaign;
        this.total = listener == null ? OptionalLong.empty() : source.size();
        this.time = time;
    }

    /** Tells, if it is time to. */
    void tellIfDue() {
        Sample last = samples.peekLast();
        if (last == null || time.nanoTime() - last.nanos >= EVERY_NANOS) {
            tell();
        }
    }

    /** Tells now. */
    void tell() {
        if (listener == null) {
            return;
        }
        long done = CampaignReport.of(store.totals(campaign), false, null).done();
        var now = new Sample(time.nanoTime(), done);
        samples.add(now);
        if (samples.size() > SAMPLES) {
            samples.remove();
        }
        Sample first = samples.element();
        long nanos = now.nanos - first.nanos;
        double perSecond = nanos <= 0 ? 0 : (done - first.done) * 1e9 / nanos;
        Duration remaining = total.isEmpty() || perSecond <= 0
                ? null
                : Duration.ofSeconds(Math.round(Math.max(0, total.getAsLong() - done) / perSecond));
        try {
            listener.accept(new CampaignProgress(done, total, perSecond, remaining));
        } catch (Throwable e) { // of the application
            LOG.debug("onProgress failed: {}", e.getClass().getName());
        }
    }
}
