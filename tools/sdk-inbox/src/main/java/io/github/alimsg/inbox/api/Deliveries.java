package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.StoredDelivery;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeReceipt;
import io.github.alimsg.testing.PostedReceipt;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Posts to webhooks, keeps how it went, and posts again what was refused, when the service would. */
final class Deliveries {
    private static final int MAX_WAITING = 10_000;

    private final FakeCloud cloud;
    private final Box box;
    private final ScheduledExecutorService clock;
    private final ThreadPoolExecutor threads;

    Deliveries(FakeCloud cloud, Box box, ScheduledExecutorService clock) {
        this.cloud = cloud;
        this.box = box;
        this.clock = clock;
        this.threads =
                new ThreadPoolExecutor(2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), work -> {
                    var thread = new Thread(work, "alimsg-inbox-receipts");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does something later, on a thread that may wait. More than ten thousand waiting are dropped. */
    @SuppressWarnings("FutureReturnValueIgnored") // what runs there throws nothing
    void later(Duration delay, Runnable work) {
        clock.schedule(
                () -> {
                    try {
                        threads.execute(work);
                    } catch (RejectedExecutionException tooMany) {
                        // as if it got lost
                    }
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Posts a receipt or a reply, and waits for the answer. */
    StoredDelivery post(URI target, FakeReceipt receipt, String messageId) {
        PostedReceipt posted = cloud.receipts().post(target, receipt);
        return kept(box.addDelivery(json(posted, messageId), posted));
    }

    /** Keeps that a receipt was lost on purpose. */
    void lose(URI target, FakeReceipt receipt, String messageId) {
        ObjectNode json = Json.object()
                .put("kind", receipt.kind())
                .put("messageId", messageId)
                .put("url", target.toString())
                .put("accepted", false)
                .put("attempt", 0)
                .put("fault", "lost")
                .put("body", receipt.body());
        Json.put(json, "at", Instant.now());
        box.addDelivery(json, null);
    }

    /** Posts a body again, now. */
    StoredDelivery again(StoredDelivery delivery, PostedReceipt before) {
        PostedReceipt posted = cloud.receipts().redeliver(before);
        return kept(box.replaceDelivery(
                delivery, json(posted, delivery.json().path("messageId").asText()), posted));
    }

    private StoredDelivery kept(StoredDelivery delivery) {
        PostedReceipt posted = delivery.posted();
        Duration pause = posted == null ? null : posted.pause();
        if (posted != null && pause != null) {
            later(pause, () -> {
                StoredDelivery now = box.deliveries().get(delivery.sequence());
                if (now != null && now.posted() == posted) {
                    again(now, posted);
                }
            });
        }
        return delivery;
    }

    private static ObjectNode json(PostedReceipt posted, String messageId) {
        ObjectNode json = Json.object()
                .put("kind", posted.kind())
                .put("messageId", messageId)
                .put("url", posted.target().toString())
                .put("accepted", posted.accepted())
                .put("attempt", posted.attempt())
                .put("body", posted.body());
        Json.put(json, "at", Instant.now());
        if (posted.status() != 0) {
            json.put("status", posted.status()).put("answer", posted.answer());
        }
        Json.put(json, "refusal", posted.refusal());
        Duration pause = posted.pause();
        if (pause != null) {
            Json.put(json, "next", Instant.now().plus(pause));
        }
        return json;
    }

    void close() {
        threads.shutdownNow();
    }
}
