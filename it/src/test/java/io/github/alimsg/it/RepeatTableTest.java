package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.retry.RetryPolicy;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is repeated and what never: every failure, for a read, an update and a send, counted at the endpoint. */
@ExtendWith(FakeCloudExtension.class)
class RepeatTableTest {
    private static final int REPEATED = 3;
    private static final int ONCE = 1;

    /** A row of the table: what goes wrong, how many requests each kind of call makes, and what the caller gets. */
    private record Row(
            String failure,
            Consumer<Stub> arrange,
            Map<Kind, Integer> requests,
            Class<? extends SdkException> thrown,
            @Nullable Delivery delivery,
            boolean repeatHarmlessWrites) {}

    private static final List<Row> TABLE = new ArrayList<>();

    static {
        reads(
                "request cut off after it was read",
                Stub::thenCutAfterRequest,
                TransportException.class,
                Delivery.UNKNOWN);
        reads("answer cut in half", Stub::thenCutInAnswer, TransportException.class, Delivery.UNKNOWN);
        reads("no answer within the read timeout", Stub::thenStall, TransportException.class, Delivery.UNKNOWN);
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
        once("HTTP 301", stub -> stub.thenRespond(Reply.redirect(301, "/elsewhere")), ServiceException.class);
        once("HTTP 302", stub -> stub.thenRespond(Reply.redirect(302, "/elsewhere")), ServiceException.class);
        once("HTTP 307", stub -> stub.thenRespond(Reply.redirect(307, "/elsewhere")), ServiceException.class);
        once("HTTP 308", stub -> stub.thenRespond(Reply.redirect(308, "/elsewhere")), ServiceException.class);
        once(
                "business code",
                stub -> stub.thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up"),
                ServiceException.class);
        once(
                "quota used up",
                stub -> stub.thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "Permits:1"),
                QuotaException.class);
        once("HTTP 400", stub -> stub.thenFail(400, "InvalidParameter", "no"), ServiceException.class);
        once("HTTP 403", stub -> stub.thenFail(403, "Forbidden.RAM", "no"), ServiceException.class);
        once("HTTP 404", stub -> stub.thenFail(404, "InvalidAction.NotFound", "no"), ServiceException.class);
        once("not JSON", stub -> stub.thenReturn("sorry"), MalformedResponseException.class);
        once("JSON of another shape", stub -> stub.thenReturn("[]"), MalformedResponseException.class);
        once("neither success nor failure", stub -> stub.thenReturn("{}"), MalformedResponseException.class);
        once("nothing", stub -> stub.thenRespond(Reply.empty(200)), MalformedResponseException.class);
    }

    /** Repeated for reads; for updates when the caller opts in; never for sends. */
    private static void reads(
            String failure, Consumer<Stub> arrange, Class<? extends SdkException> thrown, @Nullable Delivery delivery) {
        TABLE.add(new Row(failure, arrange, counts(REPEATED, ONCE, ONCE), thrown, delivery, false));
        TABLE.add(new Row(
                failure + ", updates opted in", arrange, counts(REPEATED, REPEATED, ONCE), thrown, delivery, true));
    }

    /** Repeated for every kind: refused before any work. */
    private static void all(String failure, Consumer<Stub> arrange, Class<? extends SdkException> thrown) {
        TABLE.add(new Row(failure, arrange, counts(REPEATED, REPEATED, REPEATED), thrown, null, false));
    }

    /** Never repeated, whatever the caller opts in to. */
    private static void once(String failure, Consumer<Stub> arrange, Class<? extends SdkException> thrown) {
        TABLE.add(new Row(failure, arrange, counts(ONCE, ONCE, ONCE), thrown, null, true));
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

        SdkException thrown =
                catchThrowableOfType(SdkException.class, () -> call(kind, cloud, row.repeatHarmlessWrites));

        int expected = row.requests.get(kind);
        assertThat(cloud.received(kind.operation)).hasSize(expected);
        assertThat(thrown).isInstanceOf(row.thrown);
        assertThat(thrown.operation()).isEqualTo(kind.operation);
        assertThat(thrown.attempts()).isEqualTo(expected);
        assertThat(thrown.getSuppressed()).hasSize(expected - 1);
        if (row.delivery != null) {
            assertThat(((TransportException) thrown).delivery()).isEqualTo(row.delivery);
        }
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

        SdkResponse response = call(kind, cloud, row.repeatHarmlessWrites);

        assertThat(response.attempts()).isEqualTo(2);
        assertThat(response.requestId()).isNotBlank();
    }

    private static SdkResponse call(Kind kind, FakeCloud cloud, boolean repeatHarmlessWrites) {
        return kind.call(
                cloud,
                builder -> builder.timeSource(new ManualTime(Instant.now()))
                        .readTimeout(Duration.ofMillis(300))
                        .retryPolicy(RetryPolicy.builder()
                                .repeatHarmlessWrites(repeatHarmlessWrites)
                                .build()));
    }
}
