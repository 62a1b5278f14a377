package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.it.Clients.Kind;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is repeated and what never: every failure, for a read, an update, a send and a batch, counted at the endpoint.
 */
@ExtendWith(FakeCloudExtension.class)
class RepeatTableTest {
    private static final int REPEATED = 3;
    private static final int ONCE = 1;

    private static final String SILENCE = "no answer within the read timeout";

    /** Only for silence: other replies are late when the machine is busy. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final String HINT = "x-acs-retry-after";

    /** The other headers that say how long to wait, and what they say. */
    private static final Map<String, String> OTHER_HINTS = Map.of(
            "x-ratelimit-user-api", "Limit:1,Remain:0,TimeLeft:1000,Reset:1",
            "x-ratelimit-user", "Limit:1,Remain:0,TimeLeft:1000,Reset:1",
            "Retry-After", "1");

    /**
     * A row of the table: what goes wrong, how many requests each kind of call makes, what the caller gets, and what is
     * said of a recipient whose message met it.
     */
    private record Row(
            String failure,
            Consumer<Stub> arrange,
            Map<Kind, Integer> requests,
            Class<? extends SdkException> thrown,
            @Nullable Delivery delivery,
            Status recipient,
            boolean repeatHarmlessWrites) {
        Consumer<ClientBuilder<?>> settings() {
            return builder -> {
                builder.timeSource(new ManualTime(Instant.now()))
                        .retryPolicy(RetryPolicy.builder()
                                .repeatHarmlessWrites(repeatHarmlessWrites)
                                .build());
                if (failure.startsWith(SILENCE)) {
                    builder.readTimeout(SHORT);
                }
            };
        }
    }

    private static final List<Row> TABLE = new ArrayList<>();

