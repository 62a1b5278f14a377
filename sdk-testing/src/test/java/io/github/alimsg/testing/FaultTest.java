package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.testing.PlainClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of fault, and whom it is for, as a plain HTTP client meets it. */
class FaultTest {
    private static final String INTERNATIONAL = "2018-05-01";

    private final ManualTime time = new ManualTime(Instant.now());
    private final FakeCloud cloud = FakeCloud.builder()
            .timeSource(time)
            .random(new Random(7))
            .withProduct(Letters.PRODUCT)
            .start();
    private final PlainClient client = new PlainClient(cloud);

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private Answer send() throws IOException {
        return sendTo("6281234567890");
    }

    private Answer sendTo(String number) throws IOException {
        return letter("SendLetter", number).post();
    }

    private PlainClient.Call letter(String operation, String number) {
        return client.call(operation)
                .version("2026-01-01")
                .at(time.instant())
                .query("To", number)
                .form("Text", "Hello");
    }

    private String code() throws IOException {
        String body = send().body();
        int from = body.indexOf("\"ResponseCode\":\"");
        from = from < 0 ? body.indexOf("\"Code\":\"") + 8 : from + 16;
        return body.substring(from, body.indexOf('"', from));
    }

    @Test
    void throttlingComesWithOrWithoutAHint() throws IOException {
        cloud.faults(List.of(
                Fault.throttle().nextCalls(1),
                Fault.throttle(Duration.ofSeconds(2)).withId("hint")));

        Answer plain = send();

        assertThat(plain.status()).isEqualTo(400);
        assertThat(plain.body()).contains("System.LimitControl");
        assertThat(plain.headers().get("x-acs-retry-after")).isNull();
        assertThat(send().headers().get("x-acs-retry-after")).isEqualTo("2000");
        assertThat(cloud.messages().count()).isZero();
    }

    @Test
    void quotasNameTheirWindow() throws IOException {
        for (var expected : List.of("触发分钟级流控", "触发小时级流控", "触发天级流控")) {
            cloud.faults(List.of(
                    expected.contains("分钟")
                            ? Fault.quotaMinute()
                            : expected.contains("小时") ? Fault.quotaHour() : Fault.quotaDay()));
            Answer answer = send();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("isv.BUSINESS_LIMIT_CONTROL", expected);
        }
        assertThat(cloud.messages().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "quotaMinute, BUSINESS_LIMIT_CONTROL_MINUTE",
        "quotaHour, isv.BUSINESS_LIMIT_HOUR",
        "quotaDay, isv.BUSINESS_LIMIT_DAY"
    })
    void quotasHaveTheWordsOfTheProduct(String kind, String code) throws IOException {
        try (FakeCloud any = FakeCloud.start();
                PlainClient caller = new PlainClient(any)) {
            any.faults(List.of(
                    switch (kind) {
                        case "quotaMinute" -> Fault.quotaMinute();
                        case "quotaHour" -> Fault.quotaHour();
                        default -> Fault.quotaDay();
                    }));
            assertThat(caller.call("SendMessageToGlobe")
                            .version(INTERNATIONAL)
                            .post()
                            .body())
                    .contains("\"" + code + "\"");
        }
    }

    @Test
    void businessErrorsArriveInHttp200() throws IOException {
        cloud.faults(List.of(Fault.businessError("isv.AMOUNT_NOT_ENOUGH", "top up")));

        assertThat(code()).isEqualTo("isv.AMOUNT_NOT_ENOUGH");
        assertThat(cloud.messages().count()).isZero();
    }

    @Test
    void aLostAnswerIsOfACallThatWasCarriedOut() {
        for (Fault fault : List.of(Fault.loseAnswer(), Fault.halfAnswer())) {
            int before = cloud.messages().count();
            cloud.faults(List.of(fault));

            assertThatThrownBy(this::send).isInstanceOf(IOException.class);

            assertThat(cloud.messages().count()).as(fault.kind()).isEqualTo(before + 1);
        }
        assertThat(cloud.attempts())
                .extracting(request -> request.reply() == null)
                .containsExactly(true, false);
    }

    @Test
    void aCallThatIsCutBeforeIsNotCarriedOut() {
        cloud.faults(List.of(Fault.cutBefore()));

        assertThatThrownBy(this::send).isInstanceOf(IOException.class);

        assertThat(cloud.messages().count()).isZero();
        assertThat(cloud.received()).isEmpty();
        assertThat(cloud.attempts()).singleElement().satisfies(request -> {
            assertThat(request.call()).isNull();
            assertThat(request.reply()).isNull();
            assertThat(request.faults()).extracting(Fault::kind).containsExactly("cutBefore");
        });
    }

