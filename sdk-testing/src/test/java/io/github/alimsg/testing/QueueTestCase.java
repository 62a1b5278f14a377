package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.testing.QueueClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A queue, and a consumer that has a key for it. */
abstract class QueueTestCase {
    static final String NAME = "Alicom-Queue-1-SmsReport";
    static final String MESSAGES = "/queues/" + NAME + "/messages";
    static final String MANY = MESSAGES + "?numOfMessages=16";
    static final Duration LONG = Duration.ofSeconds(10);

    final ManualTime time = new ManualTime(Instant.parse("2026-11-21T10:00:00.250Z"));
    final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    final FakeQueue queue = cloud.queue(NAME);
    final QueueClient client = new QueueClient(cloud, time::instant);
    Credentials key = Credentials.of("none", "yet");

    @BeforeEach
    void borrowAKey() throws IOException {
        key = client.key(NAME);
    }

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    Answer get(String target) throws IOException, InterruptedException {
        return client.get(key, target).send();
    }

    Answer put(String target) throws IOException, InterruptedException {
        return client.put(key, target).send();
    }

    Answer delete(String target) throws IOException, InterruptedException {
        return client.delete(key, target).send();
    }

    Answer deleteAll(List<String> handles) throws IOException, InterruptedException {
        return client.deleteAll(key, NAME, handles).send();
    }

    /** Receives a message that is there. @return its handle */
    String receive() throws IOException, InterruptedException {
        Answer answer = get(MESSAGES);
        assertThat(answer.status()).isEqualTo(200);
        return answer.one("ReceiptHandle");
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.rootName()).isEqualTo("Error");
        assertThat(answer.one("Code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("x-mns-request-id")).contains(answer.one("RequestId"));
    }

    ReceivedCall last() {
        List<ReceivedCall> received = cloud.received();
        return received.get(received.size() - 1);
    }
}
