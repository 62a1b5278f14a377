package io.github.alimsg.once.campaign;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Part;
import io.github.alimsg.once.store.PartClaim;
import io.github.alimsg.once.store.PartOutcome;
import io.github.alimsg.once.store.PartRecord;
import io.github.alimsg.once.store.PartStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One run of a campaign in one process. It reads the source from its beginning, claims each part that is free, and lets a
 * worker send it at its moment. Then it sees to what others have left, until nothing is left or under way.
 */
final class CampaignRun<R> {
    /** How many parts are read ahead at most, so that one statement passes over many that are done. */
    private static final int MAX_AHEAD = 64;

    private static final int MAX_RECIPIENTS_AHEAD = 10_000;

    /** Parts are claimed no longer than this before their moment: if this process dies, others wait for them. */
    private static final Duration AHEAD = Duration.ofMillis(500);

    /** The longest wait for an hour of the day in one piece: clocks are set, and machines sleep. */
    private static final Duration MAX_STEP = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofSeconds(1);

    private final CampaignContext context;
    private final String name;
    private final Batch<R> batch;
    private final CampaignSettings<R> settings;
    private final Source<R> source;
    private final PartStore store;
    private final double rate;
    private final Ending ending;
    private final PartSender<R> sender;
    private final Workers workers;
    private final ProgressTeller progress;
    private final Queue<LoadedPart<R>> halves = new ConcurrentLinkedQueue<>();
    private final Set<String> notSent = ConcurrentHashMap.newKeySet();
    private boolean isAtEnd;
    private long nextClaim;

    CampaignRun(
            CampaignContext context,
            String name,
            Batch<R> batch,
            CampaignSettings<R> settings,
            Source<R> source,
            PartStore store,
            double rate,
            Ending ending) {
        this.context = context;
        this.name = name;
        this.batch = batch;
        this.settings = settings;
        this.source = source;
        this.store = store;
        this.rate = rate;
        this.ending = ending;
        this.sender = new PartSender<>(context, store, batch, new RecipientKeys<>(store, name, settings.keyOf()));
        this.progress = new ProgressTeller(settings, store, name, source, context.time());
        this.nextClaim = context.time().nanoTime();
        this.workers = new Workers(settings.parallel());
    }

