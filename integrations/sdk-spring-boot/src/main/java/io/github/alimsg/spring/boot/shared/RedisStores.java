package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.redis.RedisCapStore;
import io.github.alimsg.redis.RedisRateLimiter;
import io.github.alimsg.redis.RedisScripts;
import io.github.alimsg.redis.RedisSeenReceipts;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is shared through Redis. Nothing asks it at the start. Each of these is imported by its property. */
final class RedisStores {
    private RedisStores() {}

    @Configuration(proxyBeanMethods = false)
    static class Connection {
        @Bean
        @ConditionalOnMissingBean
        RedisScripts alimsgRedisScripts(ListableBeanFactory beans) {
            return RedisConnections.scripts(beans);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Connection.class)
    @EnableConfigurationProperties(SharedProperties.class)
    static class Turns {
        @Bean
        @ConditionalOnMissingBean(RateLimiter.class)
        RedisRateLimiter alimsgSharedTurns(RedisScripts scripts, SharedProperties properties) {
            RedisRateLimiter.Builder builder = RedisRateLimiter.builder(scripts)
                    .whenAway(RedisRateLimiter.WhenAway.valueOf(
                            properties.getWhenAway().name()));
            return SharedLimits.build(properties, builder::account, builder::documentedLimits, builder::limit, () -> {
                if (properties.getTurnTimeout() != null) {
                    builder.timeout(properties.getTurnTimeout());
                }
                return builder.build();
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Connection.class)
    @EnableConfigurationProperties(SharedProperties.class)
    static class Receipts {
        @Bean
        @ConditionalOnMissingBean(SeenReceipts.class)
        RedisSeenReceipts alimsgSeenReceipts(RedisScripts scripts, SharedProperties properties) {
            RedisSeenReceipts.Builder builder = RedisSeenReceipts.builder(scripts);
            if (properties.getReceiptClaim() != null) {
                builder.claim(properties.getReceiptClaim());
            }
            if (properties.getReceiptAge() != null) {
                builder.age(properties.getReceiptAge());
            }
            return builder.build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Connection.class)
    static class Caps {
        @Bean
        @ConditionalOnMissingBean(CapStore.class)
        RedisCapStore alimsgCapStore(RedisScripts scripts) {
            return RedisCapStore.of(scripts);
        }
    }
}
