package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.caps.CapWindow;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.once.jdbc.JdbcCapStore;
import io.github.alimsg.once.jdbc.JdbcRateLimiter;
import io.github.alimsg.once.jdbc.JdbcSeenReceipts;
import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import io.github.alimsg.spring.boot.once.OwnTransactions;
import io.github.alimsg.spring.boot.once.StoreTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is shared through the application's database. A missing table ends the start. Each of these is imported by its
 * property.
 */
final class DatabaseStores {
    private DatabaseStores() {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SharedProperties.class)
    static class Turns {
        @Bean
        @ConditionalOnMissingBean(RateLimiter.class)
        @DependsOnDatabaseInitialization
        JdbcRateLimiter alimsgSharedTurns(ObjectProvider<DataSource> dataSource, SharedProperties properties) {
            JdbcRateLimiter.Builder builder = JdbcRateLimiter.builder(own(dataSource));
            switch (properties.getWhenAway()) {
                case LOCAL_SHARE -> {} // its own default
                case OPEN -> builder.whenAway((operation, permits, longestWait) -> Duration.ZERO);
                case CLOSED ->
                    builder.whenAway((operation, permits, longestWait) -> {
                        throw new IllegalStateException("turns are in a database that is away");
                    });
            }
            JdbcRateLimiter limiter =
                    SharedLimits.build(properties, builder::account, builder::documentedLimits, builder::limit, () -> {
                        if (properties.getTurnTimeout() != null) {
                            builder.timeout(properties.getTurnTimeout());
                        }
                        builder.limit("start", 1);
                        return builder.build();
                    });
            // Too early for any turn, so it takes none.
            check("turns", () -> limiter.reserve("start", 1, Duration.ofSeconds(-1)));
            return limiter;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SharedProperties.class)
    static class Receipts {
        @Bean
        @ConditionalOnMissingBean(SeenReceipts.class)
        @DependsOnDatabaseInitialization
        JdbcSeenReceipts alimsgSeenReceipts(ObjectProvider<DataSource> dataSource, SharedProperties properties) {
            JdbcSeenReceipts.Builder builder = JdbcSeenReceipts.builder(own(dataSource));
            if (properties.getReceiptClaim() != null) {
                builder.claim(properties.getReceiptClaim());
            }
            if (properties.getReceiptAge() != null) {
                builder.age(properties.getReceiptAge());
            }
            JdbcSeenReceipts seen = builder.build();
            check("seen receipts", () -> seen.release("start"));
            return seen;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Caps {
        @Bean
        @ConditionalOnMissingBean(CapStore.class)
        @DependsOnDatabaseInitialization
        JdbcCapStore alimsgCapStore(ObjectProvider<DataSource> dataSource) {
            JdbcCapStore store = JdbcCapStore.of(own(dataSource));
            List<CapWindow> none = List.of(new CapWindow("start", 1, Duration.ofSeconds(1)));
            check("caps", () -> store.giveBack(none, Instant.EPOCH));
            return store;
        }
    }

    private static DataSource own(ObjectProvider<DataSource> dataSource) {
        DataSource only = dataSource.getIfUnique();
        if (only == null) {
            throw new AlimsgConfigurationException(
                    "A property of alimsg.shared is jdbc, but there is no single DataSource.",
                    "Configure one, or mark one of several as @Primary.");
        }
        return OwnTransactions.of(only);
    }

    private static void check(String what, Runnable step) {
        try {
            step.run();
        } catch (StoreException | IllegalStateException e) { // of the limiter that takes its place
            throw StoreTables.unusable("The table of " + what + " can't be used", e);
        }
    }
}