    @Test
    void aStalledCallIsCarriedOutAndHearsNothing() throws IOException {
        cloud.faults(List.of(Fault.stall()));
        try (var socket = new java.net.Socket("127.0.0.1", cloud.endpoint().getPort())) {
            socket.setSoTimeout(50);
            var request = letter("SendLetter", "1").acs3();
            var raw = new StringBuilder("POST /?" + request.url().encodedQuery() + " HTTP/1.1\r\n");
            request.headers().forEach(header -> raw.append(header.getFirst() + ": " + header.getSecond() + "\r\n"));
            raw.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nText=Hello");
            socket.getOutputStream().write(raw.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
        assertThat(cloud.messages().count()).isEqualTo(1);
    }

    @Test
    void latencyIsFixedOrDrawnFromTheSeed() throws IOException {
        cloud.faults(List.of(Fault.latency(Duration.ofMillis(300))));
        assertThat(delayOfOne()).isEqualTo(Duration.ofMillis(300));

        cloud.faults(List.of(Fault.latency(Duration.ofMillis(100), 0.5)));
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            delays.add(delayOfOne());
        }
        assertThat(delays.stream().distinct().count()).isGreaterThan(90);
        assertThat(delays.stream().sorted().toList().get(50)).isBetween(Duration.ofMillis(80), Duration.ofMillis(125));
        var random = new Random(7);
        assertThat(delays.get(0).toNanos()).isEqualTo((long) (100_000_000 * Math.exp(0.5 * random.nextGaussian())));
    }

    private Duration delayOfOne() throws IOException {
        Instant before = time.instant();
        assertThat(send().status()).isEqualTo(200);
        return Duration.between(before, time.instant());
    }

    @Test
    void latencyAddsToOtherFaults() throws IOException {
        cloud.faults(List.of(Fault.latency(Duration.ofMillis(300)), Fault.throttle()));
        Instant before = time.instant();

        assertThat(send().status()).isEqualTo(400);

        assertThat(time.instant()).isEqualTo(before.plusMillis(300));
        assertThat(cloud.attempts().get(0).faults()).extracting(Fault::kind).containsExactly("latency", "throttle");
    }

    @Test
    void aGatewayFailureIsAPage() throws IOException {
        cloud.faults(List.of(Fault.gatewayFailure(502)));

        Answer answer = send();

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(cloud.messages().count()).isZero();
    }

    @Test
    void aSkewedClockRefusesRightTimesAndTellsItsOwn() throws IOException {
        cloud.faults(List.of(Fault.clockSkew(Duration.ofHours(3))));

        Answer answer = send();

        assertThat(answer.body()).contains("InvalidTimeStamp.Expired");
        Instant theirs = answer.headers().getInstant("Date");
        assertThat(Duration.between(time.instant(), theirs))
                .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
        assertThat(letter("SendLetter", "1").at(theirs).post().status()).isEqualTo(200);
    }

    @Test
    void keysAreRevokedAndTokensExpiredUntilItIsSwitchedOff() throws IOException {
        cloud.faults(List.of(Fault.keyRevoked()));
        assertThat(code()).isEqualTo("InvalidAccessKeyId.NotFound");
        cloud.faults(List.of(Fault.tokenExpired()));
        assertThat(code()).isEqualTo("InvalidSecurityToken.Expired");
        cloud.faults(List.of());
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void offlineCutsEverythingAndTakesNoFilter() throws IOException {
        cloud.faults(List.of(Fault.offline()));
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThat(cloud.attempts()).isEmpty();
        assertThat(cloud.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.applied()).isPositive());

        cloud.faults(List.of());
        assertThat(send().status()).isEqualTo(200);

        for (Supplier<Fault> filtered : List.<Supplier<Fault>>of(
                () -> Fault.offline().onOperation("SendLetter"),
                () -> Fault.offline().onNumber("+62"),
                () -> Fault.offline().withProbability(0.5),
                () -> Fault.offline().nextCalls(1))) {
            assertThatThrownBy(filtered::get).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFaultIsForItsOperationOnly() throws IOException {
        cloud.faults(List.of(Fault.throttle().onOperation("ListLetters")));

        assertThat(send().status()).isEqualTo(200);
        assertThat(letter("ListLetters", "1").post().status()).isEqualTo(400);
        assertThatThrownBy(() -> cloud.faults(List.of(Fault.throttle().onOperation("listLetters"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean ListLetters?");
    }

    @ParameterizedTest
    @CsvSource({
        "+62, 6281234567890, 400",
        "+6281234567890, 6281234567890, 400",
        "+62, 8613900000000, 200",
        "+63, 6281234567890, 200"
    })
    void aFaultIsForItsNumbersOnly(String filter, String to, int status) throws IOException {
        cloud.faults(List.of(Fault.throttle().onNumber(filter)));

        assertThat(sendTo(to).status()).isEqualTo(status);
        assertThat(letter("ListLetters", to).post().status()).isEqualTo(200);
    }

    @Test
    void aFaultIsForTheNextCallsOnly() throws IOException {
        cloud.faults(List.of(Fault.throttle().nextCalls(2)));

        assertThat(send().status()).isEqualTo(400);
        assertThat(cloud.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.callsLeft()).isEqualTo(1);
            assertThat(fault.applied()).isEqualTo(1);
        });
        assertThat(send().status()).isEqualTo(400);
        assertThat(cloud.faults()).isEmpty();
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void aRefusedCallUsesUpNoFault() throws IOException {
        cloud.faults(List.of(Fault.throttle().nextCalls(1)));

        assertThat(letter("SendLetter", "1").at("never").post().body()).contains("InvalidTimeStamp");

        assertThat(code()).isEqualTo("System.LimitControl");
    }

    @Test
    void aFaultComesAboutAsOftenAsItsProbability() throws IOException {
        cloud.faults(List.of(Fault.throttle().withProbability(0.3)));
        int failed = 0;
        for (int i = 0; i < 200; i++) {
            failed += send().status() == 400 ? 1 : 0;
        }
        assertThat(failed).isBetween(40, 80);
        assertThat(cloud.faults().get(0).applied()).isEqualTo(failed);
    }

    @Test
    void stubsComeFirst() throws IOException {
        cloud.faults(List.of(Fault.throttle(), Fault.cutBefore(), Fault.keyRevoked()));
        cloud.when("SendLetter").thenReturn("stubbed");
        cloud.when("ListLetters");

        assertThat(send().body()).isEqualTo("stubbed");
        assertThatThrownBy(() -> letter("ListLetters", "1").post()).isInstanceOf(IOException.class);
        cloud.whenAny().thenReturn("any");
        assertThat(letter("Ping", "1").post().body()).isEqualTo("any");
        assertThat(cloud.faults()).extracting(Fault::applied).containsExactly(0L, 1L, 0L);
    }

    @Test
    void theFirstFaultThatIsForACallCounts() throws IOException {
        cloud.faults(List.of(
                Fault.businessError("isv.FIRST", "").onNumber("63"),
                Fault.businessError("isv.SECOND", "").withId("second"),
                Fault.throttle()));

        assertThat(code()).isEqualTo("isv.SECOND");
        assertThat(cloud.attempts().get(0).faults()).extracting(Fault::id).containsExactly("second");
    }

    @Test
    void aFaultThatStaysOnGoesOnCounting() throws IOException {
        cloud.faults(List.of(Fault.throttle().withId("a")));
        send();
        cloud.faults(List.of(Fault.latency(Duration.ZERO), Fault.throttle().withId("a")));
        send();

        assertThat(cloud.faults()).extracting(Fault::applied).containsExactly(1L, 2L);
        assertThatThrownBy(() -> cloud.faults(List.of(Fault.throttle(), Fault.throttle())))
                .hasMessageContaining("two faults have the id throttle");
    }

    @Test
    void aResetSwitchesAllOff() throws IOException {
        cloud.faults(List.of(Fault.offline(), Fault.throttle()));

        cloud.reset();

        assertThat(cloud.faults()).isEmpty();
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (Supplier<Fault> wrong : List.<Supplier<Fault>>of(
                () -> Fault.throttle().withProbability(0),
                () -> Fault.throttle().withProbability(1.1),
                () -> Fault.throttle().withProbability(Double.NaN),
                () -> Fault.throttle().nextCalls(0),
                () -> Fault.latency(Duration.ofMillis(-1)),
                () -> Fault.latency(Duration.ZERO, 3.1),
                () -> Fault.latency(Duration.ZERO, Double.NaN))) {
            assertThatThrownBy(wrong::get).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void textsOfAFaultShowNoNumber() {
        assertThat(Fault.throttle()
                        .onNumber("+6281234567890")
                        .onOperation("SendSms")
                        .nextCalls(3))
                .hasToString("Fault[throttle, operation=SendSms, for some numbers, calls left=3, applied=0]");
    }

    @Test
    void aListenerHearsOfEveryRequestWithItsReply() throws IOException {
        List<ReceivedRequest> heard = new ArrayList<>();
        List<Long> messages = new ArrayList<>();
        cloud.messages().onMessage(message -> messages.add(message.requestSequence()));
        cloud.onRequest(heard::add);

        send();
        letter("SendLetter", "1").at("never").post();
        client.send(new okhttp3.Request.Builder().url(client.url("/")).build());
        cloud.faults(List.of(Fault.loseAnswer()));
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);

        assertThat(heard).extracting(ReceivedRequest::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(heard)
                .extracting(
                        request -> request.reply() == null ? 0 : request.reply().status())
                .containsExactly(200, 400, 400, 0);
        assertThat(heard.get(1).reply().body()).contains("InvalidTimeStamp.Format");
        assertThat(heard.get(2).call()).isNull();
        assertThat(heard.get(3).faults()).extracting(Fault::kind).containsExactly("loseAnswer");
        assertThat(messages).containsExactly(1L, 4L);
        assertThat(cloud.attempts().get(0).reply().body())
                .isEqualTo(heard.get(0).reply().body());

        cloud.reset();
        send();
        assertThat(heard).hasSize(4);
    }

    @Test
    void whatAListenerThrowsChangesNothing() throws IOException {
        cloud.onRequest(request -> {
            throw new IllegalStateException("no");
        });

        assertThat(send().status()).isEqualTo(200);
        assertThat(cloud.defects()).hasSize(1);
    }
}
