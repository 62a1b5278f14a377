package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.testing.PlainClient.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of stub, as a plain HTTP client meets it. */
class StubTest {
    private final FakeCloud cloud = FakeCloud.start();
    private final PlainClient client = new PlainClient(cloud);

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private Answer send() throws IOException {
        return client.call("SendSms").query("PhoneNumbers", "13900000000").post();
    }

    @Test
    void whatIsNotStubbedSucceeds() throws IOException {
        Answer answer = send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.body())
                .startsWith(
                        "{\"RequestId\":\"" + answer.headers().get("x-acs-request-id")
                                + "\",\"Code\":\"OK\",\"Message\":\"OK\",\"ResponseCode\":\"OK\",\"ResponseDescription\":\"OK\",\"BizId\":\"1");
        cloud.when("SendSms");
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void answersComeInOrderAndTheLastForEver() throws IOException {
        cloud.when("SendSms").thenReturn("1").thenReturn(201, "2").thenReturn("3");

        assertThat(send().body()).isEqualTo("1");
        assertThat(send().status()).isEqualTo(201);
        assertThat(send().body()).isEqualTo("3");
        assertThat(send().body()).isEqualTo("3");
    }

    @Test
    void aNewStubReplacesTheOldAndOthersStay() throws IOException {
        cloud.when("SendSms").thenReturn("old");
        cloud.whenAny().thenReturn("any");
        cloud.when("SendSms").thenReturn("new");

        assertThat(send().body()).isEqualTo("new");
        assertThat(client.call("QuerySendDetails").post().body()).isEqualTo("any");
    }

    @Test
    void aRefusedCallTakesNoAnswer() throws IOException {
        cloud.when("SendSms").thenReturn("first").thenReturn("second");

        assertThat(client.call("SendSms").at("never").post().status()).isEqualTo(400);

        assertThat(send().body()).isEqualTo("first");
    }

    @Test
    void gatewayFailuresAreJsonWithTheirStatus() throws IOException {
        cloud.when("SendSms").thenFail(503, "ServiceUnavailable", "The request has \"failed\".");

        Answer answer = send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("\"Code\":\"ServiceUnavailable\"", "\\\"failed\\\"", "\"RequestId\"");
        cloud.errorsAsXml();
        assertThat(send().body()).contains("<Code>ServiceUnavailable</Code>");
    }

    @Test
    void businessFailuresOfUnknownProductsStandInBothEnvelopes() throws IOException {
        cloud.when("SendSms").thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "触发天级流控Permits:10");

