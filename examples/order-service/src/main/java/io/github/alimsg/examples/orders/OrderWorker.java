package io.github.alimsg.examples.orders;

import io.github.alimsg.once.Once;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what was left: enqueued before a crash, or not sent for a reason that has passed. */
@Component
@EnableScheduling
class OrderWorker {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWorker.class);

    private final Once once;
    private final OrderNotices notices;

    OrderWorker(Once once, OrderNotices notices) {
        this.once = once;
        this.notices = notices;
    }

    @Scheduled(initialDelayString = "${shop.worker-delay:5s}", fixedDelayString = "${shop.worker-delay:5s}")
    void sendDue() {
        once.due(100).forEach(record -> NoticeKey.parse(record.key()).ifPresent(this::send));
    }

    private void send(NoticeKey key) {
        try {
            notices.send(key);
        } catch (RuntimeException e) { // one that can't be sent doesn't hold up the others
            LOG.error("{} was not sent", key, e);
        }
    }

    /** Ends what a crashed process left as being sent; receipts settle the rest. */
    @Scheduled(initialDelayString = "${shop.worker-delay:1m}", fixedDelayString = "${shop.worker-delay:1m}")
    void reconcile() {
        once.reconcile();
    }
}
