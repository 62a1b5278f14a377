package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import io.github.alimsg.queue.token.DybaseClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes read a queue, with handlers that fail one time in twenty. Each has a memory of its own. */
@Timeout(120)
class TwoConsumersTest {
    private static final double FAIL = 0.05;
    private static final int COUNT = 1_000;

    private final QueueBed bed = QueueBed.inFastTime();

    /** Which consumers have handled a receipt. */
    private final Map<String, List<String>> handled = new ConcurrentHashMap<>();

    private final AtomicInteger thrown = new AtomicInteger();
    private final Random random = new Random(18);

    @AfterEach
    void close() {
        bed.close();
    }

    /** A process that can be killed: from then on it sends nothing, and replies don't reach it. */
    private static final class Killable implements HttpTransport {
        private final HttpTransport transport = OkHttpTransport.create();
        private volatile boolean dead;

        @Override
        public HttpResponse execute(HttpRequest request)
                throws HttpFailure, ResponseTooLargeException, InterruptedException {
            failIfDead();
            HttpResponse reply = transport.execute(request);
            failIfDead();
            return reply;
        }

        private void failIfDead() throws HttpFailure {
            if (dead) {
                throw new HttpFailure(Delivery.UNKNOWN, "killed", null);
            }
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    private void handle(String consumer, Killable process, String id) {
        boolean fails;
        synchronized (random) {
            fails = random.nextDouble() < FAIL;
        }
        if (fails || process.dead) {
            thrown.incrementAndGet();
            throw new IllegalStateException("one in twenty");
        }
        handled.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>()).add(consumer);
    }

    private ReceiptQueue consumer(String name, Killable process) {
        return bed.start(bed.builder()
                .client(bed.cloud.configure(DybaseClient.builder()).transport(process))
                .workers(16)
                .retryDelay(Duration.ofSeconds(1), Duration.ofSeconds(4))
                .receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> handle(name, process, receipt.id()))));
    }

    @Test
    void everyReceiptIsHandledThoughOneConsumerIsKilled() throws Exception {
        bed.fake.visibilityTimeout(Duration.ofSeconds(20));
        for (int i = 0; i < COUNT; i++) {
            bed.put("r" + i);
        }
        var first = new Killable();
        var second = new Killable();
        consumer("first", first);
        ReceiptQueue survivor = consumer("second", second);

        bed.fake.await(queue -> handled.size() >= COUNT / 3, Duration.ofMinutes(1));
        first.dead = true;
        bed.fake.await(queue -> queue.deleted() == COUNT, Duration.ofMinutes(1));

        assertThat(handled).hasSize(COUNT);
        assertThat(handled.values())
                .as("handled twice is only what the killed one could not delete")
                .allSatisfy(consumers -> assertThat(consumers).doesNotHaveDuplicates());
        long twice = handled.values().stream()
                .filter(consumers -> consumers.size() > 1)
                .count();
        assertThat(twice).isLessThan(COUNT / 10);
        assertThat(thrown.get()).isGreaterThan(COUNT / 50);
        assertThat(survivor.status().get(0).isRunning()).isTrue();
        first.close();
    }
}
