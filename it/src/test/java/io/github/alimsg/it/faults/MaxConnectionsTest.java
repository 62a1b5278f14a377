package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client has a bounded number of connections, and calls beyond it wait their turn. */
class MaxConnectionsTest {
    private static final int MOST = 3;

    private static DysmsInternationalClient client(SmallServer server) {
        return DysmsInternationalClient.builder()
                .endpoint(server.endpoint())
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET))
                .maxConnections(MOST)
                .build();
    }

    private static void send(DysmsInternationalClient sms) {
        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
    }

    private static void answerAll(SmallServer.Connection connection) throws IOException, InterruptedException {
        while (connection.receive()) {
            connection.answer();
        }
    }

    @Test
    void manyThreadsShareTheConnectionsThereMayBe() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (var server = new SmallServer(MaxConnectionsTest::answerAll);
                DysmsInternationalClient sms = client(server)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                calls.add(threads.submit(() -> send(sms)));
            }
            for (Future<?> call : calls) {
                call.get(30, TimeUnit.SECONDS);
            }

            assertThat(server.requests).hasValue(500);
            assertThat(server.connections.get()).isBetween(1, MOST);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCallThatFindsNoneFreeInTimeWasNotSent() throws Exception {
        var answer = new Semaphore(0);
        ExecutorService threads = Executors.newFixedThreadPool(MOST);
        try (var server = new SmallServer(connection -> {
                    while (connection.receive()) {
                        answer.acquire();
                        connection.answer();
                    }
                });
                DysmsInternationalClient sms = client(server)) {
            List<Future<?>> busy = new ArrayList<>();
            for (int i = 0; i < MOST; i++) {
                busy.add(threads.submit(() -> send(sms)));
            }
            assertThat(server.arrived.tryAcquire(MOST, 30, TimeUnit.SECONDS)).isTrue();
            DysmsInternationalClient hurried = sms.withOptions(o -> o.timeout(Duration.ofMillis(50)));

            var failure = catchThrowableOfType(TransportException.class, () -> send(hurried));

            assertThat(failure).hasMessageContaining("every connection was busy");
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            answer.release(MOST);
            for (Future<?> call : busy) {
                call.get(30, TimeUnit.SECONDS);
            }
            answer.release();
            send(sms);
            assertThat(server.requests).hasValue(MOST + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void thereIsAtLeastOne() {
        assertThatThrownBy(() -> DysmsInternationalClient.builder().maxConnections(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxConnections must be at least 1, not 0");
    }
}
