package io.github.alimsg.benchmarks.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.KeyStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Prints what a send costs with an idempotency key: statements, microseconds, and how many times as long as the same send
 * without. {@code benchmarks/run once}.
 */
public final class OnceCost {
    private static double without;

    private OnceCost() {}

    /** No arguments. */
    public static void main(String... arguments) throws Exception {
        try (DysmsMainlandClient sms = Sends.client(null);
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start()) {
            System.out.println("store        send    statements   microseconds   times as long");
            without = Sends.measure(i -> sms.sendSms(Sends.request(i)));
            print("none", "first", null, without);
            measure("memory", sms, KeyStore.inMemory(), null);
            var h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:cost;DB_CLOSE_DELAY=-1");
            measure("H2", sms, h2, "h2.sql");
            measure("PostgreSQL", sms, postgres.getPostgresDatabase(), "postgresql.sql");
        }
    }

    private static void measure(String name, DysmsMainlandClient sms, DataSource database, String script)
            throws Exception {
        try (InputStream text = JdbcStore.class.getResourceAsStream(script);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String sql = new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
            for (String each : sql.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
        var pool = new CountedPool(database);
        measure(name, sms, JdbcStore.of(pool.dataSource()), pool);
    }

    private static void measure(String name, DysmsMainlandClient sms, KeyStore store, @Nullable CountedPool pool)
            throws Exception {
        Once once = Once.builder(store).build();
        IntConsumer send = i -> once.send("order/" + i, sms, DysmsMainlandClient::sendSms, Sends.request(i));
        print(name, "first", pool, Sends.measure(send));
        print(name, "known", pool, Sends.measure(i -> send.accept(i)));
    }

    private static void print(String store, String send, @Nullable CountedPool pool, double micros) {
        double statements = pool == null ? 0 : pool.statements.sumThenReset() / Sends.MEASURED;
        System.out.println(String.format(
                Locale.ROOT, "%-12s %-7s %10.2f %14.1f %15.1f", store, send, statements, micros, micros / without));
    }
}
