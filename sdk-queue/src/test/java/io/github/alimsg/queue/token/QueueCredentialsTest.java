package io.github.alimsg.queue.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class QueueCredentialsTest {
    private static final String OPERATION = "QueryTokenForMnsQueue";
    private static final String QUEUE = "Alicom-Queue-1-ChatAppStatus";

    private final ManualTime time = new ManualTime();
    private final AtomicInteger issued = new AtomicInteger();
    private FakeCloud cloud;
    private DybaseClient client;
    private CredentialsProvider keys;

    @BeforeEach
    void start() {
        cloud = FakeCloud.builder().timeSource(time).start();
        client = cloud.configure(DybaseClient.builder()).build();
        keys = QueueCredentials.of(client, "ChatAppStatus", QUEUE, time);
        issues("2020-06-01 09:00:00", "2020-06-01 10:00:00");
    }

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private void issues(String from, String to) {
        Stub stub = cloud.when(OPERATION);
        stub.thenAnswer(call -> Reply.json(200, token(from, to)));
    }

    private String token(String from, String to) {
        int number = issued.incrementAndGet();
        return "{\"Code\":\"OK\",\"Message\":\"OK\",\"RequestId\":\"R\",\"MessageTokenDTO\":{\"AccessKeyId\":\"STS.id"
                + number
                + "\",\"AccessKeySecret\":\"secret" + number + "\",\"SecurityToken\":\"token" + number
                + "\",\"CreateTime\":\"" + from + "\",\"ExpireTime\":\"" + to + "\"}}";
    }

    @Test
    void aKeyIsAskedForByTypeAndQueue() {
        Credentials credentials = keys.credentials();

        assertThat(credentials.accessKeyId()).isEqualTo("STS.id1");
        assertThat(credentials.securityToken()).isEqualTo("token1");
        ReceivedCall call = cloud.received(OPERATION).get(0);
        assertThat(call.parameters()).isEqualTo(Map.of("MessageType", "ChatAppStatus", "QueueName", QUEUE));
    }

    /** Its times are years in the past here. */
    @Test
    void aKeyLastsAsLongAsTheReplySaysWhateverTheClocksSay() {
        keys.credentials();
        time.set(Instant.parse("2040-01-01T00:00:00Z"));
        time.advance(Duration.ofMinutes(40));

        assertThat(keys.credentials().accessKeyId()).isEqualTo("STS.id1");

        time.set(Instant.parse("2010-01-01T00:00:00Z"));
        time.advance(Duration.ofMinutes(16));
        assertThat(keys.credentials().accessKeyId()).isEqualTo("STS.id2");
    }

    @Test
    void manyThreadsAskOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> ask = () -> keys.credentials().accessKeyId();
            List<Future<String>> asked =
                    threads.invokeAll(Stream.generate(() -> ask).limit(40).toList());
            for (Future<String> one : asked) {
                assertThat(one.get()).isEqualTo("STS.id1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(issued).hasValue(1);
    }

    @Test
    void anInvalidKeyIsReplaced() {
        keys.credentials();
        keys.invalidate();

        assertThat(keys.credentials().accessKeyId()).isEqualTo("STS.id2");
    }

    @Test
    void aRefusalSaysWhyAndShowsNoKey() {
        cloud.when(OPERATION).thenBusinessFailure("isv.QUEUE_NOT_OPEN", "the queue is not open");

        CredentialsException failure = catchThrowableOfType(CredentialsException.class, keys::credentials);

        assertThat(failure)
                .hasMessageContaining("key of the queue " + QUEUE)
                .hasMessageContaining("isv.QUEUE_NOT_OPEN")
                .hasCauseInstanceOf(ServiceException.class);
        assertThat(failure.isMisconfigured()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-01 09:00:00, 2020-06-01 09:00:00",
        "2020-06-01 09:00:00, 2020-06-01 08:00:00",
        "2020-06-01T09:00:00Z, 2020-06-01 10:00:00",
        "2020-02-30 09:00:00, 2020-06-01 10:00:00",
        "'', ''"
    })
    void timesThatAreNoneAreRefusedAndNotQuoted(String from, String to) {
        issues(from, to);

        CredentialsException failure = catchThrowableOfType(CredentialsException.class, keys::credentials);

        assertThat(failure).hasMessageContaining("the reply has no usable key").hasMessageNotContaining("secret");
        assertThat(failure.getMessage()).doesNotContain("2020-0");
    }

    @Test
    void aReplyWithoutAKeyIsRefused() {
        cloud.when(OPERATION).thenReturn("{\"Code\":\"OK\",\"MessageTokenDTO\":{\"AccessKeyId\":\"STS.id\"}}");

        assertThat(catchThrowableOfType(CredentialsException.class, keys::credentials))
                .hasMessageContaining("the reply has no usable key");
    }
}