    static {
        reads(
                "request cut off after it was read",
                Stub::thenCutAfterRequest,
                TransportException.class,
                Delivery.UNKNOWN);
        reads("answer cut in half", Stub::thenCutInAnswer, TransportException.class, Delivery.UNKNOWN);
        reads(SILENCE, Stub::thenStall, TransportException.class, Delivery.UNKNOWN);
        all("throttled by code", stub -> stub.thenFail(400, "Throttling.User", "slow down"), ThrottledException.class);
        all("throttled by System.LimitControl", Stub::thenThrottle, ThrottledException.class);
        all(
                "throttled in HTTP 200",
                stub -> stub.thenBusinessFailure("System.LimitControl", "slow down"),
                ThrottledException.class);
        all("throttled with a hint", stub -> stub.thenThrottle(Duration.ofMillis(700)), ThrottledException.class);
        all("HTTP 429", stub -> stub.thenRespond(Reply.empty(429)), ThrottledException.class);
        reads("HTTP 500 in JSON", stub -> stub.thenFail(500, "InternalError", "sorry"), ServiceException.class, null);
        reads(
                "HTTP 502 in HTML",
                stub -> stub.thenRespond(Reply.html(502, "<html><body>Bad Gateway")),
                ServiceException.class,
                null);
        reads("HTTP 503", stub -> stub.thenFail(503, "ServiceUnavailable", "sorry"), ServiceException.class, null);
        reads(
                "HTTP 503 that says retry at once",
                stub -> stub.thenRespond(Reply.empty(503).withHeader("Retry-After", "0")),
                ServiceException.class,
                null);
        reads("HTTP 504", stub -> stub.thenRespond(Reply.empty(504)), ServiceException.class, null);
        reads("HTTP 408", stub -> stub.thenRespond(Reply.empty(408)), ServiceException.class, null);
        reads(
                "server fault in HTTP 200",
                stub -> stub.thenBusinessFailure("isp.SYSTEM_ERROR", "sorry"),
                ServiceException.class,
                null);
        once(
                "HTTP 301",
                stub -> stub.thenRespond(Reply.redirect(301, "/elsewhere")),
                ServiceException.class,
                Status.UNKNOWN);
        once(
                "HTTP 302",
                stub -> stub.thenRespond(Reply.redirect(302, "/elsewhere")),
                ServiceException.class,
                Status.UNKNOWN);
        once(
                "HTTP 307",
                stub -> stub.thenRespond(Reply.redirect(307, "/elsewhere")),
                ServiceException.class,
                Status.UNKNOWN);
        once(
                "HTTP 308",
                stub -> stub.thenRespond(Reply.redirect(308, "/elsewhere")),
                ServiceException.class,
                Status.UNKNOWN);
        once(
                "business code",
                stub -> stub.thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up"),
                ServiceException.class,
                Status.NOT_SENT);
        once(
                "quota used up",
                stub -> stub.thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "Permits:1"),
                QuotaException.class,
                Status.NOT_SENT);
        once("HTTP 400", stub -> stub.thenFail(400, "InvalidParameter", "no"), ServiceException.class, Status.REFUSED);
        once("HTTP 403", stub -> stub.thenFail(403, "Forbidden.RAM", "no"), ServiceException.class, Status.NOT_SENT);
        once(
                "HTTP 404",
                stub -> stub.thenFail(404, "InvalidAction.NotFound", "no"),
                ServiceException.class,
                Status.REFUSED);
        once("not JSON", stub -> stub.thenReturn("sorry"), MalformedResponseException.class, Status.UNKNOWN);
        once("JSON of another shape", stub -> stub.thenReturn("[]"), MalformedResponseException.class, Status.UNKNOWN);
        once(
                "neither success nor failure",
                stub -> stub.thenReturn("{}"),
                MalformedResponseException.class,
                Status.UNKNOWN);
        for (int status : List.of(500, 503, 504)) {
            for (String code : List.of("Throttling", "Throttling.User", "Rejected.Throttling", "System.LimitControl")) {
                all(code + " with HTTP " + status, stub -> stub.thenFail(status, code, "no"), ThrottledException.class);
            }
            all(
                    "throttled with HTTP " + status + " and a hint",
                    stub -> stub.thenRespond(refusal(status, "Throttling.Api").withHeader(HINT, "1000")),
                    ThrottledException.class);
        }
        all("HTTP 429 with a code", stub -> stub.thenFail(429, "InternalError", "no"), ThrottledException.class);
        for (int status : List.of(500, 502, 503, 504)) {
            OTHER_HINTS.forEach((header, value) -> hinted("HTTP " + status, Reply.empty(status), header, value));
            hinted("HTTP " + status, Reply.empty(status));
            hinted("HTTP " + status + " with an unknown code", refusal(status, "Never.Seen"));
            hinted("HTTP " + status + " with a code of server faults", refusal(status, "ServiceUnavailable"));
        }
        hinted("HTTP 408", Reply.empty(408));
        hinted("server fault in HTTP 200", refusal(200, "isp.SYSTEM_ERROR"));
        for (int status : List.of(500, 503)) {
            for (String code : List.of("InvalidTimeStamp.Expired", "InvalidAccessKeyId.NotFound")) {
                reads(
                        code + " with HTTP " + status,
                        stub -> stub.thenFail(status, code, "sorry"),
                        ServiceException.class,
                        null);
            }
        }
        for (int status : List.of(200, 400, 401, 403, 404, 409)) {
            all(
                    "unknown code with HTTP " + status + " and a hint of the gateway",
                    stub -> stub.thenRespond(refusal(status, "Never.Seen").withHeader(HINT, "1000")),
                    ThrottledException.class);
            OTHER_HINTS.forEach((header, value) -> once(
                    "unknown code with HTTP " + status + " and " + header,
                    stub -> stub.thenRespond(refusal(status, "Never.Seen").withHeader(header, value)),
                    ServiceException.class,
                    status == 401 || status == 403
                            ? Status.NOT_SENT
                            : status == 404 ? Status.REFUSED : Status.UNKNOWN));
        }
        all(
                "no code with HTTP 400 and a hint of the gateway",
                stub -> stub.thenRespond(Reply.empty(400).withHeader(HINT, "1000")),
                ThrottledException.class);
        for (int status : List.of(200, 400)) {
            known(status, "InvalidParameter", ServiceException.class, Status.REFUSED);
            known(status, "isv.MOBILE_NUMBER_ILLEGAL", ServiceException.class, Status.REFUSED);
            known(status, "isv.BUSINESS_LIMIT_CONTROL", QuotaException.class, Status.NOT_SENT);
            known(status, "InsufficientBalance", ServiceException.class, Status.NOT_SENT);
            known(status, "Forbidden.RAM", ServiceException.class, Status.NOT_SENT);
        }
        once(
                "HTTP 302 with a hint of the gateway",
                stub -> stub.thenRespond(Reply.redirect(302, "/elsewhere").withHeader(HINT, "1000")),
                ServiceException.class,
                Status.UNKNOWN);
        once("nothing", stub -> stub.thenRespond(Reply.empty(200)), MalformedResponseException.class, Status.UNKNOWN);
    }

    /** A failure in the envelopes of all products. */
    private static Reply refusal(int status, String code) {
        return Reply.json(
                status,
                "{\"Code\":\"" + code + "\",\"Message\":\"no\",\"ResponseCode\":\"" + code
                        + "\",\"ResponseDescription\":\"no\",\"RequestId\":\"R\"}");
    }

    /** A server fault stays one, whatever it says about waiting. */
    private static void hinted(String failure, Reply reply) {
        hinted(failure, reply, HINT, "1000");
    }

    private static void hinted(String failure, Reply reply, String header, String value) {
        reads(
                failure + " and " + header,
                stub -> stub.thenRespond(reply.withHeader(header, value)),
                ServiceException.class,
                null);
    }

    /** A known code stays what it is, whatever the reply says about waiting. */
    private static void known(int status, String code, Class<? extends SdkException> thrown, Status recipient) {
        once(
                code + " with HTTP " + status + " and a hint of the gateway",
                stub -> stub.thenRespond(refusal(status, code).withHeader(HINT, "1000")),
                thrown,
                recipient);
    }

    /** Repeated for reads; for updates when the caller opts in; never for sends. */
    private static void reads(
            String failure, Consumer<Stub> arrange, Class<? extends SdkException> thrown, @Nullable Delivery delivery) {
        TABLE.add(new Row(failure, arrange, counts(REPEATED, ONCE, ONCE), thrown, delivery, Status.UNKNOWN, false));
        TABLE.add(new Row(
                failure + ", updates opted in",
                arrange,
                counts(REPEATED, REPEATED, ONCE),
                thrown,
                delivery,
                Status.UNKNOWN,
                true));
    }

    /** Repeated for every kind: refused before any work. */
    private static void all(String failure, Consumer<Stub> arrange, Class<? extends SdkException> thrown) {
        TABLE.add(
                new Row(failure, arrange, counts(REPEATED, REPEATED, REPEATED), thrown, null, Status.NOT_SENT, false));
    }

    /** Never repeated, whatever the caller opts in to. */
    private static void once(
            String failure, Consumer<Stub> arrange, Class<? extends SdkException> thrown, Status recipient) {
        TABLE.add(new Row(failure, arrange, counts(ONCE, ONCE, ONCE), thrown, null, recipient, true));
    }

    private static Map<Kind, Integer> counts(int read, int update, int send) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        counts.put(Kind.READ, read);
        counts.put(Kind.UPDATE, update);
        counts.put(Kind.SEND, send);
        return counts;
    }

    static List<Arguments> table() {
        List<Arguments> cells = new ArrayList<>();
        for (Row row : TABLE) {
            for (Kind kind : Kind.values()) {
                cells.add(Arguments.of(row.failure, kind, row));
            }
        }
        return cells;
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("table")
    void requestsAreCounted(String failure, Kind kind, Row row, FakeCloud cloud) {
        row.arrange.accept(cloud.when(kind.operation));

        SdkException thrown = catchThrowableOfType(SdkException.class, () -> kind.call(cloud, row.settings()));

        int expected = row.requests.get(kind);
        assertThat(cloud.received(kind.operation)).hasSize(expected);
        assertThat(thrown).isInstanceOf(row.thrown);
        assertThat(thrown.operation()).isEqualTo(kind.operation);
        assertThat(thrown.attempts()).isEqualTo(expected);
        assertThat(thrown.getSuppressed()).hasSize(expected - 1);
        if (row.delivery != null) {
            assertThat(((TransportException) thrown).delivery()).isEqualTo(row.delivery);
        }
        if (kind == Kind.SEND) {
            assertThat(thrown.mayHaveTakenEffect()).isEqualTo(row.recipient == Status.UNKNOWN);
        }
    }

    static List<Arguments> rows() {
        return TABLE.stream().map(row -> Arguments.of(row.failure, row)).toList();
    }

    @ParameterizedTest(name = "second part of a batch: {0}")
    @MethodSource("rows")
    void partsOfABatchAreRepeatedAsSendsAre(String failure, Row row, FakeCloud cloud) {
        row.arrange.accept(cloud.when("SendBatchSms").thenSucceed());
        List<SmsRecipient> recipients = IntStream.range(0, 101)
                .mapToObj(i -> SmsRecipient.of("" + (13900000000L + i), "Acme", Map.of("order", "A" + i)))
                .toList();
        DysmsMainlandClient.Builder builder = cloud.configure(DysmsMainlandClient.builder());
        row.settings().accept(builder);
        try (DysmsMainlandClient sms = builder.build()) {
            BatchResult<SmsRecipient> result = sms.batches().sendBatchSms(b -> b.templateCode("SMS_1"), recipients);

            assertThat(result.accepted()).isEqualTo(recipients.subList(0, 100));
            Outcome<SmsRecipient> last = result.outcomes().get(100);
            assertThat(last.status()).isEqualTo(row.recipient);
            assertThat(last.failure()).isInstanceOf(row.thrown);
        }
        assertThat(cloud.received("SendBatchSms")).hasSize(1 + row.requests.get(Kind.SEND));
    }

    static List<Arguments> hints() {
        List<Arguments> hints = new ArrayList<>();
        for (int status : List.of(500, 502, 503, 504)) {
            hints.add(Arguments.of(status, HINT, "700", Duration.ofMillis(700)));
            hints.add(Arguments.of(status, "Retry-After", "3", Duration.ofSeconds(3)));
            OTHER_HINTS.keySet().stream()
                    .filter(header -> header.startsWith("x-ratelimit"))
                    .forEach(header -> hints.add(Arguments.of(
                            status, header, "Limit:1,Remain:0,TimeLeft:900,Reset:1", Duration.ofMillis(900))));
        }
        return hints;
    }

    @ParameterizedTest(name = "HTTP {0}, {1}: {2}")
    @MethodSource("hints")
    void aReadIsRepeatedAfterTheTimeThatAServerFaultNames(
            int status, String header, String value, Duration delay, FakeCloud cloud) {
        cloud.when(Kind.READ.operation)
                .thenRespond(Reply.empty(status).withHeader(header, value))
                .thenSucceed();
        var time = new ManualTime(Instant.now());

        Kind.READ.call(cloud, builder -> builder.timeSource(time));

        assertThat(time.sleeps()).containsExactly(delay);
    }

    static List<Arguments> repeatedCells() {
        return table().stream()
                .filter(cell -> ((Row) cell.get()[2]).requests.get((Kind) cell.get()[1]) == REPEATED)
                .toList();
    }

    @ParameterizedTest(name = "{1}: {0}, then an answer")
    @MethodSource("repeatedCells")
    void aRepeatThatSucceedsIsASuccess(String failure, Kind kind, Row row, FakeCloud cloud) {
        Stub stub = cloud.when(kind.operation);
        row.arrange.accept(stub);
        stub.thenSucceed();

        SdkResponse response = kind.call(cloud, row.settings());

        assertThat(response.attempts()).isEqualTo(2);
        assertThat(response.requestId()).isNotBlank();
    }
}
