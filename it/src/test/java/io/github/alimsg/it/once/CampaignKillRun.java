package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.Campaign;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.KeyState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Two processes share a campaign, and one of them after the other is killed and started again while it runs. In the end
 * every recipient is accounted for: by the database, and by the service.
 */
final class CampaignKillRun implements AutoCloseable {
    private static final int WORKERS = 2;
    private static final int PART = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String url;
    private final int recipients;
    private final int rate;
    private final ParcelService service;
    private final DysmsMainlandClient sms;
    private final Batch<SmsRecipient> batch;
    private final DataSource pool;
    private final Keys table;
    private Duration workersCpu = Duration.ZERO;

    /**
     * Creates the tables.
     *
     * @param rate parts a second
     */
    CampaignKillRun(String url, String script, int recipients, int rate) throws Exception {
        this.url = url;
        this.recipients = recipients;
        this.rate = rate;
        this.service = new ParcelService(recipients);
        this.sms = service.cloud.configure(DysmsMainlandClient.builder()).build();
        this.batch = Parcels.batch(sms);
        this.pool = Pool.of(Worker.database(url), 4);
        this.table = Keys.create(pool, script);
    }

    @Override
    public void close() {
        sms.close();
        service.close();
    }

    /** Runs a campaign, checks its account, and returns how many parts arrived in a second. */
    double run(String name, int kills) throws Exception {
        service.forget();
        Duration before = cpu(ProcessHandle.current());
        workersCpu = Duration.ZERO;
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(start(name));
            }
            for (int kill = 1; kill <= kills; kill++) {
                await((int) ((long) recipients * kill / (kills + 1)));
                end(workers.set(kill % WORKERS, start(name)));
            }
            awaitAllMarked(name);
            // Nobody has to wait for the leases of the dead.
            table.change("update alimsg_part set due_at = 0 where state = 'SENDING'");
            for (WorkerProcess worker : workers) {
                worker.await("ENDED");
            }
        } finally {
            workers.forEach(this::end);
        }
        double partsPerSecond = service.rate() / PART;
        Duration driversCpu = cpu(ProcessHandle.current()).minus(before);
        Map<KeyState, Integer> account = account(name);
        System.out.printf(
                "Campaign: %,d recipients, %d kills, %.1f parts a second, %s, CPU a part %.1f ms of the workers and"
                        + " %.1f ms of the service%n",
                recipients, kills, partsPerSecond, account, cpuOfPart(workersCpu), cpuOfPart(driversCpu));
        return partsPerSecond;
    }

    private double cpuOfPart(Duration all) {
        return all.toNanos() / 1e6 * PART / recipients;
    }

    /** The same list, or the beginning of it, by a batch: parts a second. */
    double batch(int size) {
        service.forget();
        List<SmsRecipient> list =
                IntStream.range(0, size).mapToObj(Parcels::recipient).toList();
        BatchResult<SmsRecipient> result = batch.send(list);
        assertThat(result.accepted()).hasSize(size);
        System.out.printf("Batch: %,d recipients, %.1f parts a second%n", size, service.rate() / PART);
        return service.rate() / PART;
    }

    private WorkerProcess start(String name) throws IOException {
        return new WorkerProcess.Settings(service.cloud, url)
                .running(CampaignWorker.class, 64)
                .with("name", name)
                .with("rate", rate)
                .with("recipients", recipients)
                .start();
    }

    private void end(WorkerProcess worker) {
        workersCpu = workersCpu.plus(cpu(worker.handle()));
        worker.kill();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void await(int messages) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int before = 0; before < messages; ) {
            int now = service.arrived();
            if (now > before) {
                before = now;
                end = System.nanoTime() + PATIENCE.toNanos();
            }
            assertThat(System.nanoTime()).as("%s of %s arrived", now, messages).isLessThan(end);
            Thread.sleep(2);
        }
    }

    /** Until each part has left, or was about to when its process died. */
    private void awaitAllMarked(String name) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int before = 0;
        while (true) {
            int marked = table.count("select count(*) from alimsg_part where campaign = '" + name
                    + "' and state in ('SENDING', 'ACCEPTED', 'UNKNOWN')");
            if (marked == (recipients + PART - 1) / PART) {
                return;
            }
            if (marked > before) {
                before = marked;
                end = System.nanoTime() + PATIENCE.toNanos();
            }
            assertThat(System.nanoTime()).as("%s parts marked", marked).isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** The recipients by state, after what is unknown was looked up. */
    private Map<KeyState, Integer> account(String name) throws Exception {
        table.change("update alimsg_part set due_at = 0 where state = 'UNKNOWN'"); // look-ups need no waiting
        Once once = Once.builder(JdbcStore.of(pool)).lookup(service).build();
        Map<KeyState, Integer> account = new EnumMap<>(KeyState.class);
        List<String> wrong = new ArrayList<>();
        try (Campaign<SmsRecipient> campaign = once.campaign(name, batch, settings -> settings.rate(rate))) {
            campaign.reconcile(Parcels.source(recipients));
            campaign.report(outcome -> {
                account.merge(outcome.state(), 1, Integer::sum);
                int expected = outcome.state() == KeyState.ACCEPTED ? 1 : 0;
                if (service.times(outcome.ordinal()) != expected) {
                    wrong.add(outcome + " and " + service.times(outcome.ordinal()) + " messages");
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(account.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(recipients);
        assertThat(account.keySet()).isSubsetOf(KeyState.ACCEPTED, KeyState.UNKNOWN);
        return account;
    }
}
