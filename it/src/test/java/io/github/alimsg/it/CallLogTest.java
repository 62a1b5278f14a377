package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The lines that docs/configuration.md has, of a service that takes 41 milliseconds. */
@Isolated // switches on a log of the JVM
class CallLogTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-02T03:04:05Z"));
    private final Deque<HttpResponse> replies = new ArrayDeque<>();
    private final CapturedLog log = new CapturedLog("io.github.alimsg.core.Calls");

    private final HttpTransport transport = new HttpTransport() {
        @Override
        public HttpResponse execute(HttpRequest request) {
            time.advance(Duration.ofMillis(41));
            return replies.remove();
        }

        @Override
        public void close() {}
    };

    private final DysmsMainlandClient sms = DysmsMainlandClient.builder()
            .credentials(CredentialsProviders.fixed("key", "secret"))
            .region("cn-hangzhou")
            .transport(transport)
            .timeSource(time)
            .build();

    @AfterEach
    void stop() {
        log.close();
        sms.close();
    }

    private void reply(int status, String body, String... headers) {
        replies.add(new HttpResponse(status, List.of(headers), body.getBytes(UTF_8)));
    }

    private void send() {
        send(sms);
    }

    private static void send(DysmsMainlandClient client) {
        client.sendSms(r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1"));
    }

    @Test
    void everyAttemptIsALineAndSoIsItsFailure() {
        reply(400, "{\"Code\":\"Throttling\"}", "x-acs-retry-after", "1500");
        reply(200, "{\"Code\":\"OK\"}");

        send();

        assertThat(log.lines())
                .containsExactly(
                        "SendSms attempt 1 to https://dysmsapi.aliyuncs.com: HTTP 400, 21 bytes in 41 ms",
                        "SendSms attempt 1 failed: ThrottledException; repeated in 1500 ms",
                        "SendSms attempt 2 to https://dysmsapi.aliyuncs.com: HTTP 200, 13 bytes in 41 ms");
    }

    @Test
    void requestIdIsInTheLine() {
        String id = "90E63D28-1234-5678-8939-A94866411234";
        reply(400, "{\"Code\":\"Throttling\",\"RequestId\":\"" + id + "\"}");
        reply(200, "{\"Code\":\"OK\",\"RequestId\":\"" + id + "\"}");

        send();

        assertThat(log.lines())
                .filteredOn(line -> line.contains("HTTP"))
                .hasSize(2)
                .allMatch(line -> line.endsWith(" in 41 ms, request id " + id));
    }

    @Test
    void requestIdThatIsNoneIsNotInTheLine() {
        reply(200, "{\"Code\":\"OK\",\"RequestId\":\"13900000000\"}");

        send();

        assertThat(log.lines()).singleElement().asString().endsWith(" in 41 ms");
    }

    @Test
    void aFailureThatEndsTheCallIsNotRepeated() {
        reply(400, "{\"Code\":\"InvalidParameter\"}");

        assertThatThrownBy(this::send).isInstanceOf(ServiceException.class);

        assertThat(log.lines()).last().isEqualTo("SendSms attempt 1 failed: ServiceException; not repeated");
    }

    @Test
    void aListenerThatFailsIsALineWithoutItsMessage() {
        reply(200, "{\"Code\":\"OK\"}");

        try (DysmsMainlandClient watched = sms.withOptions(o -> o.addListener(new Failing()))) {
            send(watched);
        }

        assertThat(log.lines())
                .filteredOn(line -> !line.startsWith("SendSms"))
                .containsExactly(Failing.class.getName() + " failed: java.lang.IllegalStateException");
    }

    private static final class Failing implements CallListener {
        @Override
        public void started(CallInfo call) {
            throw new IllegalStateException("13900000000");
        }
    }

    /** The request was sent, so whatever fails afterwards must not look as if nothing had happened. */
    @Test
    void aLogThatFailsLeavesTheEffectUnknownAndAnInterruptSet() {
        reply(200, "{\"Code\":\"OK\"}");

        var failing = new FailingLog("io.github.alimsg.core.Calls");
        Throwable failure = catchThrowable(this::send);
        failing.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure)
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN))
                .hasCauseInstanceOf(InterruptedException.class);
    }

    /** Fails once, so that nothing that is logged later sets the interrupt. */
    private static final class FailingLog extends CapturedLog {
        private boolean hasFailed;

        FailingLog(String name) {
            super(name);
        }

        @Override
        public void publish(LogRecord line) {
            if (!hasFailed) {
                hasFailed = true;
                throw FailingLog.<RuntimeException>sneaky(new InterruptedException());
            }
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }

    @Test
    void theClocksCorrectionIsALine() {
        reply(400, "{\"Code\":\"InvalidTimeStamp.Expired\"}", "Date", "Fri, 02 Jan 2026 05:04:05 GMT");
        reply(200, "{\"Code\":\"OK\"}");

        send();

        assertThat(log.lines())
                .filteredOn(line -> line.contains("clock corrected"))
                .hasSize(1);
    }
}
