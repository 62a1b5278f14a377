package io.github.alimsg.once.campaign;

import io.github.alimsg.core.batch.Batch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a source window by window, from any of them on. */
final class WindowReader<R> implements AutoCloseable {
    private final Batch<R> batch;
    private final Stream<R> stream;
    private final Iterator<R> recipients;
    private long number;

    /**
     * Opens a source.
     *
     * @param source the source
     * @param batch what is sent
     * @param number the number of the first window to read
     */
    WindowReader(Source<R> source, Batch<R> batch, long number) {
        this.batch = batch;
        this.number = number;
        this.stream = source.open(number * batch.maxRecipients());
        this.recipients = stream.iterator();
    }

    /** The next window; null at the end of the source. */
    @Nullable
    Window<R> next() {
        long first = number * batch.maxRecipients();
        List<R> window = new ArrayList<>(batch.maxRecipients());
        while (window.size() < batch.maxRecipients() && recipients.hasNext()) {
            window.add(Objects.requireNonNull(recipients.next(), "a recipient of the source"));
        }
        return window.isEmpty() ? null : new Window<>(batch, number++, first, window);
    }

    /** Passes over windows until one; fails if the source has changed and is shorter. */
    Window<R> skipTo(long wanted, long firstRecipient, long lastRecipient) {
        Window<R> window = next();
        while (window != null && window.number() < wanted) {
            window = next();
        }
        if (window == null) {
            throw CampaignChangedException.recipients(firstRecipient, lastRecipient);
        }
        return window;
    }

    @Override
    public void close() {
        stream.close();
    }
}
