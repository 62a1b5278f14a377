package io.github.alimsg.once.store;

import io.github.alimsg.once.store.KeyStore.Finish;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Campaigns in memory. All methods hold one lock, and none waits for anything. */
final class InMemoryPartStore implements PartStore {
    private final InstantSource clock;
    private final Map<String, Campaign> campaigns = new HashMap<>();
    private final Map<String, KeyOwner> keys = new HashMap<>();

    InMemoryPartStore(InstantSource clock) {
        this.clock = clock;
    }

    private record KeyOwner(String campaign, long position) {}

    private static final class Campaign {
        private CampaignRecord record;
        private Instant nextMoment = Instant.EPOCH;
        private final Map<String, StoredPart> parts = new HashMap<>();

        Campaign(CampaignRecord record) {
            this.record = record;
        }

        /** Takes a moment, and returns how long it is until then. */
        Duration takeMoment(Instant now) {
            Instant moment = nextMoment.isAfter(now) ? nextMoment : now;
            nextMoment = moment.plusNanos((long) (1e9 / record.partsPerSecond()));
            return Duration.between(now, moment);
        }
    }

    @Override
    public synchronized CampaignRecord open(CampaignRecord campaign) {
        Campaign known = campaigns.computeIfAbsent(campaign.name(), name -> new Campaign(campaign));
        if (known.record.fingerprint().equals(campaign.fingerprint())) {
            known.record = campaign;
        }
        return known.record;
    }

    @Override
    public synchronized List<PartClaim> claim(PartClaim.Request request) {
        Campaign campaign = known(request.campaign());
        List<PartClaim> claims = new ArrayList<>();
        int claimed = 0;
        for (Part part : request.parts()) {
            if (claimed == request.most()) {
                break;
            }
            PartClaim claim = claim(campaign, part, request.leaseMillis());
            claims.add(claim);
            if (claim.kind() == Claim.Kind.REUSED) {
                break;
            }
            claimed += claim.kind() == Claim.Kind.CLAIMED ? 1 : 0;
        }
        return claims;
    }

    private PartClaim claim(Campaign campaign, Part part, long leaseMillis) {
        Instant now = clock.instant();
        StoredPart stored =
                campaign.parts.computeIfAbsent(part.name(), name -> new StoredPart(campaign.record.name(), part, now));
        if (!stored.part().equals(part)) {
            return new PartClaim(Claim.Kind.REUSED, stored.record(), Duration.ZERO);
        }
        if (!stored.isSendable(now)) {
            return new PartClaim(Claim.Kind.TAKEN, stored.record(), Duration.ZERO);
        }
        Duration wait = campaign.takeMoment(now);
        stored.claim(now, now.plus(wait).plusMillis(leaseMillis));
        return new PartClaim(Claim.Kind.CLAIMED, stored.record(), wait);
    }

    @Override
    public synchronized Set<Long> takeKeys(String campaign, Map<Long, String> wanted) {
        Set<Long> ofOthers = new HashSet<>();
        new TreeMap<>(wanted).forEach((position, key) -> {
            var owner = new KeyOwner(campaign, position);
            if (!keys.computeIfAbsent(key, free -> owner).equals(owner)) {
                ofOthers.add(position);
            }
        });
        return ofOthers;
    }

    @Override
    public synchronized boolean mark(String campaign, String part, long fence, Mark mark, @Nullable String details) {
        StoredPart stored = find(campaign, part);
        return stored != null && stored.mark(clock.instant(), fence, mark, details);
    }

    @Override
    public synchronized Finish finish(
            String campaign, String part, long fence, PartOutcome outcome, List<Part> fractions) {
        StoredPart stored = find(campaign, part);
        if (stored == null) {
            return Finish.SUPERSEDED;
        }
        Instant now = clock.instant();
        Finish finish = stored.finish(now, fence, outcome, !fractions.isEmpty());
        if (finish == Finish.RECORDED) {
            insert(campaign, fractions, now);
        }
        return finish;
    }

