package io.github.alimsg.queue.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.testing.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueClientTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final String NAME = "Alicom-Queue-1-SmsReport";
    private static final long DATE_MILLIS =
            Instant.parse("2026-01-02T03:04:05Z").toEpochMilli();
    private static final String SECRET = "6281234567890";

    private final ScriptedTransport transport = new ScriptedTransport();
    private final ManualTime time = new ManualTime();
    private final Keys keys = new Keys();
    private final Queue queue = new Queue(NAME, keys);
    private final QueueClient client = new QueueClient(transport, "https://queues.example", time);

    /** Another key after each time that one was found invalid. */
    private static final class Keys implements CredentialsProvider {
        int invalidated;

        @Override
        public Credentials credentials() {
            return Credentials.temporary("id" + invalidated, "secret", "token" + invalidated, null);
        }

        @Override
        public void invalidate() {
            invalidated++;
        }
    }

    private static String messages(String... handles) {
        var xml = new StringBuilder("<Messages xmlns=\"http://mns.aliyuncs.com/doc/v1/\">");
        for (String handle : handles) {
            xml.append("<Message><MessageId>M-")
                    .append(handle)
                    .append("</MessageId><ReceiptHandle>")
                    .append(handle)
                    .append(
                            "</ReceiptHandle><MessageBody>e30=</MessageBody><MessageBodyMD5>0</MessageBodyMD5><EnqueueTime>")
                    .append(DATE_MILLIS - 5_000)
                    .append("</EnqueueTime><FirstDequeueTime>")
                    .append(DATE_MILLIS)
                    .append("</FirstDequeueTime><NextVisibleTime>")
                    .append(DATE_MILLIS + 30_400)
                    .append("</NextVisibleTime><DequeueCount>2</DequeueCount><Priority>8</Priority></Message>");
        }
        return xml.append("</Messages>").toString();
    }

    @Test
    void messagesAreReceived() {
        transport.reply(200, messages("1", "2"));

        List<ReceivedMessage> received = client.receive(queue, 16, WAIT);

        assertThat(received).extracting(ReceivedMessage::id).containsExactly("M-1", "M-2");
        ReceivedMessage first = received.get(0);
        assertThat(first.handle()).isEqualTo("1");
        assertThat(first.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("e30=");
        assertThat(first.dequeueCount()).isEqualTo(2);
        assertThat(first.enqueuedAt()).isEqualTo(Instant.ofEpochMilli(DATE_MILLIS - 5_000));
        assertThat(first.invisibleFor()).isEqualTo(Duration.ofSeconds(30));
        assertThat(first).hasToString("message M-1");
    }

    @Test
    void aPollIsOneGetThatMayTakeTenSecondsLongerThanItWaits() {
        transport.reply(200, messages("1"));

        client.receive(queue, 3, WAIT);

        HttpRequest sent = transport.sent.get(0);
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.path()).isEqualTo("/queues/" + NAME + "/messages");
        assertThat(sent.query()).isEqualTo("numOfMessages=3&waitseconds=20");
        assertThat(sent.contentType()).isNull();
        assertThat(sent.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sent.timeout()).isGreaterThan(sent.readTimeout());
        assertThat(sent.maxReplyBytes()).isBetween(3L << 16, 1L << 20);
    }

    @Test
    void anEmptyQueueIsNoFailure() {
        transport.refuse(404, "MessageNotExist");

        assertThat(client.receive(queue, 16, WAIT)).isEmpty();
    }

    /** What a queue's visibility is counts from the service's own date, whatever the clock here says. */
    @Test
    void howLongAMessageIsInvisibleDoesNotDependOnTheClockHere() {
        time.set(Instant.parse("2031-01-01T00:00:00Z"));
        transport.reply(200, messages("1"));

        assertThat(client.receive(queue, 1, WAIT).get(0).invisibleFor()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void oneMessageIsDeletedByABodyAsWell() throws IOException {
        transport.reply(204, "");

        assertThat(client.delete(queue, List.of("1-a+b/c==")).lapsed()).isEmpty();

        HttpRequest sent = transport.sent.get(0);
        assertThat(sent.method()).isEqualTo("DELETE");
        assertThat(sent.query()).isEmpty();
        assertThat(sent.contentType()).isEqualTo("text/xml");
        var body = new ByteArrayOutputStream();
        sent.body().writeTo(body);
        assertThat(body.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ReceiptHandles"
                                + " xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><ReceiptHandle>1-a+b/c==</ReceiptHandle></ReceiptHandles>");
    }

    @Test
    void ofABatchThoseThatFailedAreKnown() {
        transport.reply(
                404,
                "<Errors xmlns=\"http://mns.aliyuncs.com/doc/v1/\">" + failed("MessageNotExist", "b")
                        + failed("ReceiptHandleError", "c") + failed("InternalError", "d") + "</Errors>");

        Deleted deleted = client.delete(queue, List.of("a", "b", "c", "d"));

        assertThat(deleted.lapsed()).containsExactly("b", "c");
        assertThat(deleted.failed()).containsExactly("d");
    }

    private static String failed(String code, String handle) {
        return "<Error><ErrorCode>" + code + "</ErrorCode><ErrorMessage>no</ErrorMessage><ReceiptHandle>" + handle
                + "</ReceiptHandle></Error>";
    }

    @Test
    void aBatchThatIsRefusedAsOneHasLapsed() {
        transport.refuse(404, "MessageNotExist");

        assertThat(client.delete(queue, List.of("a", "b")).lapsed()).containsExactly("a", "b");
    }

    @Test
    void theVisibilityChangesAndSoDoesTheHandle() {
        transport.reply(
                200,
                "<ChangeVisibility xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><ReceiptHandle>new</ReceiptHandle><NextVisibleTime>"
                        + (DATE_MILLIS + 60_000) + "</NextVisibleTime></ChangeVisibility>");

        String handle = client.changeVisibility(queue, "1-a+b/c== &", Duration.ofSeconds(60));

        assertThat(handle).isEqualTo("new");
        HttpRequest sent = transport.sent.get(0);
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.query()).isEqualTo("receiptHandle=1-a+b/c==%20%26&visibilityTimeout=60");
        assertThat(transport.header(0, "Authorization"))
                .isEqualTo("MNS id0:"
                        + QueueSigner.signature(
                                "secret",
                                "PUT\n\n\n" + ScriptedTransport.DATE + "\nx-mns-version:2015-06-06\n" + sent.path()
                                        + "?" + sent.query()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageNotExist", "ReceiptHandleError"})
    void aHandleThatHasLapsedIsNoFailure(String code) {
        transport.refuse(400, code);

        assertThat(client.changeVisibility(queue, "h", Duration.ofSeconds(1))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "404, QueueNotExist, NOT_FOUND",
        "403, SignatureDoesNotMatch, SIGNATURE",
        "403, AccessDenied, PERMISSION",
        "403, InvalidAccessKeyId, AUTHENTICATION",
        "403, InvalidSecurityToken, AUTHENTICATION",
        "403, InvalidSecurityToken.Expired, AUTHENTICATION",
        "408, TimeExpired, CLOCK",
        "400, InvalidDateHeader, CLOCK",
        "503, QpsLimitExceeded, THROTTLING",
        "500, InternalError, SERVER_FAULT",
        "500, InternalServerError, SERVER_FAULT",
        "502, Whatever, SERVER_FAULT",
        "400, InvalidArgument, UNKNOWN"
    })
    void refusalsHaveAKind(int status, String code, ErrorKind kind) {
        transport.refuse(status, code).refuse(status, code).refuse(status, code);

        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> client.receive(queue, 1, WAIT));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.httpStatus()).isEqualTo(status);
        assertThat(failure.requestId()).isEqualTo("R-1");
        assertThat(failure).hasMessageStartingWith("BatchReceiveMessage: " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignatureDoesNotMatch", "AccessDenied", "InvalidAccessKeyId", "InvalidSecurityToken"})
    void aRefusedKeyIsRenewedOnceAndTheRequestSentAgain(String code) {
        transport.refuse(403, code).reply(200, messages("1"));

        assertThat(client.receive(queue, 1, WAIT)).hasSize(1);

        assertThat(keys.invalidated).isEqualTo(1);
        assertThat(transport.header(0, "security-token")).isEqualTo("token0");
        assertThat(transport.header(1, "security-token")).isEqualTo("token1");
        transport.refuse(403, code).refuse(403, code);
        assertThat(catchThrowableOfType(ServiceException.class, () -> client.receive(queue, 1, WAIT))
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    void aKeyThatAnotherRequestHasRenewedIsNotRenewedAgain() {
        var queueOfMany = new Queue(NAME, new CredentialsProvider() {
            private int asked;

            @Override
            public Credentials credentials() {
                return Credentials.of("id" + (asked++ == 0 ? 0 : 1), "secret");
            }

            @Override
            public void invalidate() {
                throw new AssertionError("the key is new");
            }
        });
        transport.refuse(403, "InvalidSecurityToken").reply(200, messages("1"));

        assertThat(client.receive(queueOfMany, 1, WAIT)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"408, TimeExpired", "400, InvalidDateHeader"})
    void aWrongClockIsCorrectedOnce(int status, String code) {
        time.set(Instant.parse("2026-01-01T00:00:00Z"));
        transport.refuse(status, code).reply(200, messages("1"));

        assertThat(client.receive(queue, 1, WAIT)).hasSize(1);

        assertThat(transport.header(0, "Date")).isEqualTo("Thu, 01 Jan 2026 00:00:00 GMT");
        assertThat(transport.header(1, "Date")).isEqualTo(ScriptedTransport.DATE);
        assertThat(client.now()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void aPageOfAProxyIsAFaultWithTheStatusAsItsCode() {
        transport.reply(502, "<html><body>Bad gateway " + SECRET + "<br></body></html>");

        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> client.receive(queue, 1, WAIT));

        assertThat(failure.code()).isEqualTo("HTTP-502");
        assertThat(failure.kind()).isEqualTo(ErrorKind.SERVER_FAULT);
        assertThat(failure).hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"Messages\":[]}",
                "<Messages/>",
                "<Messages><Message><MessageId>1</MessageId><MessageBody>6281234567890</MessageBody></Message></Messages>",
                "<!DOCTYPE a [<!ENTITY x '6281234567890'>]><Messages><Message><MessageBody>&x;</MessageBody></Message></Messages>"
            })
    void aReplyThatIsNoneIsMalformedAndNotQuoted(String body) {
        transport.reply(200, body);

        MalformedResponseException failure =
                catchThrowableOfType(MalformedResponseException.class, () -> client.receive(queue, 1, WAIT));

        assertThat(failure).hasMessageNotContaining(SECRET).hasMessageStartingWith("BatchReceiveMessage: the reply ");
    }

    @Test
    void whatASignatureWasMadeOfIsNotShown() {
        String says =
                ScriptedTransport.error("SignatureDoesNotMatch").replace("what the service says", "GET " + SECRET);
        transport.reply(403, says).reply(403, says);

        assertThat(catchThrowableOfType(ServiceException.class, () -> client.receive(queue, 1, WAIT)))
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aLostReplyIsNotRepeatedHere() {
        transport.fail(new HttpFailure(Delivery.UNKNOWN, "the connection was cut", null));

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> client.receive(queue, 1, WAIT));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(transport.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a?b", "..", "a b", "\u00e4"})
    void aNameThatWouldBeAnotherPathIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Queue(name, keys));
    }
}
