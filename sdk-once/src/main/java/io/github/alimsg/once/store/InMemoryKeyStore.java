package io.github.alimsg.once.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keys in memory. All methods hold one lock, and none waits for anything. */
final class InMemoryKeyStore implements KeyStore {
    private final InstantSource clock;
    private final Map<String, Entry> entries = new HashMap<>();
    private final PartStore parts;

    InMemoryKeyStore(InstantSource clock) {
        this.clock = clock;
        this.parts = new InMemoryPartStore(clock);
    }

    /** A key, with what no record shows: until when its worker may be at it. */
    private static final class Entry {
        private KeyRecord record;
        private Instant leaseUntil = Instant.EPOCH;

        Entry(KeyRecord record) {
            this.record = record;
        }

        boolean isSendable(Instant now) {
            return switch (record.state()) {
                case NEW -> true;
                case NOT_SENT -> isDue(now);
                case CLAIMED -> leaseUntil.isBefore(now);
                default -> false;
            };
        }

        /** Whether too little time has passed since the last try to try again unasked: the square of the tries in seconds. */
        boolean isBackingOff(Instant now) {
            long attempts = record.attempts();
            return record.state() == KeyState.NOT_SENT
                    && record.updatedAt().plusSeconds(attempts * attempts).isAfter(now);
        }

        /** Whether it may have been sent in what the restored backup does not have. */
        boolean isDoubtful(Instant restored) {
            return switch (record.state()) {
                case NEW, NOT_SENT, CLAIMED ->
                    record.note() == null || record.updatedAt().isBefore(restored);
                default -> false;
            };
        }

        boolean isDue(Instant now) {
            return record.notBefore() == null || !record.notBefore().isAfter(now);
        }
    }

    @Override
    public synchronized Claim claim(Claim.Request request) {
        Instant now = clock.instant();
        Entry entry = entries.computeIfAbsent(request.key(), key -> fresh(key, request.operation(), now));
        KeyRecord record = entry.record;
        if (!record.operation().equals(request.operation()) || !same(record.fingerprint(), request.fingerprint())) {
            return new Claim(Claim.Kind.REUSED, record);
        }
        if (!entry.isSendable(now)) {
            return new Claim(Claim.Kind.TAKEN, record);
        }
        entry.leaseUntil = now.plusMillis(request.leaseMillis());
        KeyRecord.Builder claimed = change(record, KeyState.CLAIMED, now)
                .fence(record.fence() + 1)
                .attempts(record.attempts() + 1)
                .notBefore(null);
        if (request.fingerprint() != null) {
            claimed.fingerprint(request.fingerprint());
        }
        entry.record = claimed.build();
        return new Claim(Claim.Kind.CLAIMED, entry.record);
    }

    private static boolean same(@Nullable String known, @Nullable String other) {
        return known == null || other == null || known.equals(other);
    }

    private static Entry fresh(String key, String operation, Instant now) {
        return new Entry(KeyRecord.builder(key, KeyState.NEW, operation)
                .fence(KeyStore.firstFence())
                .createdAt(now)
                .updatedAt(now)
                .build());
    }

    private static KeyRecord.Builder change(KeyRecord record, KeyState state, Instant now) {
        return record.toBuilder().state(state).updatedAt(now);
    }

    @Override
    public synchronized boolean enqueue(String key, String operation) {
        return entries.putIfAbsent(key, fresh(key, operation, clock.instant())) == null;
    }

    @Override
    public synchronized boolean mark(String key, long fence, Mark mark) {
        Entry entry = entries.get(key);
        if (entry == null
                || entry.record.fence() != fence
                || !entry.record.state().isInProgress()) {
            return false;
        }
        Instant now = clock.instant();
        entry.leaseUntil = now.plusMillis(mark.leaseMillis());
        entry.record = change(entry.record, KeyState.SENDING, now)
                .ownId(mark.ownId(), mark.ownIdDerived())
                .template(mark.template())
                .sentAt(now)
                .build();
        return true;
    }

