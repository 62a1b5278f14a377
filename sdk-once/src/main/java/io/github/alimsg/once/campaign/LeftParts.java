package io.github.alimsg.once.campaign;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.PartRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts that were left behind: reads their recipients again, and looks up those that are unknown. */
final class LeftParts<R> {
    private final Source<R> source;
    private final Batch<R> batch;
    private final PartLookup<R> lookup;
    private final List<PartRecord> records;

    /**
     * Creates them.
     *
     * @param source the recipients
     * @param batch what is sent
     * @param lookup looks up parts
     * @param records the parts, in the order of the source
     */
    LeftParts(Source<R> source, Batch<R> batch, PartLookup<R> lookup, List<PartRecord> records) {
        this.source = source;
        this.batch = batch;
        this.lookup = lookup;
        this.records = records;
    }

    /** Looks up the unknown ones, and returns the others, to be sent. */
    List<LoadedPart<R>> lookUpAndLoad() {
        List<LoadedPart<R>> toSend = new ArrayList<>();
        List<PartRecord> toRead = new ArrayList<>();
        for (PartRecord record : records) {
            if (record.state() != KeyState.UNKNOWN || lookup.isPossible(record)) {
                toRead.add(record);
            } else {
                lookup.run(record, null);
            }
        }
        if (toRead.isEmpty()) {
            return toSend;
        }
        try (var windows = new WindowReader<>(source, batch, windowOf(toRead.get(0)))) {
            Window<R> window = null;
            for (PartRecord record : toRead) {
                window = window(windows, window, record);
                LoadedPart<R> part = window.part(record.part());
                if (record.state() == KeyState.UNKNOWN) {
                    lookup.run(record, part);
                } else {
                    toSend.add(part);
                }
            }
        }
        return toSend;
    }

    private Window<R> window(WindowReader<R> windows, @Nullable Window<R> current, PartRecord record) {
        return current != null && current.number() == windowOf(record)
                ? current
                : windows.skipTo(
                        windowOf(record), record.part().first(), record.part().last());
    }

    private long windowOf(PartRecord record) {
        return record.part().first() / batch.maxRecipients();
    }
}
