package io.github.alimsg.once;

import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up unknown keys until they are settled or the horizon has passed.
 *
 * <p>That a message is not found proves nothing, so a look-up only ever settles a key as accepted. It does so by an own id
 * that was made of the key. Applications reuse their own ids, for two messages of one order or for a whole batch; a key
 * with such an id is settled only if no other key has it, and the message found has the template and was sent after the
 * mark: finding the other message would hide a lost one.
 */
final class Reconciler {
    /** Minutes between look-ups at first; then one an hour. */
    private static final List<Duration> FIRST = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60));

    private static final Duration LATER = Duration.ofHours(1);
    private static final int PAGE = 100;

    private final KeyStore store;
    private final OutcomeWriter writer;
    private final List<SendLookup> lookups;
    private final Function<? super String, ? extends @Nullable String> recipientOf;
    private final Duration horizon;

    Reconciler(
            KeyStore store,
            OutcomeWriter writer,
            List<SendLookup> lookups,
            Function<? super String, ? extends @Nullable String> recipientOf,
            Duration horizon) {
        this.store = store;
        this.writer = writer;
        this.lookups = lookups;
        this.recipientOf = recipientOf;
        this.horizon = horizon;
    }

    List<SendLookup> lookups() {
        return lookups;
    }

    /** Looks up what is due, once. */
    Reconciliation run() {
        int lookedUp = 0;
        int settled = 0;
        int undecided = 0;
        List<RuntimeException> failures = new ArrayList<>();
        List<KeyRecord> page;
        do {
            page = store.unsettled(PAGE);
            for (KeyRecord record : page) {
                lookedUp++;
                FoundMessage found = null;
                try {
                    found = find(record);
                } catch (RuntimeException e) {
                    failures.add(e);
                }
                if (found != null) {
                    writer.writeNow(record.key(), record.fence(), KeyOutcome.accepted(found.messageId(), null));
                    settled++;
                } else {
                    Duration next = next(record.lookUps());
                    store.lookedUp(record.key(), record.fence(), next);
                    undecided += next == null ? 1 : 0;
                }
            }
        } while (page.size() == PAGE);
        return new Reconciliation(lookedUp, settled, undecided, List.copyOf(failures));
    }

    private @Nullable FoundMessage find(KeyRecord record) {
        Instant sentAt = record.sentAt();
        String ownId = record.ownId();
        if (sentAt == null || ownId == null) {
            return null;
        }
        for (SendLookup lookup : lookups) {
            String to = lookup.operations().contains(record.operation()) ? recipientOf.apply(record.key()) : null;
            if (to != null) {
                var query = SentQuery.builder(
                                record.operation(),
                                to,
                                record.createdAt().isBefore(sentAt) ? record.createdAt() : sentAt)
                        .ownId(ownId)
                        .build();
                for (FoundMessage message : lookup.find(query)) {
                    if (proves(message, record, sentAt)) {
                        return message;
                    }
                }
            }
        }
        return null;
    }

    private boolean proves(FoundMessage message, KeyRecord record, Instant sentAt) {
        if (!Objects.equals(message.ownId(), record.ownId())) {
            return false;
        }
        if (record.isOwnIdDerived()) {
            return true;
        }
        Instant found = message.sentAt();
        // The service knows seconds only: one that the mark is in may have begun before it.
        Instant fromThen = sentAt.truncatedTo(ChronoUnit.SECONDS).equals(sentAt)
                ? sentAt
                : sentAt.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return record.template() != null
                && record.template().equals(message.template())
                && found != null
                && !found.isBefore(fromThen)
                && store.findByOwnId(Objects.requireNonNull(record.ownId())).size() == 1;
    }

    /** When a key is looked up next after a number of look-ups and this one; null when the horizon has passed by then. */
    @Nullable
    Duration next(int before) {
        Duration passed = Duration.ZERO;
        for (int i = 0; i < before; i++) {
            passed = passed.plus(pause(i));
        }
        Duration pause = pause(before);
        return passed.plus(pause).compareTo(horizon) > 0 ? null : pause;
    }

    private static Duration pause(int index) {
        return index < FIRST.size() ? FIRST.get(index) : LATER;
    }
}
