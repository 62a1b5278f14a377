package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CloseUnderLoadTest {
    private static final int COUNT = 400;

    private final QueueBed bed = QueueBed.inFastTime();
    private final Map<String, Integer> handled = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        bed.close();
    }

    private ReceiptQueue consumer() {
        return bed.start(receipt -> handled.merge(receipt.id(), 1, Integer::sum));
    }

    /** Deployments in the middle of work: nothing is deleted that was not handled, and nothing is handled twice. */
    @Test
    void closingUnderLoadLosesNothingAndRepeatsNothing() throws Exception {
        for (int i = 0; i < COUNT; i++) {
            bed.put("r" + i);
        }
        for (int deployment = 1; deployment <= 2; deployment++) {
            int enough = deployment * COUNT / 6;
            ReceiptQueue queue = consumer();
            bed.until(() -> handled.size() >= enough);

            queue.close();

            assertThat(bed.fake.deleted()).isEqualTo(handled.size());
            assertThat(bed.fake.lapsedDeletes()).isZero();
        }
        consumer();
        bed.fake.await(queue -> queue.deleted() == COUNT, Duration.ofSeconds(40));

        assertThat(handled).hasSize(COUNT);
        assertThat(handled.values()).containsOnly(1);
        assertThat(bed.failures).isEmpty();
    }
}
