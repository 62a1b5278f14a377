package io.github.alimsg.it.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link ExhaustiveModelTest}: two workers, one key, one store, one service, and what happens to them.
 *
 * <p>Before each step of a worker (a call of the store, a request) the {@link Choices} say what happens: the step, a
 * failure, a crash, the other worker's turn, or something that needs no worker. What is not the plain step costs one of
 * a few deviations, and each kind happens a few times at most, so that the runs are finitely many. Each worker has a
 * thread, but only one runs at a time: it hands over to the other by a semaphore.
 *
 * <p>Clocks are those of the worst case. All monotonic clocks and the clock by which {@code Once} holds back an old mark
 * stand still, so nothing is prevented by them. What signs and what the store and the service go by is one clock, which
 * only jumps; the workers' may be ahead of it.
 */
final class ModelRun {
    /** Is its own id as well. */
    private static final String KEY = "order-4711/shipped";

    private static final String SENT_TWICE = "sent twice";
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final SendMessageToGlobeRequest REQUEST = SendMessageToGlobeRequest.builder()
            .to("6281234567890")
            .message("Your order is on its way")
            .build();

    /**
     * What is tried.
     *
     * @param deviations how many things other than a plain step may happen in a run
     * @param workersAhead how far the workers' clocks are ahead of the service's
     * @param store makes a store that breaks a rule of a right one
     * @param onlySends whether only a second send counts
     * @param refusesOlder whether workers refuse older keys when the database was restored
     */
    record Setup(
            int deviations,
            Duration workersAhead,
            UnaryOperator<KeyStore> store,
            boolean onlySends,
            boolean refusesOlder) {}

    private final Choices choices;
    private final Setup setup;
    private final Map<Event, Integer> happened = new EnumMap<>(Event.class);
    private final List<String> trace = new ArrayList<>();
    private final List<Integer> arrivals = new ArrayList<>();
    private final List<Pending> underWay = new ArrayList<>();
    private KeyStore store;
    private Once outside;
    private final Worker first = new Worker("A");
    private final Worker second = new Worker("B");
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private int deviations;
    private int releases;
    private int lastMarked = -1;
    private long thirdFence;
    private boolean thirdWaits;
    private @Nullable Instant restored;
    private boolean proven;
    private boolean over;
    private @Nullable String wrong;

    ModelRun(Choices choices, Setup setup) {
        this.choices = choices;
        this.setup = setup;
        this.store = setup.store.apply(KeyStore.inMemory(() -> now));
        this.outside = Once.builder(store).build();
    }

    /** A request that is on its way, and who sent it. */
    private record Pending(Worker by, Instant signedAt) {}

    /** The process dies. What its code does from then on reaches nothing. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super("crash", null, false, false);
        }
    }

    /** Runs until both workers have ended. Returns the state of the key then. */
    KeyState run(ExecutorService threads) {
        List<Future<?>> tasks = List.of(threads.submit(first::run), threads.submit(second::run));
        first.turn.release();
        for (Future<?> task : tasks) {
            try {
                task.get(1, TimeUnit.MINUTES);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException("stuck after\n  " + String.join("\n  ", List.copyOf(trace)), e);
            }
        }
        while (wrong == null && happens(null, "the end")) {}
        if (thirdWaits) {
            store.finish(KEY, thirdFence, KeyOutcome.accepted("1", "r"));
            trace.add("the third process has its reply");
        }
        KeyState last = verdict();
        over = true;
        first.outcomes.release(9);
        second.outcomes.release(9);
        return last;
    }

    /** What went wrong first, with all that happened; null when nothing did. */
    @Nullable
    String violation() {
        return wrong == null ? null : wrong + "\n  " + String.join("\n  ", trace);
    }

    private void violated(String what) {
        if (wrong == null && !setup.onlySends) {
            wrong = what;
            trace.add("WRONG: " + what);
        }
    }

    // ---- what happens

    /** Lets things happen until the worker's step is to be taken, and says how. */
    private Event before(Worker worker, String step, Event... ways) {
        worker.live();
        while (true) {
            Event event = choose(worker, ways);
            trace.add((worker == null ? "" : worker.name + " " + step + ": ") + event);
            switch (event) {
                case OTHER -> worker.hold();
                case CRASH -> {
                    worker.crashed = true;
                    throw new Crash();
                }
                case RESTORED -> {
                    restore();
                    worker.crashed = true;
                    throw new Crash();
                }
                case ARRIVAL, LEASE_ENDS, LOOK_UP, RELEASE, RECEIPT, OUTCOME_WRITTEN, PRUNED -> outside(event);
                default -> {
                    return event;
                }
            }
        }
    }

