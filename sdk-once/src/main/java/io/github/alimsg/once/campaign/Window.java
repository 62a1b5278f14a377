package io.github.alimsg.once.campaign;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.once.store.Part;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recipients next to each other in the source, as many as a request may have. They are a part, unless they do not fit
 * into one request. Where windows begin depends on nothing but the size of a request, and how one is split on its own
 * recipients only; so every process splits alike, wherever it begins to read.
 */
final class Window<R> {
    private final Batch<R> batch;
    private final long number;
    private final long first;
    private final List<R> recipients;
    private @Nullable BitSet repeated;

    /**
     * Creates a window.
     *
     * @param batch what is sent
     * @param number its number, from 0
     * @param first the position of its first recipient in the source
     * @param recipients its recipients; at least one
     */
    Window(Batch<R> batch, long number, long first, List<R> recipients) {
        this.batch = batch;
        this.number = number;
        this.first = first;
        this.recipients = recipients;
    }

    /** Which recipients are the same message to the same address as one before: found when it is asked for. */
    private BitSet repeated() {
        BitSet found = repeated;
        if (found == null) {
            found = new BitSet();
            Set<Object> messages = new HashSet<>();
            for (int i = 0; i < recipients.size(); i++) {
                R recipient = recipients.get(i);
                found.set(i, !messages.add(List.of(batch.address(recipient), batch.content(recipient))));
            }
            repeated = found;
        }
        return found;
    }

    long number() {
        return number;
    }

    /** All of it. */
    LoadedPart<R> whole() {
        return part(Long.toString(number), 0, recipients.size());
    }

    /**
     * The part or parts that it has to be sent in: one if it fits. Nearly all do and have no address twice, and most have
     * been sent when a campaign goes on: their request is written once, for its size and its fingerprint.
     */
    List<LoadedPart<R>> parts() {
        try {
            CallJournal.Call call = batch.describePart(recipients);
            if (call == null) {
                return split();
            }
            var part = new Part(Long.toString(number), first, first + recipients.size() - 1, fingerprint(call));
            return List.of(new LoadedPart<>(part, recipients, new BitSet()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "recipients of the source from " + first + " on, counted from 0, can't be sent to: "
                            + e.getMessage(),
                    e);
        }
    }

    private List<LoadedPart<R>> split() {
        BitSet repeated = repeated();
        List<R> distinct = new ArrayList<>(recipients.size());
        for (int i = 0; i < recipients.size(); i++) {
            if (!repeated.get(i)) {
                distinct.add(recipients.get(i));
            }
        }
        List<List<R>> fitting = batch.split(distinct);
        if (fitting.size() == 1) {
            return List.of(whole());
        }
        List<LoadedPart<R>> parts = new ArrayList<>();
        int start = 0;
        for (List<R> each : fitting) {
            int end = start;
            for (int left = each.size(); end < recipients.size() && (left > 0 || repeated.get(end)); end++) {
                left -= repeated.get(end) ? 0 : 1;
            }
            parts.add(part(number + "." + parts.size(), start, end));
            start = end;
        }
        return parts;
    }

    /** The part that the store knows by a name and its place in the source. */
    LoadedPart<R> part(Part known) {
        int from = Math.toIntExact(known.first() - first);
        int to = Math.toIntExact(known.last() - first + 1);
        if (from < 0 || to > recipients.size()) {
            throw CampaignChangedException.recipients(known.first(), known.last());
        }
        LoadedPart<R> part = part(known.name(), from, to);
        if (!part.part().equals(known)) {
            throw CampaignChangedException.recipients(known.first(), known.last());
        }
        return part;
    }

    /** The halves of a part. */
    static <R> List<LoadedPart<R>> halves(Batch<R> batch, LoadedPart<R> of) {
        int size = of.recipients().size();
        int middle = size / 2;
        return List.of(fraction(batch, of, 0, 0, middle), fraction(batch, of, 1, middle, size));
    }

    private static <R> LoadedPart<R> fraction(Batch<R> batch, LoadedPart<R> of, int index, int from, int to) {
        Part part = of.part();
        return load(
                batch,
                part.name() + "." + index,
                part.first() + from,
                of.recipients().subList(from, to),
                of.repeated().get(from, to));
    }

    private LoadedPart<R> part(String name, int from, int to) {
        return load(
                batch,
                name,
                first + from,
                recipients.subList(from, to),
                repeated().get(from, to));
    }

    private static <R> LoadedPart<R> load(
            Batch<R> batch, String name, long first, List<R> recipients, BitSet repeated) {
        String fingerprint = fingerprint(batch, recipients);
        var part = new Part(name, first, first + recipients.size() - 1, fingerprint);
        return new LoadedPart<>(part, recipients, repeated);
    }

    /** The fingerprint of what is sent to recipients; of the settings alone without any. */
    static <R> String fingerprint(Batch<R> batch, List<R> recipients) {
        return fingerprint(batch.describe(recipients));
    }

    private static String fingerprint(CallJournal.Call call) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(call.digest());
    }
}
