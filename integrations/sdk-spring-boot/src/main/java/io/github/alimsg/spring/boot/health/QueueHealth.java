package io.github.alimsg.spring.boot.health;

import io.github.alimsg.queue.QueueStatus;
import io.github.alimsg.queue.ReceiptQueue;
import io.github.alimsg.spring.boot.ConfiguredClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** What health shows of the queues that receipts are read from. Makes no call. */
interface QueueHealth {
    /** {@return what to show of each queue, by its name; empty when there is none} */
    Map<String, Object> details();

    /** Returns that of the application's queues, whose module it may not have. */
    static QueueHealth of(ListableBeanFactory beans, @Nullable ClassLoader loader) {
        return ClassUtils.isPresent("io.github.alimsg.queue.ReceiptQueue", loader)
                ? new OfReceiptQueues(beans)
                : Map::of;
    }

    /** Loaded where the application has the module. */
    final class OfReceiptQueues implements QueueHealth {
        private final ListableBeanFactory beans;

        OfReceiptQueues(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> queues = new LinkedHashMap<>();
            beans.getBeanProvider(ReceiptQueue.class).stream()
                    .flatMap(queue -> queue.status().stream())
                    .forEach(status -> queues.put(status.queueName(), details(status)));
            return queues;
        }

        private static Map<String, Object> details(QueueStatus status) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("running", status.isRunning());
            Instant lastReply = status.lastReply();
            if (lastReply != null) {
                details.put("lastReply", lastReply.toString());
            }
            Instant failingSince = status.failingSince();
            RuntimeException failure = status.pollFailure();
            if (failingSince != null && failure != null) {
                details.put("failingSince", failingSince.toString());
                details.put("error", ConfiguredClient.Failure.describe(failure));
            }
            return details;
        }
    }
}
