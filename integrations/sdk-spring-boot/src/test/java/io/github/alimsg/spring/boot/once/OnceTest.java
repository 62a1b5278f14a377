package io.github.alimsg.spring.boot.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.spring.boot.Everything;
import io.github.alimsg.spring.boot.Failures;
import io.github.alimsg.spring.boot.receipts.ReceiptDispatchers;
import io.github.alimsg.testing.FakeCloud;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Idempotency keys are kept in the application's database, in transactions of their own")
class OnceTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Everything.class)
            .withPropertyValues("spring.datasource.url=" + url, "alimsg.once.enabled=true");
    private final ApplicationContextRunner withTables = application.withPropertyValues(
            "spring.sql.init.schema-locations=classpath:io/github/alimsg/once/jdbc/h2.sql");

    @Test
    void withoutThePropertyThereIsNone() {
        withTables
                .withPropertyValues("alimsg.once.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(Once.class).doesNotHaveBean(KeyStore.class));
    }

    @Test
    void tablesThatTheApplicationCreatesAtItsStartAreThereInTime() {
        withTables.run(context -> assertThat(context)
                .hasSingleBean(Once.class)
                .hasSingleBean(KeyStore.class)
                .hasSingleBean(OnceOutbox.class));
    }

    @Test
    void aMissingTableEndsTheStartAndNamesTheScript() {
        application.run(context -> assertThat(Failures.of(context.getStartupFailure()))
                .contains("a table is missing")
                .contains("io/github/alimsg/once/jdbc/h2.sql")
                .contains("migrations"));
    }

    @Test
    void aKeyIsWrittenThoughTheCallersTransactionRollsBack() {
        withTables.run(this::sendsInATransactionThatRollsBack);
    }

    @Test
    void aDataSourceThatJoinsTransactionsIsNotJoined() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        withTables
                .withBean("dataSource", DataSource.class, () -> new TransactionAwareDataSourceProxy(pool))
                .run(this::sendsInATransactionThatRollsBack);
        pool.close();
    }

    private void sendsInATransactionThatRollsBack(ApplicationContext context) {
        try (FakeCloud cloud = FakeCloud.builder()
                .withProduct(DysmsInternationalClient.PRODUCT)
                .start()) {
            DysmsInternationalClient sms = DysmsInternationalClient.builder()
                    .endpoint(cloud.endpoint())
                    .credentials(cloud::credentials)
                    .build();
            Once once = context.getBean(Once.class);
            SendMessageToGlobeRequest request = SendMessageToGlobeRequest.builder()
                    .to("6281234567890")
                    .message("a")
                    .build();
            transaction(context).executeWithoutResult(status -> {
                once.send("order-1", sms, DysmsInternationalClient::sendMessageToGlobe, request);
                status.setRollbackOnly();
            });
            assertThat(once.find("order-1").orElseThrow().state()).isEqualTo(KeyState.ACCEPTED);
            once.send("order-1", sms, DysmsInternationalClient::sendMessageToGlobe, request);
            assertThat(cloud.receivedCount("SendMessageToGlobe")).isEqualTo(1);
        }
    }

    @Test
    void theOutboxJoinsTheCallersTransaction() {
        withTables.run(context -> {
            Once once = context.getBean(Once.class);
            OnceOutbox outbox = context.getBean(OnceOutbox.class);
            transaction(context).executeWithoutResult(status -> {
                assertThat(outbox.enqueue("lost", "SendMessageToGlobe")).isTrue();
                assertThat(once.find("lost")).as("seen by others").isEmpty();
                status.setRollbackOnly();
            });
            transaction(context).executeWithoutResult(status -> outbox.enqueue("kept", "SendMessageToGlobe"));
            assertThat(once.find("lost")).isEmpty();
            assertThat(once.find("kept").orElseThrow().state()).isEqualTo(KeyState.NEW);
        });
    }

    @Test
    void theOutboxJoinsItThroughAProxyToo() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        withTables
                .withBean("dataSource", DataSource.class, () -> new TransactionAwareDataSourceProxy(pool))
                .run(context -> {
                    OnceOutbox outbox = context.getBean(OnceOutbox.class);
                    transaction(context).executeWithoutResult(status -> {
                        outbox.enqueue("lost", "SendMessageToGlobe");
                        status.setRollbackOnly();
                    });
                    assertThat(context.getBean(Once.class).find("lost")).isEmpty();
                });
        pool.close();
    }

    @Test
    void theOutboxRefusesToWriteWithoutATransaction() {
        withTables.run(context -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> context.getBean(OnceOutbox.class).enqueue("order-1", "SendMessageToGlobe"))
                    .withMessageContaining("@Transactional");
            assertThat(context.getBean(Once.class).find("order-1")).isEmpty();
        });
    }

    @Test
    void oneConnectionForAllWorkIsRefused() {
        withTables
                .withBean("dataSource", DataSource.class, () -> new SingleConnectionDataSource(url, true))
                .run(context ->
                        assertThat(Failures.of(context.getStartupFailure())).contains("connections of its own"));
    }

    @Test
    void withoutADatabaseTheStartSaysWhatIsMissing() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AlimsgOnceAutoConfiguration.class))
                .withPropertyValues("alimsg.once.enabled=true")
                .run(context ->
                        assertThat(Failures.of(context.getStartupFailure())).contains("there is no single DataSource"));
    }

    @Test
    void aStoreOfTheApplicationIsUsedAndCustomizersAreCalled() {
        boolean[] called = new boolean[1];
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AlimsgOnceAutoConfiguration.class))
                .withPropertyValues("alimsg.once.enabled=true", "alimsg.once.lease=3m", "alimsg.once.horizon=1d")
                .withBean("store", KeyStore.class, KeyStore::inMemory)
                .withBean("customizer", OnceCustomizer.class, () -> builder -> called[0] = true)
                .run(context -> {
                    assertThat(context).hasSingleBean(Once.class).doesNotHaveBean(OnceOutbox.class);
                    assertThat(called[0]).isTrue();
                });
    }

    @Test
    void aReceiptSettlesAKeyWithoutAHandlerOfTheApplication() {
        withTables.run(
                context -> assertThat(context.getBean(ReceiptDispatchers.class).products())
                        .containsExactly("cams", "sms-international", "sms-mainland"));
    }

    @Test
    void withoutTheModuleThereIsNothing() {
        application
                .withClassLoader(new FilteredClassLoader(Once.class))
                .run(context -> assertThat(context).hasNotFailed());
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.jdbc"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static TransactionTemplate transaction(ApplicationContext context) {
        return new TransactionTemplate(context.getBean(DataSourceTransactionManager.class));
    }
}
