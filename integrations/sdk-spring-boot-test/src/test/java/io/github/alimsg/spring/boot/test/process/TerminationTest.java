package io.github.alimsg.spring.boot.test.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.PostedReceipt;
import io.github.alimsg.testing.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("When a process is terminated during a send, an async one and a receipt, nothing is lost without a word")
@Tag("process")
class TerminationTest {
    private static final String SMS = "SendMessageToGlobe";
    private static final int TERMINATED = 128 + 15;

    private final FakeCloud cloud =
            FakeCloud.builder().withProduct(DysmsInternationalClient.PRODUCT).start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch mayReply = new CountDownLatch(1);

    private CompletableFuture<HttpResponse<String>> sent;
    private CompletableFuture<List<PostedReceipt>> receipts;

    @BeforeEach
    void thereIsSuchASignal() {
        assumeTrue(ProcessHandle.current().supportsNormalTermination());
    }

    @AfterEach
    void close() {
        mayReply.countDown();
        cloud.close();
    }

    @Test
    void whatEndsInTimeIsDoneAndAcknowledged() throws Exception {
        try (var application = new ApplicationProcess(cloud)) {
            beginEverything(Integer.parseInt(application.await("listening")));

            application.terminate();
            application.await("closing");
            mayReply.countDown();

            assertThat(application.awaitEnd())
                    .as(application::toString)
                    .contains("request sent", "async sent", "receipt sent");
            assertThat(sent.join().statusCode()).isEqualTo(200);
            assertThat(receipts.join()).hasSize(1).allMatch(PostedReceipt::accepted);
            assertThat(application.exitCode()).isEqualTo(TERMINATED);
            assertThatEachWasSentOnce();
        }
    }

    @Test
    void whatDoesNotEndInTimeIsUnknownToTheApplicationAndNotAcknowledged() throws Exception {
        try (var application = new ApplicationProcess(cloud, "--spring.lifecycle.timeout-per-shutdown-phase=600ms")) {
            beginEverything(Integer.parseInt(application.await("listening")));

            application.terminate();

            assertThat(application.awaitEnd())
                    .as(application::toString)
                    .contains("request unknown", "async unknown", "receipt unknown");
            assertThat(sent.handle((response, failure) -> failure == null ? response.statusCode() : 0)
                            .join())
                    .isNotEqualTo(200);
            assertThat(receipts.join()).hasSize(1).noneMatch(PostedReceipt::accepted);
            assertThat(application.exitCode()).isEqualTo(TERMINATED);
            assertThatEachWasSentOnce();
        }
    }

    /** Returns when three sends are under way: of a request, of a task and of a handler of receipts. */
    private void beginEverything(int port) throws Exception {
        try (DysmsInternationalClient before =
                cloud.configure(DysmsInternationalClient.builder()).build()) {
            before.sendMessageToGlobe(
                    m -> m.to(SendingApplication.NUMBER).message("Hello").taskId("before"));
        }
        cloud.when(SMS).thenAnswer(call -> reply());

        String address = "http://127.0.0.1:" + port;
        sent = http.sendAsync(post(address + "/send"), HttpResponse.BodyHandlers.ofString());
        receipts = CompletableFuture.supplyAsync(() -> cloud.receipts()
                .deliver(
                        URI.create(address + "/hooks/s3cret/sms-international"),
                        d -> d.answerWithin(Duration.ofSeconds(60))));
        assertThat(http.send(post(address + "/async"), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
        cloud.awaitReceived(SMS, 4, Duration.ofSeconds(30));
    }

    private Reply reply() {
        try {
            assertThat(mayReply.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Reply.json("{\"ResponseCode\":\"OK\",\"MessageId\":\"m-1\",\"RequestId\":\"r-1\"}");
    }

    private static HttpRequest post(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private void assertThatEachWasSentOnce() {
        mayReply.countDown();
        assertThat(cloud.receivedCount(SMS)).isEqualTo(4);
        assertThat(cloud.received(SMS))
                .extracting(call -> call.parameter("TaskId"))
                .containsExactlyInAnyOrder("before", "request", "async", "receipt");
    }
}