    /** The same where no worker is left. Returns whether anything happened. */
    private boolean happens(@Nullable Worker nobody, String where) {
        Event event = choose(nobody);
        trace.add(where + ": " + event);
        if (event != Event.PROCEED) {
            outside(event);
        }
        return event != Event.PROCEED;
    }

    private Event choose(@Nullable Worker worker, Event... ways) {
        List<Event> possible = new ArrayList<>();
        possible.add(Event.PROCEED);
        if (deviations < setup.deviations && wrong == null) {
            if (worker != null) {
                possible.addAll(List.of(ways));
                possible.add(Event.CRASH);
                if (!worker.other().ended) {
                    possible.add(Event.OTHER);
                }
                if (!worker.other().began) {
                    possible.add(Event.RESTORED);
                }
            }
            addOutside(possible);
            possible.removeIf(event -> happened.getOrDefault(event, 0) >= event.most);
        }
        Event event = possible.get(choices.choose(possible.size()));
        if (event != Event.PROCEED) {
            deviations++;
            happened.merge(event, 1, Integer::sum);
        }
        return event;
    }

    private void addOutside(List<Event> possible) {
        KeyRecord record = store.find(KEY).orElse(null);
        if (!underWay.isEmpty()) {
            possible.add(Event.ARRIVAL);
        }
        if (!arrivals.isEmpty()) {
            possible.add(Event.RECEIPT);
        }
        if (first.outcomeWaits || second.outcomeWaits) {
            possible.add(Event.OUTCOME_WRITTEN);
        }
        if (record != null && record.state().isInProgress()) {
            possible.add(Event.LEASE_ENDS);
        }
        if (record != null && (record.state().isOpen() || record.state() == KeyState.SENDING)) {
            possible.add(Event.LOOK_UP);
        }
        if (record != null
                && (record.state().isOpen()
                        || record.state() == KeyState.SENDING
                        || record.state() == KeyState.REFUSED)) {
            possible.add(Event.RELEASE);
        }
        if (record != null && !record.state().isInProgress() && !record.state().isOpen()) {
            possible.add(Event.PRUNED);
        }
    }

    private void outside(Event event) {
        switch (event) {
            case ARRIVAL -> {
                Pending late = underWay.remove(0);
                arrive(late.by, late.signedAt);
            }
            case LEASE_ENDS -> now = now.plus(Duration.ofMinutes(3));
            case LOOK_UP -> lookUp();
            case RECEIPT -> {
                prove();
                outside.settle(KEY, "1");
            }
            case RELEASE -> release();
            case PRUNED -> prune();
            case OUTCOME_WRITTEN -> (first.outcomeWaits ? first : second).writeOutcome();
            default -> throw new IllegalStateException();
        }
    }

    private void lookUp() {
        for (KeyRecord record : store.unsettled(10)) {
            if (arrivals.isEmpty()) {
                store.lookedUp(KEY, record.fence(), null);
            } else {
                prove();
                outside.settle(KEY, "1");
            }
        }
    }

    /** The store learns that the message exists. If no request was marked since the last release, none may be. */
    private void prove() {
        proven |= lastMarked != releases;
    }

    private void release() {
        now = now.plus(Duration.ofMinutes(3));
        store.unsettled(10);
        for (int minutes = 0; minutes < 60; minutes++) {
            try {
                outside.release(KEY, "nobody got it");
                releases++;
                trace.add("released at " + now);
                return;
            } catch (IllegalStateException e) {
                now = now.plus(Duration.ofMinutes(1));
            }
        }
        violated("a key that can't be released");
    }

    /** From now on the key is another message. What was signed before is too old to arrive. */
    private void prune() {
        now = now.plus(Duration.ofDays(40));
        if (outside.prune(Duration.ofDays(35)) == 0) {
            return; // it is NEW
        }
        beginAnew();
        Claim claim = store.claim(new Claim.Request(KEY, "SendMessageToGlobe", null, "C", 60_000));
        thirdFence = claim.record().fence();
        thirdWaits = store.mark(KEY, thirdFence, new Mark(KEY, true, null, 60_000));
        trace.add("the service accepts the request of the third process");
        lastMarked = releases;
        arrivals.add(releases);
    }

    private void restore() {
        now = now.plus(Duration.ofMinutes(1));
        restored = now;
        store = setup.store.apply(KeyStore.inMemory(() -> now));
        outside = Once.builder(store).build();
        proven = false;
    }

    private void beginAnew() {
        releases++;
        proven = false;
    }

    // ---- the service

