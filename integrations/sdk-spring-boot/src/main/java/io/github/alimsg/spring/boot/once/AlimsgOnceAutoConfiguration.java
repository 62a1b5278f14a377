package io.github.alimsg.spring.boot.once;

import io.github.alimsg.once.Once;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Idempotency keys in the application's database, if {@code alimsg.once.enabled} is true. A missing table ends the start.
 */
@AutoConfiguration(
        before = AlimsgReceiptsAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({Once.class, DataSourceUtils.class})
@ConditionalOnProperty("alimsg.once.enabled")
@EnableConfigurationProperties(OnceProperties.class)
public final class AlimsgOnceAutoConfiguration {
    AlimsgOnceAutoConfiguration() {}

    @Bean
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnMissingBean(KeyStore.class)
    @DependsOnDatabaseInitialization
    JdbcStore alimsgKeyStore(DataSource dataSource, OnceProperties properties) {
        JdbcStore store = JdbcStore.of(OwnTransactions.of(dataSource), properties.getStatementTimeout());
        try {
            store.find("start");
            PartStore parts = store.parts();
            if (parts != null) {
                parts.totals("start");
            }
        } catch (StoreException e) {
            throw StoreTables.unusable("The tables of idempotency keys can't be read", e);
        }
        return store;
    }

    @Bean
    @ConditionalOnMissingBean
    Once alimsgOnce(
            ObjectProvider<KeyStore> store, OnceProperties properties, ObjectProvider<OnceCustomizer> customizers) {
        Once.Builder builder =
                Once.builder(store.stream().findFirst().orElseThrow(AlimsgOnceAutoConfiguration::noStore));
        if (properties.getLease() != null) {
            builder.lease(properties.getLease());
        }
        if (properties.getHorizon() != null) {
            builder.horizon(properties.getHorizon());
        }
        if (properties.getFingerprint() != null) {
            builder.fingerprint(properties.getFingerprint());
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static AlimsgConfigurationException noStore() {
        return new AlimsgConfigurationException(
                "alimsg.once.enabled is true, but there is no single DataSource to keep keys in.",
                "Configure one, mark one of several as @Primary, or make a bean of type KeyStore.");
    }

    @Bean
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnMissingBean
    OnceOutbox alimsgOnceOutbox(Once once, DataSource dataSource) {
        return new OnceOutbox(once, OwnTransactions.of(dataSource));
    }

    /** Receipts settle keys before they reach the application's handlers. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ReceiptHandler<DeliveryReport> alimsgSettlesKeys(Once once) {
        return once.settling(report -> {});
    }
}