    @Override
    public synchronized Optional<PartRecord> split(String campaign, Part part, List<Part> fractions) {
        StoredPart stored = find(campaign, part.name());
        if (stored != null) {
            return Optional.of(stored.record());
        }
        Instant now = clock.instant();
        StoredPart whole = new StoredPart(campaign, part, now);
        whole.split(now);
        known(campaign).parts.put(part.name(), whole);
        insert(campaign, fractions, now);
        return Optional.empty();
    }

    private void insert(String campaign, List<Part> fractions, Instant now) {
        Map<String, StoredPart> parts = known(campaign).parts;
        fractions.forEach(part -> parts.putIfAbsent(part.name(), new StoredPart(campaign, part, now)));
    }

    private Campaign known(String campaign) {
        return Objects.requireNonNull(campaigns.get(campaign), "the campaign is not open");
    }

    @Override
    public synchronized List<PartRecord> parts(String campaign, long from, int most) {
        return records(campaign, from, most, part -> true);
    }

    @Override
    public synchronized List<PartRecord> unfinished(String campaign, long from, int most) {
        Instant now = clock.instant();
        partsOf(campaign).forEach(part -> part.giveUpSender(now));
        return records(campaign, from, most, part -> part.isSendable(now) || part.isToLookUp(now));
    }

    private List<PartRecord> records(String campaign, long from, int most, Predicate<StoredPart> which) {
        return partsOf(campaign)
                .filter(part -> !part.record().isSplit() && part.part().first() >= from)
                .filter(which)
                .map(StoredPart::record)
                .sorted(Comparator.comparingLong(record -> record.part().first()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<PartRecord> findByOwnId(String ownId) {
        List<PartRecord> found = campaigns.values().stream()
                .flatMap(campaign -> campaign.parts.values().stream())
                .map(StoredPart::record)
                .filter(record -> ownId.equals(record.ownId()))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public synchronized List<PartTotals> totals(String campaign) {
        Map<KeyState, PartTotals> totals = new EnumMap<>(KeyState.class);
        partsOf(campaign)
                .map(StoredPart::record)
                .filter(part -> !part.isSplit())
                .forEach(part -> {
                    PartTotals before =
                            totals.getOrDefault(part.state(), new PartTotals(part.state(), 0, 0, PartCounts.NONE));
                    totals.put(
                            part.state(),
                            new PartTotals(
                                    part.state(),
                                    before.parts() + 1,
                                    before.recipients() + part.part().size(),
                                    before.counts().plus(part.counts())));
                });
        return List.copyOf(totals.values());
    }

    @Override
    public synchronized void lookedUp(String campaign, String part, long fence, @Nullable Duration nextIn) {
        StoredPart stored = find(campaign, part);
        if (stored != null) {
            stored.lookedUp(clock.instant(), fence, nextIn);
        }
    }

    @Override
    public synchronized boolean release(String campaign, String part, Duration minimum, String why) {
        StoredPart stored = find(campaign, part);
        return stored != null && stored.release(clock.instant(), minimum, why);
    }

    @Override
    public synchronized int prune(Duration retention) {
        Instant oldest = clock.instant().minus(retention);
        int before = campaigns.size();
        campaigns
                .values()
                .removeIf(campaign -> campaign.parts.values().stream().allMatch(part -> part.isSettledBefore(oldest)));
        keys.values().removeIf(owner -> !campaigns.containsKey(owner.campaign));
        return before - campaigns.size();
    }

    private Stream<StoredPart> partsOf(String campaign) {
        Campaign known = campaigns.get(campaign);
        return known == null ? Stream.empty() : known.parts.values().stream();
    }

    private @Nullable StoredPart find(String campaign, String part) {
        Campaign known = campaigns.get(campaign);
        return known == null ? null : known.parts.get(part);
    }
}
