package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.caps.SendCaps;
import io.github.alimsg.caps.WhenAway;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.once.jdbc.JdbcCapStore;
import io.github.alimsg.once.jdbc.JdbcRateLimiter;
import io.github.alimsg.once.jdbc.JdbcSeenReceipts;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeCloud;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two processes with one database know of each other: caps, receipts, turns. */
class SharedByProcessesTest {
    private static final String OPERATION = "SendMessageToGlobe";
    private static final byte[] STATUS =
            "{\"MessageId\":\"m1\",\"To\":\"6281277700123\",\"Status\":\"Read\",\"Timestamp\":1795255200000}"
                    .getBytes(StandardCharsets.UTF_8);

    private final FakeCloud cloud =
            FakeCloud.builder().withProduct(DysmsInternationalClient.PRODUCT).start();
    private final JdbcDataSource database = new JdbcDataSource();
    private final List<DysmsInternationalClient> clients = new ArrayList<>();

    @BeforeEach
    void createTables() throws SQLException {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:io/github/alimsg/once/jdbc/h2.sql'");
        }
    }

    @AfterEach
    void close() {
        clients.forEach(DysmsInternationalClient::close);
        cloud.close();
    }

    private DysmsInternationalClient sms(SendGuard guard) {
        DysmsInternationalClient client = cloud.configure(DysmsInternationalClient.builder())
                .guard(guard)
                .rateLimiter(JdbcRateLimiter.builder(database)
                        .account("1")
                        .limit("QueryMessage", 0.001)
                        .build())
                .build();
        clients.add(client);
        return client;
    }

    private SendCaps caps() {
        return SendCaps.in(JdbcCapStore.of(database), new byte[32], WhenAway.REFUSE)
                .perNumber(2, Duration.ofHours(1));
    }

    private static void send(DysmsInternationalClient sms) {
        sms.sendMessageToGlobe(m -> m.to("6281234567890").from("Acme").message("Your code is 482913"));
    }

    @Test
    void aNumberGetsNoMoreThanItsCapFromBothTogether() {
        DysmsInternationalClient one = sms(caps());
        DysmsInternationalClient other = sms(caps());
        cloud.when(OPERATION)
                .thenBusinessFailure("isv.SMS_CONTENT_ILLEGAL", "no")
                .thenSucceed();
        assertThatThrownBy(() -> send(one)).isInstanceOf(ServiceException.class);

        send(one);
        send(other);

        assertThatThrownBy(() -> send(one)).isInstanceOf(GuardedException.class);
        assertThatThrownBy(() -> send(other)).isInstanceOf(GuardedException.class);
        assertThat(cloud.receivedCount(OPERATION))
                .as("the refused one is not counted")
                .isEqualTo(3);
    }

    @Test
    void aReceiptIsHandledByOneOfThemAndAgainByAnotherIfThatFailed() {
        List<String> handled = new ArrayList<>();
        var failing = new AtomicBoolean(true);
        ReceiptDispatcher one = CamsReceipts.builder()
                .deduplicate(JdbcSeenReceipts.of(database))
                .onStatus(status -> {
                    if (failing.get()) {
                        throw new IllegalStateException("not now");
                    }
                    handled.add("one");
                })
                .build();
        ReceiptDispatcher other = CamsReceipts.builder()
                .deduplicate(JdbcSeenReceipts.of(database))
                .onStatus(status -> handled.add("other"))
                .build();

        assertThat(one.handle(STATUS).accepted()).isFalse();
        assertThat(other.handle(STATUS).accepted()).isTrue();
        failing.set(false);
        assertThat(one.handle(STATUS).accepted()).isTrue();
        assertThat(handled).containsExactly("other");
    }

    @Test
    void aTurnThatOneTakesIsGone() {
        DysmsInternationalClient one = sms(Guards.onlyTo("6281234567890"));
        DysmsInternationalClient other = sms(Guards.onlyTo("6281234567890"));

        one.queryMessage(m -> m.messageId("1"));

        assertThatThrownBy(() -> other.queryMessage(m -> m.messageId("1")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the next turn comes later");
        assertThat(cloud.receivedCount("QueryMessage")).isEqualTo(1);
    }
}