        Answer answer = send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"",
                        "\"Message\":\"触发天级流控Permits:10\"",
                        "\"ResponseCode\":\"isv.BUSINESS_LIMIT_CONTROL\"",
                        "\"ResponseDescription\":\"触发天级流控Permits:10\"");
    }

    @Test
    void throttlingComesWithOrWithoutAHint() throws IOException {
        cloud.when("SendSms")
                .thenThrottle()
                .thenThrottle(Duration.ofMillis(1500))
                .thenSucceed();

        Answer plain = send();
        assertThat(plain.status()).isEqualTo(400);
        assertThat(plain.body()).contains("\"Code\":\"System.LimitControl\"");
        assertThat(plain.headers().get("x-acs-retry-after")).isNull();
        assertThat(send().headers().get("x-acs-retry-after")).isEqualTo("1500");
        assertThat(send().status()).isEqualTo(200);
        assertThat(cloud.received("SendSms")).extracting(ReceivedCall::accepted).containsExactly(false, false, true);
    }

    @Test
    void denialsExplainThemselves() throws IOException {
        cloud.when("SendSms").thenDeny("dysms:SendSms");

        Answer answer = send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("\"Code\":\"NoPermission\"", "\"AccessDeniedDetail\":{", "\"AuthAction\":\"dysms:SendSms\"");
    }

    @Test
    void anythingCanBeAnswered() throws IOException {
        cloud.when("SendSms")
                .thenRespond(Reply.html(502, "<html>"))
                .thenRespond(Reply.xml(200, "<Ok/>"))
                .thenRespond(Reply.empty(504))
                .thenRespond(Reply.redirect(307, "https://elsewhere.example/").withHeader("DATE", "never"))
                .thenGatewayFailure(503);

        Answer html = send();
        assertThat(html.status()).isEqualTo(502);
        assertThat(html.headers().get("Content-Type")).startsWith("text/html");
        assertThat(html.body()).isEqualTo("<html>");
        assertThat(send().body()).isEqualTo("<Ok/>");
        Answer empty = send();
        assertThat(empty.status()).isEqualTo(504);
        assertThat(empty.body()).isEmpty();
        assertThat(empty.headers().get("Content-Type")).isNull();
        Answer redirect = send();
        assertThat(redirect.headers().get("Location")).isEqualTo("https://elsewhere.example/");
        assertThat(redirect.headers().values("Date")).containsExactly("never");
        Answer proxy = send();
        assertThat(proxy.status()).isEqualTo(503);
        assertThat(proxy.body()).contains("<h1>503</h1>");
    }

    @Test
    void aFunctionSeesTheCall() throws IOException {
        cloud.when("SendSms").thenAnswer(call -> Reply.json("\"" + call.parameter("PhoneNumbers") + "\""));

        assertThat(send().body()).isEqualTo("\"13900000000\"");
    }

    @Test
    void aFunctionThatThrowsIsADefect() throws IOException {
        cloud.when("SendSms").thenAnswer(call -> {
            throw new IllegalStateException("broken test");
        });

        Answer answer = send();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("broken test");
        assertThat(cloud.defects()).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(cloud.received("SendSms")).hasSize(1);
    }

    @Test
    void aCutAfterTheRequestLosesTheAnswerOfAReceivedCall() {
        cloud.when("SendSms").thenCutAfterRequest().thenSucceed();

        assertThatThrownBy(this::send).isInstanceOf(IOException.class);

        assertThat(cloud.received("SendSms"))
                .singleElement()
                .satisfies(call -> assertThat(call.accepted()).isTrue());
    }

    @Test
    void aCutBeforeTheRequestLeavesNoCall() throws IOException {
        cloud.when("SendSms").thenCutBeforeRequest().thenReturn("then").thenCutBeforeRequest();
        Request request = client.call("SendSms").acs3();

        assertThatThrownBy(() -> client.send(request)).isInstanceOf(IOException.class);
        assertThat(cloud.received()).isEmpty();
        assertThat(cloud.attempts()).hasSize(1);

        assertThat(client.send(request).body()).as("the nonce is not used up").isEqualTo("then");
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThat(cloud.received()).hasSize(1);
    }

    @Test
    void aCutInTheAnswerLosesHalfOfIt() {
        cloud.when("SendSms").thenCutInAnswer();

        assertThatThrownBy(this::send).isInstanceOf(IOException.class);

        assertThat(cloud.received("SendSms")).hasSize(1);
    }

    @Test
    void aConnectionCanDieQuietlyAfterAnAnswer() throws IOException {
        cloud.when("SendSms").thenRespond(Reply.json("{}").thenDisconnect());
        var head = new StringBuilder("POST / HTTP/1.1\r\nContent-Length: 0\r\n");
        client.call("SendSms")
                .acs3()
                .headers()
                .forEach(header -> head.append(header.getFirst())
                        .append(": ")
                        .append(header.getSecond())
                        .append("\r\n"));

        try (var socket =
                new Socket(cloud.endpoint().getHost(), cloud.endpoint().getPort())) {
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n{}").doesNotContain("Connection");
        }
    }

    @Test
    void aStalledCallEndsWhenTheFakeIsClosed() throws Exception {
        cloud.when("SendSms").thenStall();
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return send();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        cloud.awaitReceived("SendSms", 1, Duration.ofSeconds(10));

        assertThat(answer).isNotDone();
        cloud.close();

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void aDelayDelaysTheNextAnswer() throws Exception {
        cloud.when("SendSms")
                .thenReturn("now")
                .thenDelay(Duration.ofMinutes(10))
                .thenReturn("later");
        assertThat(send().body()).isEqualTo("now");
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return send();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        cloud.awaitReceived("SendSms", 2, Duration.ofSeconds(10));

        assertThat(answer).isNotDone();
        cloud.close();

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void aDelayOnAManualClockMovesTheClock() throws IOException {
        var time = new ManualTime();
        try (var slow = FakeCloud.builder().timeSource(time).start();
                var caller = new PlainClient(slow)) {
            slow.when("SendSms").thenReturn("now").thenDelay(Duration.ofSeconds(3));
            var before = time.instant();

            assertThat(caller.call("SendSms").at(before).post().body()).isEqualTo("now");
            assertThat(time.instant()).isEqualTo(before);
            assertThat(caller.call("SendSms").at(before).post().body()).contains("\"Code\":\"OK\"");
            assertThat(time.instant()).isEqualTo(before.plusSeconds(3));
            assertThat(time.sleeps()).isEmpty();
        }
    }

    @Test
    void offlineNothingIsRead() throws IOException {
        assertThat(send().status()).isEqualTo(200);
        cloud.goOffline();
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        client.close();
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThat(cloud.attempts()).hasSize(1);

        cloud.goOnline();
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void senselessStubsAreRefusedAtOnce() {
        Stub stub = cloud.when("SendSms");

        assertThatThrownBy(() -> stub.thenReturn(99, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stub.thenFail(600, "Code", "message")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stub.thenDelay(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cloud.enforceLimit("SendSms", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stub.thenSucceedWith(Map.of("A", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