    /** A request reaches the service. Returns its reply. */
    private HttpResponse arrive(Worker by, Instant signedAt) {
        if (Duration.between(signedAt, now).abs().compareTo(WINDOW) > 0) {
            trace.add("the service refuses the request of " + by.name + ": it was signed at " + signedAt);
            return reply(400, "{\"Code\":\"InvalidTimeStamp.Expired\",\"RequestId\":\"r\"}");
        }
        trace.add("the service accepts the request of " + by.name);
        by.arrived = true;
        arrivals.add(releases);
        if (arrivals.stream().filter(arrival -> arrival == releases).count() > 1) {
            wrong = SENT_TWICE;
            trace.add(SENT_TWICE);
        }
        return reply(200, "{\"ResponseCode\":\"OK\",\"MessageId\":\"1\",\"RequestId\":\"r\"}");
    }

    private HttpResponse reply(int status, String json) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US).format(now.atOffset(ZoneOffset.UTC));
        return new HttpResponse(status, List.of("Date", date), json.getBytes(UTF_8));
    }

    private boolean isUnderWay(Worker by) {
        return underWay.stream().anyMatch(request -> request.by == by);
    }

    // ---- what must be true in the end

    private KeyState verdict() {
        first.check();
        second.check();
        KeyState state = store.find(KEY).map(KeyRecord::state).orElse(KeyState.NEW);
        boolean arrived = arrivals.contains(releases);
        if (restored != null && store.find(KEY).isEmpty()) {
            return state; // lost with the backup, and nobody has asked for it since
        }
        switch (state) {
            case NEW, CLAIMED, NOT_SENT, REFUSED -> {
                if (arrived) {
                    violated(state + ", but it was sent");
                }
            }
            case ACCEPTED -> {
                if (arrivals.isEmpty()) {
                    violated("ACCEPTED, but the service has nothing");
                }
            }
            case SENDING, UNKNOWN, UNDECIDED -> {}
        }
        if (proven && state != KeyState.ACCEPTED && state != KeyState.SENDING && !state.isOpen()) {
            violated(state + ", but it is known to exist");
        }
        now = now.plus(Duration.ofDays(1));
        lookUp();
        KeyState settled = store.find(KEY).map(KeyRecord::state).orElse(KeyState.NEW);
        if (arrived && settled != KeyState.ACCEPTED && settled != KeyState.UNDECIDED || settled == KeyState.SENDING) {
            violated(settled + " after the look-up, but it was sent");
        }
        return state;
    }

    // ---- a worker

    /** A process: its own {@code Once}, client and clock. */
    private final class Worker extends ForwardingKeyStore implements HttpTransport {
        final String name;
        final Semaphore turn = new Semaphore(0);
        final Semaphore outcomes = new Semaphore(0);
        final Semaphore written = new Semaphore(0);
        volatile boolean outcomeWaits;
        volatile boolean crashed;
        volatile @Nullable Thread thread;
        boolean began;
        boolean ended;
        boolean arrived;
        boolean sentLate;
        long nanos;

        @Nullable
        Sent<?> sent;

        @Nullable
        Throwable thrown;

        Worker(String name) {
            super(KeyStore.inMemory());
            this.name = name;
        }

        Worker other() {
            return this == first ? second : first;
        }

        void run() {
            thread = Thread.currentThread();
            turn.acquireUninterruptibly();
            began = true;
            try (var client = DysmsInternationalClient.builder()
                    .credentials(CredentialsProviders.fixed("key", "secret"))
                    .region("ap-southeast-1")
                    .retryPolicy(failed -> failed.attempt() < 3 ? Duration.ofMillis(1) : null)
                    .timeSource(clock(true))
                    .transport(this)
                    .build()) {
                Once.Builder once = Once.builder(this).timeSource(clock(false));
                if (restored != null && setup.refusesOlder) {
                    once.refuseOlderThan(restored, key -> restored.minusSeconds(60));
                }
                sent = once.build().send(KEY, client, DysmsInternationalClient::sendMessageToGlobe, REQUEST);
            } catch (Throwable e) {
                thrown = e;
            }
            trace.add(name + (crashed ? " is dead" : " ends with " + (thrown == null ? sent : thrown)));
            ended = true;
            if (!other().ended) {
                other().turn.release();
            }
        }

        void hold() {
            other().turn.release();
            turn.acquireUninterruptibly();
        }

        void live() {
            if (crashed) {
                throw new Crash();
            }
        }

        /** What the caller is told must be true. */
        void check() {
            boolean may = arrived || isUnderWay(this) || sentLate;
            if (crashed) {
                return;
            }
            if (thrown != null) {
                if (!(thrown instanceof StoreException)) {
                    violated(name + " fails with " + thrown);
                } else if (may) {
                    violated(name + " says that nothing was sent");
                }
            } else if (may
                    && (sent.isEarlier() || sent.state() == KeyState.NOT_SENT || sent.state() == KeyState.REFUSED)) {
                violated(name + " sent, and says " + sent);
            } else if (!arrived && !sent.isEarlier() && sent.isAccepted()) {
                violated(name + " sent nothing, and says " + sent);
            }
        }

        /** A clock that stands still, but for its date, and for the time that its owner sleeps. */
        private TimeSource clock(boolean dated) {
            Instant start = now;
            return new TimeSource() {
                @Override
                public Instant instant() {
                    return dated ? now.plus(setup.workersAhead) : start;
                }

                @Override
                public long nanoTime() {
                    return dated ? nanos : 0;
                }

                @Override
                public void sleep(Duration duration) throws InterruptedException {
                    if (Thread.currentThread() != thread) {
                        throw new InterruptedException("the process ends");
                    }
                    nanos += duration.toNanos();
                }
            };
        }

        // its store

        private <T> T step(String name, Supplier<T> step) {
            Event event = before(this, name, Event.STORE_DOWN, Event.STORE_ANSWER_LOST);
            if (event == Event.STORE_DOWN) {
                throw new StoreException("down", null);
            }
            T result = step.get();
            if (event == Event.STORE_ANSWER_LOST) {
                throw new StoreException("lost", null);
            }
            return result;
        }

        @Override
        public Claim claim(Claim.Request request) {
            return step("claims", () -> store.claim(request));
        }

        @Override
        public boolean mark(String key, long fence, Mark mark) {
            return step("marks", () -> {
                boolean marked = store.mark(key, fence, mark);
                if (marked && proven) {
                    violated("a mark of a key whose message is known to exist");
                }
                if (marked) {
                    lastMarked = releases;
                }
                return marked;
            });
        }

        @Override
        public void doubt(String key, String operation, @Nullable String ownId, Instant since) {
            step("doubts", () -> {
                store.doubt(key, operation, ownId, since);
                return true;
            });
        }

        @Override
        public Optional<KeyRecord> find(String key) {
            return Thread.currentThread() == thread ? step("reads", () -> store.find(key)) : store.find(key);
        }

        /** An outcome that can't be written comes again, on a thread of {@code Once}: it waits here for its moment. */
        @Override
        public Finish finish(String key, long fence, KeyOutcome outcome) {
            if (Thread.currentThread() != thread) {
                return finishLater(key, fence, outcome);
            }
            try {
                return step("finishes", () -> finished(key, fence, outcome));
            } catch (StoreException e) {
                outcomeWaits = true;
                throw e;
            }
        }

        private Finish finished(String key, long fence, KeyOutcome outcome) {
            if (outcome.state() == KeyState.ACCEPTED) {
                prove();
            }
            return store.finish(key, fence, outcome);
        }

        private Finish finishLater(String key, long fence, KeyOutcome outcome) {
            outcomes.acquireUninterruptibly();
            if (over || crashed) {
                throw new Crash();
            }
            Finish finish = finished(key, fence, outcome);
            outcomeWaits = false;
            written.release();
            return finish;
        }

        void writeOutcome() {
            if (!crashed) {
                outcomes.release();
                written.acquireUninterruptibly();
            }
            outcomeWaits = false;
        }

        // its network

        @Override
        public HttpResponse execute(HttpRequest request) throws HttpFailure {
            live();
            if (!request.mayLeave()) {
                throw new HttpFailure(Delivery.NOT_SENT, "too late", null);
            }
            Instant signedAt =
                    Instant.parse(request.headers().get(request.headers().indexOf("x-acs-date") + 1));
            Event event = before(
                    this,
                    "sends",
                    Event.NOT_CONNECTED,
                    Event.THROTTLED,
                    Event.REFUSED,
                    Event.REQUEST_LOST,
                    Event.REPLY_LOST,
                    Event.REQUEST_LATE);
            switch (event) {
                case NOT_CONNECTED -> throw new HttpFailure(Delivery.NOT_SENT, "no connection", null);
                case THROTTLED -> {
                    return reply(400, "{\"Code\":\"System.LimitControl\",\"RequestId\":\"r\"}");
                }
                case REFUSED -> {
                    return reply(200, "{\"ResponseCode\":\"MOBILE_NUMBER_ILLEGAL\",\"RequestId\":\"r\"}");
                }
                case REQUEST_LOST -> throw new HttpFailure(Delivery.UNKNOWN, "no reply", null);
                case REPLY_LOST -> {
                    arrive(this, signedAt);
                    throw new HttpFailure(Delivery.UNKNOWN, "no reply", null);
                }
                case REQUEST_LATE -> {
                    underWay.add(new Pending(this, signedAt));
                    sentLate = true;
                    throw new HttpFailure(Delivery.UNKNOWN, "no reply yet", null);
                }
                default -> {
                    return arrive(this, signedAt);
                }
            }
        }

        @Override
        public void close() {}
    }
}
