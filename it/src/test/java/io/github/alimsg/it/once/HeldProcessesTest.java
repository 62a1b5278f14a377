package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.once.Once;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With SIGSTOP and SIGCONT, which no process notices: its clocks have gone on, and its leases have ended. */
@DisplayName("Processes that are held")
class HeldProcessesTest {
    private static final String KEY = "order/00000001";

    private final CountingCloud service = new CountingCloud(Integer.MAX_VALUE);
    private SharedH2 h2;
    private Keys table;
    private Once once;
    private long firstFence;

    @BeforeEach
    void start() throws SQLException {
        h2 = new SharedH2();
        DataSource database = Pool.of(Worker.database(h2.url()), 4);
        table = Keys.create(database, "h2.sql");
        once = Once.builder(JdbcStore.of(database))
                .lookup(service)
                .recipientOf(Worker::numberOf)
                .build();
    }

    @AfterEach
    void stop() {
        h2.close();
        service.close();
    }

    private WorkerProcess.Settings worker() {
        return new WorkerProcess.Settings(service.cloud, h2.url()).with("threads", 1);
    }

    private KeyState state() {
        return once.find(KEY).map(KeyRecord::state).orElseThrow();
    }

    private void awaitState(KeyState state) throws InterruptedException {
        for (int i = 0; state() != state && i < 600; i++) {
            Thread.sleep(50);
        }
        assertThat(state()).isEqualTo(state);
    }

    /** Holds a worker in a gap until its lease has ended. */
    private WorkerProcess held(Gap gap) throws Exception {
        once.enqueue(KEY, "SendSms");
        firstFence = once.find(KEY).orElseThrow().fence();
        WorkerProcess held = worker().with("gap", gap).start();
        held.await("AT " + gap);
        held.stop();
        table.change("update alimsg_once set due_at = due_at - 3600000");
        return held;
    }

    @Test
    void afterItsClaimAnotherSends() throws Exception {
        try (WorkerProcess held = held(Gap.CLAIM);
                WorkerProcess other = worker().start()) {
            other.await("READY");
            awaitState(KeyState.ACCEPTED);
            held.cont();
            held.goOn();
            assertThatOnlyOneIsSent(held);
        }
        assertThat(once.find(KEY).orElseThrow().fence()).isEqualTo(firstFence + 2);
    }

    /** The other one looks it up in vain, and sends nothing: the one that was held does, and knows. */
    @Test
    void afterItsMarkNobodyElseSends() throws Exception {
        try (WorkerProcess held = held(Gap.MARK);
                WorkerProcess other = worker().start()) {
            other.await("READY");
            assertThat(once.reconcile().lookedUp()).isEqualTo(1);
            assertThat(state()).isEqualTo(KeyState.UNKNOWN);
            Thread.sleep(500); // the other one's chance
            assertThat(service.ledger()).isEmpty();
            held.cont();
            held.goOn();
            awaitState(KeyState.ACCEPTED);
            assertThatOnlyOneIsSent(held);
        }
    }

    @Test
    void betweenAttemptsUntilItsKeyIsReleasedItSendsNothing() throws Exception {
        service.throttleOnce();
        try (WorkerProcess held = held(Gap.ATTEMPTS);
                WorkerProcess other = worker().start()) {
            other.await("READY");
            once.reconcile();
            table.change("update alimsg_once set sent_at = sent_at - 3600000");
            once.release(KEY, "the worker hangs");
            awaitState(KeyState.ACCEPTED);
            held.cont();
            held.goOn();
            assertThatOnlyOneIsSent(held);
        }
        assertThat(once.find(KEY).orElseThrow().fence()).isEqualTo(firstFence + 3);
    }

    /** The held one goes on until it is at its next key. */
    private void assertThatOnlyOneIsSent(WorkerProcess held) throws Exception {
        held.await("NEXT");
        assertThat(service.ledger()).containsOnlyKeys(KEY).containsEntry(KEY, 1L);
        assertThat(state()).isEqualTo(KeyState.ACCEPTED);
    }

    @Test
    void ofManyThreadsInManyProcessesOneSends() throws Exception {
        List<WorkerProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                processes.add(worker().with("threads", 64).with("key", KEY).start());
            }
            for (WorkerProcess process : processes) {
                process.await("READY");
            }
            for (WorkerProcess process : processes) {
                process.goOn();
            }
            List<String> lines = new ArrayList<>();
            for (WorkerProcess process : processes) {
                for (int i = 0; i < 64; i++) {
                    lines.add(process.await(""));
                }
            }
            assertThat(lines).hasSize(256).allMatch(line -> line.startsWith("SENT "));
            assertThat(lines.stream().filter(line -> line.endsWith("false"))).containsExactly("SENT ACCEPTED false");
        } finally {
            processes.forEach(WorkerProcess::close);
        }
        assertThat(service.ledger()).containsOnlyKeys(KEY).containsEntry(KEY, 1L);
    }
}
