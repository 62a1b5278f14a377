package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.ManualTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fault suite found, each by itself. */
class OddAnswersTest {
    private static DysmsInternationalClient.Builder client(SmallServer server) {
        return DysmsInternationalClient.builder()
                .endpoint(server.endpoint())
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET));
    }

    private static <T extends SdkException> T failure(Class<T> type, DysmsInternationalClient sms) {
        return catchThrowableOfType(
                type, () -> sms.sendMessageToGlobe(m -> m.to(Marks.number(1)).message(Marks.text(1))));
    }

    private static SmallServer answering(String raw) {
        return new SmallServer(connection -> {
            connection.receive();
            connection.answer(raw);
        });
    }

    /** It tells of an answer to come, and the service may have acted. */
    @ParameterizedTest
    @ValueSource(ints = {101, 199})
    void anInterimStatusIsNotARefusal(int status) {
        try (var server = answering("HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\n\r\n");
                DysmsInternationalClient sms = client(server).build()) {
            assertThat(failure(SdkException.class, sms).mayHaveTakenEffect()).isTrue();
        }
    }

    /** Parsers of HTTP quote what they cannot read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\r\n\r\n",
                "HTTP/1.1 2OO %s\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n",
                "HTTP/1.1 204 OK\r\nContent-Length: 9\r\nX: %s\r\n\r\n%1$s",
                "%s"
            })
    void aReplyThatIsNotHttpIsNotQuoted(String answer) {
        try (var server = answering(String.format(answer, Marks.number(1) + " " + Marks.text(1)));
                DysmsInternationalClient sms = client(server).build()) {
            var failure = failure(TransportException.class, sms);
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));

            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(Marks.in(trace.toString())).as(trace.toString()).isFalse();
            assertThat(trace.toString()).as("hexadecimal").doesNotContain("content=");
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsNotReadOn() throws Exception {
        var written = new AtomicLong();
        int size = 200 << 20;
        try (var server = new SmallServer(connection -> {
                    connection.receive();
                    connection.answer("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                    byte[] block = new byte[1 << 16];
                    for (int i = 0; i < size / block.length; i++) {
                        connection.out.write(block);
                        written.addAndGet(block.length);
                    }
                });
                DysmsInternationalClient sms = client(server).build()) {
            failure(MalformedResponseException.class, sms);
            assertThat(server.ended.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

            System.out.println("of an answer of 200 MiB, " + (written.get() >> 10) + " KiB were sent");
            assertThat(written.get()).as("what buffers hold").isLessThan(20 << 20);
        }
    }

    @Test
    void nothingIsSentWhenTheTimeIsOver() {
        var time = new ManualTime(Instant.now());
        var slow = new AtomicBoolean();
        try (var server = new SmallServer(connection -> {
                    while (connection.receive()) {
                        connection.answer();
                    }
                });
                DysmsInternationalClient sms = client(server)
                        .timeSource(time)
                        .credentials(() -> {
                            time.advance(slow.get() ? Duration.ofMinutes(2) : Duration.ZERO);
                            return Credentials.of(Marks.KEY_ID, Marks.SECRET);
                        })
                        .build()) {
            for (int i = 1; i <= 100; i++) {
                slow.set(false);
                sms.sendMessageToGlobe(m -> m.to(Marks.number(1)).message(Marks.text(1)));
                slow.set(true);

                assertThat(failure(TransportException.class, sms).delivery()).isEqualTo(Delivery.NOT_SENT);
                assertThat(server.requests).hasValue(i);
            }
        }
    }

    /** Both copies in one packet. */
    @Test
    void anAnswerSentTwiceIsNotTheAnswerToTheNextRequest() {
        try (var server = new SmallServer(connection -> {
                    for (int i = 1; connection.receive(); i++) {
                        String answer = answerWithId(connection, i);
                        connection.answer(i == 2 ? answer + answer : answer);
                    }
                });
                DysmsInternationalClient sms = client(server).build()) {
            assertThat(send(sms)).isEqualTo("1");
            assertThat(send(sms)).isEqualTo("2");

            assertThat(send(sms)).as("over another connection").isEqualTo("1");
            assertThat(server.connections).hasValue(2);
            assertThat(server.requests).hasValue(3);
        }
    }

    /** As a recorded answer has it: an id says nothing about whose answer it is. */
    @Test
    void oneRequestIdForAllAnswersIsNothingOdd() {
        try (var server = new SmallServer(connection -> {
                    while (connection.receive()) {
                        connection.answer("HTTP/1.1 200 OK\r\nx-acs-request-id: S-1\r\nContent-Length: "
                                + SmallServer.OK.length() + "\r\n\r\n" + SmallServer.OK);
                    }
                });
                DysmsInternationalClient sms = client(server).build()) {
            for (int i = 0; i < 10; i++) {
                assertThat(send(sms)).isEqualTo("1");
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    /** Whatever waits on a connection before the request is written, nothing has been sent, and another is taken. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "\r\n"})
    void aConnectionOnWhichSomethingWaitsIsNotUsed(String stray) throws Exception {
        for (boolean shared : new boolean[] {false, true}) {
            var written = new Semaphore(0);
            var callEnded = new Semaphore(0);
            var http = new OkHttpClient();
            try (var server = new SmallServer(connection -> {
                        connection.receive();
                        connection.answer(answerWithId(connection, 1));
                        callEnded.acquire();
                        connection.answer(stray);
                        connection.closeAndLetKnow();
                        written.release();
                    });
                    DysmsInternationalClient sms =
                            (shared ? client(server).httpClient(http) : client(server)).build()) {
                send(sms);
                callEnded.release();
                assertThat(written.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

                for (int i = 2; i <= 20; i++) {
                    assertThat(send(sms)).isEqualTo("1");
                    assertThat(server.connections).hasValue(i);
                    assertThat(server.requests).hasValue(i);
                    callEnded.release();
                    assertThat(written.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
                }
            } finally {
                http.connectionPool().evictAll();
            }
        }
    }

    private static @Nullable String send(DysmsInternationalClient sms) {
        return sms.sendMessageToGlobe(m -> m.to(Marks.number(1)).message(Marks.text(1)))
                .messageId();
    }

    private static String answerWithId(SmallServer.Connection connection, int number) {
        String body = SmallServer.OK.replace("\"MessageId\":\"1\"", "\"MessageId\":\"" + number + "\"");
        return "HTTP/1.1 200 OK\r\nx-acs-request-id: " + connection.socket.getPort() + "-" + number
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
