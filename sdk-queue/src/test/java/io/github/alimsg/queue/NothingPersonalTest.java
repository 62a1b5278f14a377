package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Neither keys nor numbers nor handles are in anything that is shown. */
@Timeout(60)
class NothingPersonalTest {
    private static final String NUMBER = "6281234567890";

    private final QueueBed bed = new QueueBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void whatIsShownHasNothingPersonal() throws Exception {
        List<Object> shown = new ArrayList<>();
        bed.put(NUMBER, NUMBER + "1");
        ReceiptQueue queue = bed.open(bed.builder()
                .credentials(() -> Credentials.of(
                        bed.cloud.credentials().accessKeyId(),
                        bed.cloud.credentials().accessKeySecret()))
                .receive(QueueBed.NAME, TestReceipts.dispatcher(receipt -> {
                    throw new IllegalStateException(NUMBER);
                })));
        shown.addAll(queue.poll(QueueBed.NAME, 1, Duration.ZERO));
        queue.start();
        bed.until(() -> bed.failures.size() == 1);
        bed.cloud
                .when("BatchReceiveMessage")
                .thenRespond(Reply.xml(500, "<Error><Code>" + NUMBER + " sent</Code><Message>x</Message></Error>"));
        bed.pass(Duration.ofSeconds(5), () -> bed.pollFailures.size() == 1);
        shown.addAll(bed.failures);
        shown.addAll(bed.pollFailures);
        shown.addAll(queue.status());
        shown.add(String.valueOf(bed.pollFailures.get(0).pollFailure()));
        shown.add(DybaseClient.PRODUCT);

        String text = shown.toString();
        assertThat(text)
                .contains(QueueBed.NAME)
                .doesNotContain(NUMBER, "ReceiptHandle", bed.cloud.credentials().accessKeySecret());
        for (var call : bed.cloud.received("QueryTokenForMnsQueue")) {
            assertThat(call.parameters()).containsKey("QueueName");
        }
    }
}
