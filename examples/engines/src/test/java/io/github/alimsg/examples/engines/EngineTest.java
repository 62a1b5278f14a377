package io.github.alimsg.examples.engines;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database, a service, and processes that share them. */
abstract class EngineTest {
    /** When a process dies, after its message has left. */
    enum Death {
        /** The service has the message, and its answer finds nobody. */
        BEFORE_THE_OUTCOME_IS_WRITTEN,
        /** The key is accepted, and the engine does not know. */
        BEFORE_THE_ENGINE_IS_TOLD
    }

    @RegisterExtension
    final FakeCloudExtension fake = new FakeCloudExtension();

    private final JdbcDataSource database = new JdbcDataSource();
    private final List<DysmsMainlandClient> clients = new ArrayList<>();

    @BeforeEach
    void createTheDatabase() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        run("io/github/alimsg/once/jdbc/h2.sql");
    }

    @AfterEach
    void dropTheDatabase() {
        clients.forEach(DysmsMainlandClient::close);
        sql().execute("shutdown");
    }

    final FakeCloud cloud() {
        return fake.cloud();
    }

    final JdbcTemplate sql() {
        return new JdbcTemplate(database);
    }

    /** Runs a script of the class path. */
    final void run(String script) {
        new ResourceDatabasePopulator(new ClassPathResource(script)).execute(database);
    }

    final Node node() {
        return new Node(database);
    }

    final Once once(Node node) {
        return Once.builder(JdbcStore.of(node)).build();
    }

    final DysmsMainlandClient sms() {
        DysmsMainlandClient sms =
                cloud().configure(DysmsMainlandClient.builder()).build();
        clients.add(sms);
        return sms;
    }

    final ShippingNotice notice(Node node) {
        return new ShippingNotice(once(node), sms());
    }

    final int sent() {
        return cloud().receivedCount("SendSms");
    }

    /** Has what two minutes and a look-up make of keys whose sender died. */
    final void outwaitTheLease() {
        sql().update("update alimsg_once set due_at = 0 where state = 'SENDING'");
        once(node()).reconcile();
    }

    final List<String> states() {
        return sql().queryForList("select state from alimsg_once order by idempotency_key", String.class);
    }

    /**
     * Ends a process at one of its messages.
     *
     * @param at the message, counted from 1 over all processes
     * @param notice sends
     */
    final Consumer<Order> dying(Node node, Death death, int at, Consumer<Order> notice) {
        if (death == Death.BEFORE_THE_OUTCOME_IS_WRITTEN) {
            Stub stub = cloud().when("SendSms");
            for (int i = 1; i < at; i++) {
                stub.thenSucceed();
            }
            stub.thenAnswer(call -> {
                node.die();
                return Reply.json("{\"Code\":\"OK\",\"RequestId\":\"R\",\"BizId\":\"B\"}");
            });
            stub.thenSucceed();
        }
        return order -> {
            notice.accept(order);
            if (death == Death.BEFORE_THE_ENGINE_IS_TOLD && sent() == at) {
                node.die();
            }
            node.live();
        };
    }

    /** Sends without keys, as one would without this module. */
    final Consumer<Order> withoutKeys(DysmsMainlandClient sms) {
        return order -> sms.sendSms(m -> m.phoneNumbers(order.phone())
                .signName("Acme")
                .templateCode("SMS_123456")
                .templateParam(Map.of("order", order.id())));
    }
}
