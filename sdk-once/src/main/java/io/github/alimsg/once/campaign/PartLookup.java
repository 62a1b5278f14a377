package io.github.alimsg.once.campaign;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.once.campaign.OutcomeRuns.Single;
import io.github.alimsg.once.store.PartRecord;
import io.github.alimsg.once.store.PartStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up parts that are unknown. A part is one request: one of its messages, found by the part's own id, settles it.
 * That none is found proves nothing.
 */
final class PartLookup<R> {
    private static final Logger LOG = LoggerFactory.getLogger(Campaign.class);

    /** The service may list no message to the one or the other, such as a number that does not exist. */
    private static final int MAX_RECIPIENTS = 3;

    /** More than a call lasts with all its attempts. */
    private static final Duration AROUND = Duration.ofHours(1);

    private final CampaignContext context;
    private final PartStore store;
    private final Batch<R> batch;

    PartLookup(CampaignContext context, PartStore store, Batch<R> batch) {
        this.context = context;
        this.store = store;
        this.batch = batch;
    }

    /** Whether a part can be looked up; if not, its recipients need not be read. */
    boolean isPossible(PartRecord record) {
        return record.ownId() != null && record.sentAt() != null && lookup().isPresent();
    }

    private Optional<SendLookup> lookup() {
        return context.lookups().stream()
                .filter(each -> each.operations().contains(batch.operation()))
                .findFirst();
    }

    /** Looks a part up, and writes down what was found. */
    void run(PartRecord record, @Nullable LoadedPart<R> part) {
        FoundMessage found = null;
        try {
            found = part == null ? null : find(record, part);
        } catch (SdkException e) {
            LOG.debug("a part can't be looked up: {}", e.getClass().getName());
        }
        String name = record.part().name();
        if (found == null) {
            store.lookedUp(
                    record.campaign(),
                    name,
                    record.fence(),
                    context.nextLookUp().apply(record.lookUps()));
        } else {
            store.finish(
                    record.campaign(),
                    name,
                    record.fence(),
                    PartResults.accepted(record, found.messageId()),
                    List.of());
        }
    }

    private @Nullable FoundMessage find(PartRecord record, LoadedPart<R> part) {
        String ownId = record.ownId();
        Instant sentAt = record.sentAt();
        SendLookup lookup = lookup().orElse(null);
        if (ownId == null
                || sentAt == null
                || lookup == null
                || !context.store().findByOwnId(ownId).isEmpty()) {
            return null;
        }
        for (R recipient : firstInRequest(record, part)) {
            String to = batch.describe(List.of(recipient)).messages().get(0).to();
            var query = SentQuery.builder(batch.operation(), to, sentAt.minus(AROUND))
                    .until(sentAt.plus(AROUND))
                    .ownId(ownId)
                    .build();
            for (FoundMessage message : lookup.find(query)) {
                if (ownId.equals(message.ownId())) {
                    return message;
                }
            }
        }
        return null;
    }

    private List<R> firstInRequest(PartRecord record, LoadedPart<R> part) {
        List<Single> singles = PartResults.singles(record);
        List<R> recipients = new ArrayList<>();
        for (int i = 0; i < singles.size() && recipients.size() < MAX_RECIPIENTS; i++) {
            if (singles.get(i).state().isOpen()) {
                recipients.add(part.recipients().get(i));
            }
        }
        return recipients;
    }
}
