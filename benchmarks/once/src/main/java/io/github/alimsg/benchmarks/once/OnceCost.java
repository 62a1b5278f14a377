package io.github.alimsg.benchmarks.once;

import io.github.alimsg.benchmarks.Ratios;
import io.github.alimsg.benchmarks.Samples;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.KeyStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a send costs with an idempotency key: statements, microseconds, and how many times as long as the same send
 * without; and the statements of a part of a campaign, which are claimed together. {@code benchmarks/run once}.
 */
public final class OnceCost {
    /** Parts a second, and parts. A process claims those of half a second together. */
    private static final int RATE = 200;

    private static final int PARTS = 600;

    private final Ratios ratios = new Ratios();
    private final StringBuilder text = new StringBuilder(
            "## A send with an idempotency key\n\n| store | send | statements | µs | times a send without |\n"
                    + "|---|---|---|---|---|\n");
    private final DysmsMainlandClient sms;

    private OnceCost(DysmsMainlandClient sms) {
        this.sms = sms;
    }

    /** Argument: folder for results. */
    public static void main(String... arguments) throws Exception {
        try (DysmsMainlandClient sms = Sends.client(null);
                EmbeddedPostgres postgres = Databases.postgres()) {
            var cost = new OnceCost(sms);
            cost.keys("memory", KeyStore.inMemory(), null);
            cost.measure("H2", Databases.h2());
            cost.measure("PostgreSQL", postgres.getPostgresDatabase());
            cost.ratios.report(Path.of(arguments[0]), "once", cost.text.toString());
        }
    }

    private void measure(String name, DataSource database) {
        var pool = new CountedPool(database);
        KeyStore store = JdbcStore.of(pool.dataSource());
        keys(name, store, pool);
        parts(name, store, pool);
    }

    private void keys(String name, KeyStore store, @Nullable CountedPool pool) {
        Once once = Once.builder(store).build();
        IntConsumer send = i -> once.send("order/" + i, sms, DysmsMainlandClient::sendSms, Sends.request(i));
        key(name, "first send of a key", send, pool, 3);
        key(name, "known key", send, pool, 1);
    }

    private void key(String store, String send, IntConsumer sends, @Nullable CountedPool pool, int most) {
        List<Samples> inTurn = Sends.inTurn(i -> sms.sendSms(Sends.request(i)), sends);
        Samples without = inTurn.get(0);
        Samples micros = inTurn.get(1);
        double statements = pool == null ? 0 : (double) pool.statements.sumThenReset() / Sends.MEASURED;
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %.1f |%n",
                store,
                send,
                statements,
                Ratios.number(micros.median()),
                micros.median() / without.median()));
        if (pool != null) {
            ratios.add("statements, " + send + ", " + store, statements, 1, false, most);
        }
        ratios.add("µs, " + send + ", " + store + ", against a send without", micros, without);
    }

    private void parts(String store, KeyStore parts, CountedPool pool) {
        Once once = Once.builder(parts).build();
        var campaign = once.campaign(
                "parcels",
                sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456")),
                settings -> settings.rate(RATE).parallel(OurCampaign.PARALLEL));
        campaign.run(OurCampaign.source(PARTS * 100));
        double statements = (double) pool.statements.sumThenReset() / PARTS;
        text.append(String.format(Locale.ROOT, "| %s | part of a campaign | %.2f | | |%n", store, statements));
        ratios.add("statements, part of a campaign, " + store, statements, 1, false, 2.1);
    }
}
