package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.once.Once;
import io.github.alimsg.once.Reconciliation;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Workers in processes of their own send keys from one database, and each is killed in a gap: as soon as it says that it
 * is there, while its other threads are anywhere. One of them has a clock that is three hours wrong. The service loses
 * one reply in fifty. Meanwhile keys are looked up. In the end the database and the service are compared.
 */
final class KillRun {
    private static final int SLOTS = 3;
    private static final int BACKLOG = 60;
    private static final long SEED = 20261121;

    private final String url;
    private final int keys;
    private final Random random = new Random(SEED);
    private final Queue<Gap> plans = new ConcurrentLinkedQueue<>();
    private final Map<Gap, Integer> kills = Collections.synchronizedMap(new EnumMap<>(Gap.class));
    private final CountingCloud service = new CountingCloud(50);
    private final DataSource pool;
    private final Keys table;
    private final Once once;
    private final AtomicInteger enqueued = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private Map<String, Long> messages = Map.of();
    private final CountDownLatch done = new CountDownLatch(1);

    KillRun(String url, String script, int keys, int killsInEachGap) throws Exception {
        this.url = url;
        this.keys = keys;
        this.pool = Pool.of(Worker.database(url), 8);
        this.table = Keys.create(pool, script);
        this.once = Once.builder(JdbcStore.of(pool))
                .lookup(service)
                .recipientOf(Worker::numberOf)
                .build();
        List<Gap> all = new ArrayList<>();
        for (Gap gap : List.of(Gap.CLAIM, Gap.MARK, Gap.BYTES, Gap.RECORD, Gap.LATER)) {
            all.addAll(Collections.nCopies(killsInEachGap, gap));
        }
        Collections.shuffle(all, random);
        plans.addAll(all);
    }

    Once once() {
        return once;
    }

    /** Runs until all kills are done and all keys are sent, and checks what came of it. */
    void run(Runnable meanwhile) throws Exception {
        long began = System.nanoTime();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (service) {
            List<Future<?>> slots = new ArrayList<>();
            CountDownLatch killed = new CountDownLatch(SLOTS);
            for (int slot = 0; slot < SLOTS; slot++) {
                int hours = slot == 0 ? 3 : 0;
                slots.add(threads.submit(() -> keepKilling(hours, killed)));
            }
            Future<?> other = threads.submit(meanwhile);
            Future<?> lookUps = threads.submit(this::lookUp);
            slots.add(other);
            while (killed.getCount() > 0 || enqueued.get() < keys) {
                feed();
                slots.stream().filter(Future::isDone).forEach(KillRun::result);
            }
            while (!unsent().isEmpty()) {
                Thread.sleep(50);
                slots.stream().filter(Future::isDone).forEach(KillRun::result);
            }
            done.countDown();
            for (Future<?> slot : slots) {
                result(slot);
            }
            result(other);
            result(lookUps);
            verify();
        } finally {
            done.countDown();
            threads.shutdownNow();
        }
        System.out.println("Kill -9: " + enqueued + " keys, kills " + new TreeMap<>(kills) + ", "
                + messages.size() + " messages, " + new TreeMap<>(table.counts()) + ", "
                + (System.nanoTime() - began) / 1_000_000_000 + " s");
    }

    private static void result(Future<?> task) {
        try {
            task.get(2, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Repeats what fails while the database is down. */
    private static <T> T persistently(Callable<T> step) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return step.call();
            } catch (SQLException | StoreException e) {
                if (i == 600) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    /** Keeps some keys waiting, so that there is always something to be killed at. */
    private void feed() throws Exception {
        int waiting = Integer.parseInt(persistently(table::counts).getOrDefault("NEW", "0"));
        for (int i = waiting; i < BACKLOG; i++) {
            String key = String.format(Locale.ROOT, "order/%08d", enqueued.incrementAndGet());
            persistently(() -> once.enqueue(key, "SendSms"));
        }
        Thread.sleep(10);
    }

    private Map<String, String> unsent() throws Exception {
        Map<String, String> counts = persistently(table::counts);
        counts.keySet().retainAll(List.of("NEW", "CLAIMED", "NOT_SENT"));
        return counts;
    }

    private Void keepKilling(int hours, CountDownLatch killed) throws Exception {
        for (Gap gap; (gap = plans.poll()) != null; ) {
            int nth = 1 + random.nextInt(12);
            String name = "killed" + names.incrementAndGet() + "x";
            CountDownLatch arrived = new CountDownLatch(1);
            try (WorkerProcess worker =
                    settings(name, hours).with("gap", gap).with("nth", nth).start()) {
                if (gap == Gap.BYTES) {
                    var count = new AtomicInteger();
                    service.onArrival(name, () -> {
                        if (count.incrementAndGet() == nth) {
                            worker.kill();
                            arrived.countDown();
                        }
                    });
                    assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
                } else {
                    worker.await("AT");
                    if (gap == Gap.LATER) {
                        Thread.sleep(random.nextInt(300));
                    }
                    worker.kill();
                }
                kills.merge(gap, 1, Integer::sum);
            }
        }
        try (WorkerProcess worker = settings("last", hours).start()) {
            worker.await("READY");
            killed.countDown();
            while (!done.await(100, TimeUnit.MILLISECONDS)) {
                if (worker.hasSaid("FAILED", 0)) {
                    throw new IllegalStateException("a send failed");
                }
            }
        }
        return null;
    }

    private WorkerProcess.Settings settings(String name, int hours) {
        return new WorkerProcess.Settings(service.cloud, url).with("name", name).with("hours", hours);
    }

    private Void lookUp() throws Exception {
        while (!done.await(200, TimeUnit.MILLISECONDS)) {
            persistently(once::reconcile);
        }
        return null;
    }

    private void verify() throws Exception {
        messages = service.ledger();
        assertThat(messages.entrySet()).as("keys that were sent twice").noneMatch(sent -> sent.getValue() > 1);
        Thread.sleep(2_500); // until the leases of the dead have ended
        table.states().forEach((key, state) -> {
            boolean arrived = messages.containsKey(key);
            switch (state) {
                case "ACCEPTED" ->
                    assertThat(arrived).as("ACCEPTED, and it was sent").isTrue();
                case "SENDING", "UNKNOWN" -> {}
                default -> throw new AssertionError(key + " is " + state + "; sent: " + arrived);
            }
        });

        table.change("update alimsg_once set due_at = 0 where state = 'UNKNOWN'"); // look-ups need no waiting
        Once last = Once.builder(JdbcStore.of(pool))
                .lookup(service)
                .recipientOf(Worker::numberOf)
                .horizon(Duration.ZERO)
                .build();
        Reconciliation looked = last.reconcile();

        assertThat(looked.failures()).isEmpty();
        Map<String, String> states = table.states();
        assertThat(states).hasSize(enqueued.get());
        assertThat(states.keySet()).containsAll(messages.keySet());
        states.forEach((key, state) ->
                assertThat(state).as(key).isEqualTo(messages.containsKey(key) ? "ACCEPTED" : "UNDECIDED"));
    }

    /** The share of keys that are accepted. */
    double accepted() throws Exception {
        return Integer.parseInt(table.counts().get("ACCEPTED")) / (double) enqueued.get();
    }

    Map<Gap, Integer> kills() {
        return Map.copyOf(kills);
    }
}
