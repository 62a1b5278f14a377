package io.github.alimsg.spring.boot.queue;

import io.github.alimsg.queue.ReceiptQueue;
import io.github.alimsg.queue.ReceiptQueueBuilder;
import io.github.alimsg.queue.Site;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import io.github.alimsg.spring.boot.ConnectionSettings;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import io.github.alimsg.spring.boot.receipts.ReceiptDispatchers;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Reads receipts from queues, while the application runs, if {@code alimsg.queues.site} is set, and passes them to the
 * application's handlers.
 */
@AutoConfiguration(after = {AlimsgClientsAutoConfiguration.class, AlimsgReceiptsAutoConfiguration.class})
@ConditionalOnClass({ReceiptQueue.class, ReceiptDispatcher.class})
@ConditionalOnProperty("alimsg.queues.site")
@EnableConfigurationProperties(QueueProperties.class)
public final class AlimsgQueueAutoConfiguration {
    AlimsgQueueAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ReceiptQueue alimsgReceiptQueue(
            QueueProperties properties,
            ReceiptDispatchers dispatchers,
            ListableBeanFactory beans,
            ObjectProvider<ReceiptQueueCustomizer> customizers) {
        Site site = Objects.requireNonNull(properties.getSite());
        DybaseClient.Builder client = DybaseClient.builder();
        ConnectionSettings.apply(beans, client);
        try {
            ReceiptQueueBuilder builder = ReceiptQueue.builder(site).client(client);
            receive("cams", properties.getCams(), dispatchers, builder);
            receive("sms-international", properties.getSmsInternational(), dispatchers, builder);
            receive("sms-mainland", properties.getSmsMainland(), dispatchers, builder);
            if (properties.getEndpoint() != null) {
                builder.queueEndpoint(properties.getEndpoint());
            }
            if (properties.getWorkers() != null) {
                builder.workers(properties.getWorkers());
            }
            if (properties.getPollWait() != null) {
                builder.pollWait(properties.getPollWait());
            }
            customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new AlimsgConfigurationException(
                    "A property of alimsg.queues is not valid: " + e.getMessage() + ".", "Correct it.");
        }
    }

    private static void receive(
            String product, List<String> names, ReceiptDispatchers dispatchers, ReceiptQueueBuilder builder) {
        if (names.isEmpty()) {
            return;
        }
        ReceiptDispatcher dispatcher;
        try {
            dispatcher = dispatchers.dispatcher(product);
        } catch (IllegalArgumentException e) {
            throw new AlimsgConfigurationException(
                    "The property alimsg.queues." + product + " names queues, but no bean handles their receipts.",
                    "Add a bean that is a ReceiptHandler of one of their kinds, such as ReceiptHandler<ChatAppStatus>; or"
                            + " remove the property.");
        }
        names.forEach(name -> builder.receive(name, dispatcher));
    }

    @Bean
    QueueLifecycle alimsgQueueLifecycle(ReceiptQueue queue, ApplicationContext context) {
        return new QueueLifecycle(queue, context);
    }
}
