package io.github.alimsg.benchmarks.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.KeyStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Prints what a send costs with an idempotency key: statements, microseconds, and how many times as long as the same send
 * without. The transport replies at once, so that nothing but our work and the database's is measured; a real service takes
 * tens of milliseconds. One thread. {@code benchmarks/run once}.
 */
public final class OnceCost {
    private static final int ROUNDS = 15;
    private static final int SENDS = Integer.getInteger("sends", 1_000);
    private static final HttpResponse REPLY = new HttpResponse(
            200,
            List.of(),
            "{\"Code\":\"OK\",\"BizId\":\"900619746936498440^0\",\"RequestId\":\"F655A8D5\"}".getBytes(UTF_8));

    private static double without;

    private OnceCost() {}

    private static final class Instantly implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest request) {
            if (!request.mayLeave()) {
                throw new IllegalStateException("a machine this slow measures nothing");
            }
            return REPLY;
        }

        @Override
        public void close() {}
    }

    /** No arguments. */
    public static void main(String... arguments) throws Exception {
        try (DysmsMainlandClient sms = DysmsMainlandClient.builder()
                        .credentials(CredentialsProviders.fixed("id", "secret"))
                        .region("cn-hangzhou")
                        .transport(new Instantly())
                        .build();
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start()) {
            System.out.println("store        send    statements   microseconds   times as long");
            without = measure(i -> sms.sendSms(request(i)));
            print("none", "first", null, without);
            measure("memory", sms, KeyStore.inMemory(), null);
            var h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:cost;DB_CLOSE_DELAY=-1");
            measure("H2", sms, h2, "h2.sql");
            measure("PostgreSQL", sms, postgres.getPostgresDatabase(), "postgresql.sql");
        }
    }

    private static SendSmsRequest request(int number) {
        return SendSmsRequest.builder()
                .phoneNumbers("13900001234")
                .signName("Acme")
                .templateCode("SMS_1")
                .templateParam("{\"code\":\"" + number + "\"}")
                .build();
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
        IntConsumer send = i -> once.send("order/" + i, sms, DysmsMainlandClient::sendSms, request(i));
        print(name, "first", pool, measure(send));
        print(name, "known", pool, measure(i -> send.accept(i)));
    }

    /** Sends in rounds, of which the first warm up. Returns the median of the others, in microseconds a send. */
    private static double measure(IntConsumer send) {
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < SENDS; i++) {
                send.accept(round * SENDS + i);
            }
            micros[round % ROUNDS] = (System.nanoTime() - began) / 1e3 / SENDS;
        }
        Arrays.sort(micros);
        return micros[ROUNDS / 2];
    }

    private static void print(String store, String send, @Nullable CountedPool pool, double micros) {
        double statements = pool == null ? 0 : pool.statements.sumThenReset() / (2.0 * ROUNDS * SENDS);
        System.out.println(String.format(
                Locale.ROOT, "%-12s %-7s %10.2f %14.1f %15.1f", store, send, statements, micros, micros / without));
    }
}