    /** Runs until nothing is left, or the run is to end. */
    CampaignReport run() {
        try (workers) {
            sendSource();
            while (!ending.isAsked() && sendLeft()) {
                progress.tellIfDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // of the source or the store: parts that are under way end first
            ending.fail(e);
        }
        try {
            progress.tell();
        } catch (RuntimeException e) { // of the store, which may be why the run ends
            ending.fail(e);
        }
        ending.throwFailure();
        return CampaignReport.of(store.totals(name), isAtEnd, ending.stoppedBy());
    }

    private void sendSource() throws InterruptedException {
        try (var windows = new WindowReader<>(source, batch, 0)) {
            isAtEnd = send(new Iterator<>() {
                private final Deque<LoadedPart<R>> parts = new ArrayDeque<>();
                private boolean isLast;

                @Override
                public boolean hasNext() {
                    while (parts.isEmpty() && !isLast) {
                        Window<R> window = windows.next();
                        isLast = window == null;
                        if (window != null) {
                            parts.addAll(partsOf(window));
                        }
                    }
                    return !parts.isEmpty();
                }

                @Override
                public LoadedPart<R> next() {
                    return parts.remove();
                }
            });
        }
    }

    /** The parts of a window; none if the store has their fractions already, where they are found later. */
    private List<LoadedPart<R>> partsOf(Window<R> window) {
        List<LoadedPart<R>> parts = window.parts();
        if (parts.size() == 1) {
            return parts;
        }
        LoadedPart<R> whole = window.whole();
        List<Part> fractions = parts.stream().map(LoadedPart::part).toList();
        PartRecord known = store.split(name, whole.part(), fractions).orElse(null);
        if (known == null) {
            return parts;
        }
        if (!known.part().equals(whole.part())) {
            throw CampaignChangedException.recipients(
                    whole.part().first(), whole.part().last());
        }
        return known.isSplit() ? List.of() : List.of(whole);
    }

    /** Sees to what the source's first reading left. Returns whether there was anything, or may be. */
    private boolean sendLeft() throws InterruptedException {
        var lookup = new PartLookup<>(context, store, batch);
        boolean isAny = false;
        long from = 0;
        List<PartRecord> page;
        do {
            page = store.unfinished(name, from, MAX_AHEAD);
            List<PartRecord> left = page.stream()
                    .filter(record -> !notSent.contains(record.part().name()))
                    .toList();
            if (!left.isEmpty()) {
                isAny = true;
                send(new LeftParts<>(source, batch, lookup, left)
                        .lookUpAndLoad()
                        .iterator());
            }
            from = page.isEmpty() ? from : page.get(page.size() - 1).part().first() + 1;
        } while (page.size() == MAX_AHEAD && !ending.isAsked());
        if (!isAny && store.totals(name).stream().anyMatch(of -> of.state().isInProgress())) {
            context.time().await(ending.asked(), POLL);
            return true;
        }
        return isAny;
    }

    /** Sends parts and their halves. Returns whether all were seen to, as the run was not asked to end. */
    private boolean send(Iterator<LoadedPart<R>> parts) throws InterruptedException {
        Deque<LoadedPart<R>> ahead = new ArrayDeque<>();
        while (!ending.isAsked()) {
            readAhead(ahead, parts);
            if (ahead.isEmpty()) {
                workers.awaitIdle();
                if (halves.isEmpty()) {
                    return !ending.isAsked();
                }
            } else if (awaitOpening()) {
                claim(ahead);
            }
            progress.tellIfDue();
        }
        return false;
    }

    private void readAhead(Deque<LoadedPart<R>> ahead, Iterator<LoadedPart<R>> parts) {
        for (LoadedPart<R> half = halves.poll(); half != null; half = halves.poll()) {
            ahead.addFirst(half);
        }
        int recipients = ahead.stream().mapToInt(part -> part.part().size()).sum();
        while (ahead.size() < MAX_AHEAD && recipients < MAX_RECIPIENTS_AHEAD && parts.hasNext()) {
            LoadedPart<R> next = parts.next();
            ahead.add(next);
            recipients += next.part().size();
        }
    }

    /** Waits for the hours in which parts may be sent. Returns whether they may now. */
    private boolean awaitOpening() throws InterruptedException {
        Duration closed = untilOpen();
        context.time().await(ending.asked(), closed.compareTo(MAX_STEP) > 0 ? MAX_STEP : closed);
        return closed.isZero();
    }

    private Duration untilOpen() {
        TimesOfDay times = settings.times();
        return times == null ? Duration.ZERO : times.untilOpen(context.time().instant());
    }

    private void claim(Deque<LoadedPart<R>> ahead) throws InterruptedException {
        int most = (int) Math.max(1, Math.min(ahead.size(), rate * AHEAD.toMillis() / 1_000));
        int taken = workers.take(most, progress::tellIfDue);
        Duration early = Duration.ofNanos(nextClaim - context.time().nanoTime());
        if (context.time().await(ending.asked(), early)) {
            workers.free(taken);
            return;
        }
        int used = 0;
        Duration delay = Duration.ZERO;
        try {
            List<Part> parts = ahead.stream().map(LoadedPart::part).toList();
            long lease = context.lease().toMillis();
            for (PartClaim claim : store.claim(new PartClaim.Request(name, parts, taken, context.owner(), lease))) {
                LoadedPart<R> part = ahead.remove();
                if (claim.kind() == Claim.Kind.REUSED) {
                    throw CampaignChangedException.recipients(
                            part.part().first(), part.part().last());
                }
                if (claim.kind() == Claim.Kind.CLAIMED) {
                    used++;
                    delay = claim.delay();
                    long moment = context.time().nanoTime() + delay.toNanos();
                    workers.run(() -> work(part, claim.record(), moment));
                }
            }
        } finally {
            workers.free(taken - used);
        }
        nextClaim = context.time().nanoTime() + delay.minus(AHEAD).toNanos();
    }

    private void work(LoadedPart<R> part, PartRecord record, long moment) {
        try {
            String obstacle = awaitMoment(moment);
            if (obstacle != null) {
                finish(record, PartSender.all(part, KeyState.NOT_SENT, obstacle), List.of());
                return;
            }
            PartSender.Result result = sender.send(part, record);
            PartOutcome outcome = result.outcome();
            if (outcome != null) {
                recorded(part, record, outcome, result);
            }
        } catch (Throwable e) { // the run must know, whatever it is
            ending.fail(e);
        }
    }

    /** Waits until a part may be sent. Returns why it is not to be sent; null when it is. */
    private @Nullable String awaitMoment(long moment) {
        try {
            boolean isAsked = context.time()
                    .await(
                            ending.asked(),
                            Duration.ofNanos(moment - context.time().nanoTime()));
            return isAsked || !untilOpen().isZero() ? "Stopped" : null;
        } catch (Throwable e) { // of an interrupt, or of the application's clock
            ending.fail(e);
            return e.getClass().getSimpleName();
        }
    }

    private void recorded(LoadedPart<R> part, PartRecord record, PartOutcome outcome, PartSender.Result result) {
        KeyState state = outcome.request().state();
        boolean isSplit = settings.splitRefused()
                && result.isRefusedByItsRecipients()
                && part.recipients().size() > 1;
        List<LoadedPart<R>> split = isSplit ? halves(part) : List.of();
        if (state == KeyState.NOT_SENT) {
            notSent.add(record.part().name());
        }
        if (finish(record, outcome, split.stream().map(LoadedPart::part).toList())) {
            halves.addAll(split);
        }
        ending.after(result, state == KeyState.UNKNOWN, settings.maxUnknownParts());
    }

    /** The halves of a part that was refused; none, and the end of the run, if they can't be made. */
    private List<LoadedPart<R>> halves(LoadedPart<R> part) {
        try {
            return Window.halves(batch, part);
        } catch (Throwable e) { // of the application, whose templates and recipients are asked again
            ending.fail(e);
            return List.of();
        }
    }

    /** Writes an outcome, now or as soon as the store can be reached. Returns whether it is written now. */
    private boolean finish(PartRecord record, PartOutcome outcome, List<Part> fractions) {
        var isRecorded = new AtomicBoolean();
        context.writer()
                .accept(() -> isRecorded.set(KeyStore.Finish.RECORDED
                        == store.finish(name, record.part().name(), record.fence(), outcome, fractions)));
        return isRecorded.get();
    }
}
