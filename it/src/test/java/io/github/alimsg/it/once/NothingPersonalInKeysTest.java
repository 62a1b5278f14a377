package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.it.once.ScriptedKeyStore.Step;
import io.github.alimsg.it.once.ScriptedKeyStore.Way;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.jdbc.JdbcStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The store has no number and no text, and nothing that is printed has the key: applications put names into it. */
@Isolated // switches on every log of the SDK
class NothingPersonalInKeysTest {
    private static final String KEY = "ayu.wibowo/order-4711/shipped";
    private static final String NUMBER = "13912345678";
    private static final String TEXT = "Kartini 21 Bandung";
    private static final SendSmsRequest REQUEST = SendSmsRequest.builder()
            .phoneNumbers(NUMBER)
            .signName("Acme")
            .templateCode("SMS_1")
            .templateParam("{\"address\":\"" + TEXT + "\"}")
            .build();

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("io.github.alimsg");
    private final Shop shop = new Shop();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            seen.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void close() {
        logger.removeHandler(handler);
        logger.setLevel(null);
        shop.close();
    }

    private void see(Object shown) {
        seen.add(String.valueOf(shown));
    }

    private void see(@Nullable Throwable failure) {
        if (failure != null) {
            var text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text, true));
            seen.add(text.toString());
        }
    }

    /** Sends in every way that ends otherwise. */
    private void send(Once once) {
        Sent<?> sent = once.send(KEY, shop.sms, DysmsMainlandClient::sendSms, REQUEST);
        see(sent);
        see(sent.record());
        see(sent.failure());
    }

    @Test
    void nothingThatIsPrintedHasTheKey() {
        var store = new ScriptedKeyStore(shop.store);
        Once once = shop.once(
                store,
                builder -> builder.onSentTwice(record -> {
                    throw new IllegalStateException(KEY);
                }));
        shop.cloud
                .when(Shop.OPERATION)
                .thenThrottle()
                .thenThrottle()
                .thenThrottle()
                .thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", NUMBER + " " + TEXT)
                .thenCutAfterRequest();
        for (Step step : Step.values()) {
            store.when(step, Way.FAILS);
            see(catchThrowable(() -> send(once)));
        }
        send(once);
        see(catchThrowable(() -> once.release(KEY, "why")));
        send(once);
        shop.time.advance(Duration.ofHours(1));
        see(catchThrowable(() -> once.release(KEY, "why")));
        see(catchThrowable(() -> once.release(KEY + "/unknown", "why")));
        see(catchThrowable(() -> once.send(KEY + "\u00e9", shop.sms, DysmsMainlandClient::sendSms, REQUEST)));
        see(catchThrowable(() -> once.send(KEY, shop.sms, DysmsMainlandClient::sendSms, Shop.REQUEST)));
        see(catchThrowable(() -> once.send("second", shop.sms, sms -> {
            sms.sendSms(REQUEST);
            return sms.sendSms(REQUEST);
        })));
        see(once);
        see(once.find(KEY));
        see(once.reconcile());

        assertThat(seen).hasSizeGreaterThan(15);
        assertThat(String.join("\n", seen))
                .doesNotContain("ayu")
                .doesNotContain(NUMBER)
                .doesNotContain("Kartini");
    }

    @Test
    void noColumnOfAnyTableHasTheNumberOrTheText() throws Exception {
        DataSource database = Worker.database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Keys.create(database, "h2.sql");
        Once once = Once.builder(JdbcStore.of(database)).build();
        shop.cloud
                .when(Shop.OPERATION)
                .thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", NUMBER + " " + TEXT)
                .thenSucceed();
        send(once);
        once.release(KEY, "the number was right");
        send(once);

        List<String> cells = cells(database);

        assertThat(cells).contains(KEY, "ACCEPTED", "SMS_1", "the number was right");
        assertThat(cells).noneMatch(cell -> cell.contains(NUMBER) || cell.contains("Kartini"));
        assertThat(once.find(KEY).orElseThrow().fingerprint()).isNotNull();
    }

    private static List<String> cells(DataSource database) throws Exception {
        List<String> tables = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet all = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"})) {
                while (all.next()) {
                    tables.add(all.getString("TABLE_NAME"));
                }
            }
            assertThat(tables)
                    .isNotEmpty()
                    .allMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("alimsg_"));
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            cells.add(String.valueOf(rows.getString(i)));
                        }
                    }
                }
            }
        }
        return cells;
    }
}
