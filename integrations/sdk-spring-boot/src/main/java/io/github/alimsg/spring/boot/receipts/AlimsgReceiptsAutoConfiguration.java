package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * Dispatchers of receipts to the application's handlers, and their paths in a web application if {@code
 * alimsg.receipts.path} is set.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(ReceiptDispatcher.class)
@EnableConfigurationProperties(ReceiptProperties.class)
@Import(ReceiptRoutes.class)
public final class AlimsgReceiptsAutoConfiguration {
    AlimsgReceiptsAutoConfiguration() {}

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    SeenReceipts alimsgSeenReceipts() {
        return SeenReceipts.inMemory();
    }

    @Bean
    @Lazy
    ReceiptDispatchers alimsgReceiptDispatchers(
            ConfigurableListableBeanFactory beans,
            ObjectProvider<ReceiptMeasures> measures,
            SeenReceipts seen,
            ReceiptProperties properties) {
        ReceiptMeasures measured = measures.getIfAvailable(() -> ReceiptMeasures.NONE);
        var handlers = new ReceiptHandlers(beans, measured);
        int maxBodyBytes =
                (int) Math.min(Integer.MAX_VALUE, properties.getMaxBodySize().toBytes());
        if (maxBodyBytes < 1) {
            throw new AlimsgConfigurationException(
                    "The property alimsg.receipts.max-body-size is not valid.", "Set it to at least 1B.");
        }
        Map<String, ReceiptDispatcher> dispatchers = new HashMap<>();
        ProductReceipts.present(beans.getBeanClassLoader()).forEach(product -> {
            ReceiptDispatcher.Builder<?> builder = product.builder(handlers);
            if (builder != null) {
                builder.deduplicate(measured.seen(seen));
                builder.maxBodyBytes(maxBodyBytes);
                dispatchers.put(product.name(), builder.build());
            }
        });
        if (dispatchers.isEmpty() && properties.getPath() != null) {
            throw new AlimsgConfigurationException(
                    "The property alimsg.receipts.path is set, but no bean handles receipts.",
                    "Add a bean that is a ReceiptHandler of a kind of receipts, such as ReceiptHandler<ChatAppStatus>, and"
                            + " the module of its product; or remove the property.");
        }
        return new ReceiptDispatchers(dispatchers, maxBodyBytes);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ReceiptMeters.class, MeterRegistry.class})
    @ConditionalOnBean(MeterRegistry.class)
    static class Meters {
        @Bean
        @Lazy
        @ConditionalOnMissingBean
        ReceiptMeters alimsgReceiptMeters(MeterRegistry registry) {
            return new ReceiptMeters(registry);
        }

        @Bean
        @Lazy
        ReceiptMeasures alimsgReceiptMeasures(ReceiptMeters meters) {
            return new ReceiptMeasures() {
                @Override
                public <T extends Receipt> ReceiptHandler<T> handler(ReceiptHandler<T> handler) {
                    return meters.timed(handler);
                }

                @Override
                public SeenReceipts seen(SeenReceipts seen) {
                    return meters.counted(seen);
                }
            };
        }
    }
}