    @Override
    public synchronized Finish finish(String key, long fence, KeyOutcome outcome) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Finish.SUPERSEDED;
        }
        KeyRecord record = entry.record;
        boolean proof = outcome.state() == KeyState.ACCEPTED;
        if (record.fence() != fence && !(proof && record.state().isUnsent())) {
            return late(entry, outcome);
        }
        if (record.state() == outcome.state()
                || !proof && !record.state().isInProgress() && !record.state().isOpen()) {
            return Finish.KNOWN;
        }
        entry.record = change(record, outcome.state(), clock.instant())
                .messageId(outcome.messageId())
                .requestId(outcome.requestId())
                .code(outcome.code())
                .notBefore(outcome.notBefore())
                .build();
        return Finish.RECORDED;
    }

    private Finish late(Entry entry, KeyOutcome outcome) {
        KeyRecord record = entry.record;
        if (record.note() == null || outcome.state() != KeyState.ACCEPTED && outcome.state() != KeyState.UNKNOWN) {
            return Finish.SUPERSEDED;
        }
        entry.record = change(record, record.state(), clock.instant())
                .lateOutcome(outcome.state())
                .build();
        return Finish.LATE;
    }

    @Override
    public synchronized Optional<KeyRecord> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.record);
    }

    @Override
    public synchronized List<KeyRecord> findByOwnId(String ownId) {
        return records(entry -> ownId.equals(entry.record.ownId()), Comparator.comparing(KeyRecord::createdAt), 2);
    }

    @Override
    public synchronized List<KeyRecord> unsettled(int most) {
        Instant now = clock.instant();
        entries.values().forEach(entry -> {
            if (entry.record.state() == KeyState.SENDING && entry.leaseUntil.isBefore(now)) {
                entry.record =
                        change(entry.record, KeyState.UNKNOWN, now).lookUps(0).build();
            }
        });
        return records(
                entry -> entry.record.state() == KeyState.UNKNOWN && entry.isDue(now),
                Comparator.comparing(record -> Objects.requireNonNullElse(record.notBefore(), Instant.EPOCH)),
                most);
    }

    @Override
    public synchronized void lookedUp(String key, long fence, @Nullable Duration nextIn) {
        Entry entry = entries.get(key);
        if (entry != null && entry.record.fence() == fence && entry.record.state() == KeyState.UNKNOWN) {
            Instant now = clock.instant();
            entry.record = change(entry.record, nextIn == null ? KeyState.UNDECIDED : KeyState.UNKNOWN, now)
                    .lookUps(entry.record.lookUps() + 1)
                    .notBefore(nextIn == null ? null : now.plus(nextIn))
                    .build();
        }
    }

    @Override
    public synchronized List<KeyRecord> due(int most) {
        Instant now = clock.instant();
        return records(
                entry -> entry.isSendable(now) && !entry.isBackingOff(now),
                Comparator.comparing(KeyRecord::createdAt),
                most);
    }

    @Override
    public synchronized boolean release(String key, Duration minimum, String why) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return false;
        }
        KeyRecord record = entry.record;
        Instant now = clock.instant();
        Instant sentAt = record.sentAt();
        boolean safe = record.state() == KeyState.REFUSED
                || record.state().isOpen()
                        && (sentAt == null || sentAt.plus(minimum).isBefore(now));
        if (safe) {
            entry.record = change(record, KeyState.NEW, now)
                    .fence(record.fence() + 1)
                    .fingerprint(null)
                    .notBefore(null)
                    .note(why)
                    .build();
        }
        return safe;
    }

    @Override
    public synchronized int prune(Duration retention) {
        Instant oldest = clock.instant().minus(retention);
        int before = entries.size();
        entries.values().removeIf(entry -> switch (entry.record.state()) {
            case ACCEPTED, REFUSED, NOT_SENT -> entry.record.updatedAt().isBefore(oldest);
            default -> false;
        });
        return before - entries.size();
    }

    @Override
    public synchronized void doubt(String key, String operation, @Nullable String ownId, Instant restored) {
        Instant now = clock.instant();
        Entry entry = entries.computeIfAbsent(key, unknown -> fresh(unknown, operation, now));
        if (entry.isDoubtful(restored)) {
            entry.record = change(entry.record, KeyState.UNDECIDED, now)
                    .ownId(ownId, ownId != null)
                    .code("RestoredBackup")
                    .sentAt(restored)
                    .notBefore(null)
                    .build();
        }
    }

    @Override
    public PartStore parts() {
        return parts;
    }

    private List<KeyRecord> records(Predicate<Entry> which, Comparator<KeyRecord> order, int most) {
        return entries.values().stream()
                .filter(which)
                .map(entry -> entry.record)
                .sorted(order)
                .limit(most)
                .toList();
    }
}
