package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.okhttp.Transports;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.it.Clients.Kind;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the interceptors of an application's OkHttp client do, an exchange sends once, and NOT_SENT is true. */
@ExtendWith(FakeCloudExtension.class)
class InterceptorsTest {
    private static final OkHttpClient OTHER = new OkHttpClient();

    /** Reads are repeated by the policy, each time by an exchange of its own; the others are not. */
    private static int exchanges(Kind kind) {
        return kind == Kind.READ ? 3 : 1;
    }

    private static Consumer<ClientBuilder<?>> through(Consumer<OkHttpClient.Builder> change) {
        var http = new OkHttpClient.Builder();
        change.accept(http);
        return builder -> builder.httpClient(http.build()).timeSource(new ManualTime(Instant.now()));
    }

    private static TransportException failure(Kind kind, FakeCloud cloud, Consumer<ClientBuilder<?>> settings) {
        SdkException failure = catchThrowableOfType(SdkException.class, () -> kind.call(cloud, settings));
        assertThat(failure).isInstanceOf(TransportException.class);
        return (TransportException) failure;
    }

    /** As examples of retrying interceptors have it. */
    private static Response proceedUntilWell(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        for (int tries = 1; response.code() == 503 && tries < 40; tries++) {
            response.close();
            response = chain.proceed(chain.request());
        }
        return response;
    }

    private static Response proceedUntilItDoesNotThrow(Interceptor.Chain chain) throws IOException {
        IOException last = null;
        for (int tries = 0; tries < 40; tries++) {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private static Response sendByItselfAndFail(Interceptor.Chain chain) throws IOException {
        OTHER.newCall(chain.request()).execute().close();
        throw new IOException("the interceptor's own");
    }

    private static Response sendByItselfAndBreak(Interceptor.Chain chain) throws IOException {
        OTHER.newCall(chain.request()).execute().close();
        throw new LinkageError("the interceptor's own");
    }

    private static Response sendByItselfAndLoseTheBody(Interceptor.Chain chain) throws IOException {
        Response response = OTHER.newCall(chain.request()).execute();
        response.close();
        return response; // closed: reading it fails
    }

    private static Response sendByACopyAndFail(Interceptor.Chain chain) throws IOException {
        chain.call().clone().execute().close();
        return chain.proceed(chain.request());
    }

    private static Response proceedAndBreak(Interceptor.Chain chain) throws IOException {
        chain.proceed(chain.request()).close();
        throw new AssertionError("the interceptor's own");
    }

    /** Its body may be sent again, as far as OkHttp can tell. */
    private static Response proceedWithARepeatableBody(Interceptor.Chain chain) throws IOException {
        RequestBody body = chain.request().body();
        return chain.proceed(chain.request()
                .newBuilder()
                .method("POST", new RequestBody() {
                    @Override
                    public MediaType contentType() {
                        return body.contentType();
                    }

                    @Override
                    public long contentLength() throws IOException {
                        return body.contentLength();
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        body.writeTo(sink);
                    }
                })
                .build());
    }

    static List<Arguments> interceptors() {
        Reply closing = Reply.empty(503).thenDisconnect();
        Reply atOnce = Reply.empty(503).withHeader("Retry-After", "0").thenDisconnect();
        Reply plain = Reply.empty(503);
        Reply text = Reply.html(503, "<html><body>Unavailable");
        List<Arguments> cases = new ArrayList<>();
        for (Object[] each : new Object[][] {
            {"proceeds again, service closes", false, (Interceptor) InterceptorsTest::proceedUntilWell, closing},
            {"proceeds again, service stays", false, (Interceptor) InterceptorsTest::proceedUntilWell, plain},
            {"network, proceeds again", true, (Interceptor) InterceptorsTest::proceedUntilWell, closing},
            {"sends by itself, fails", false, (Interceptor) InterceptorsTest::sendByItselfAndFail, plain},
            {"network, sends by itself, fails", true, (Interceptor) InterceptorsTest::sendByItselfAndFail, plain},
            {"sends by itself, throws an Error", false, (Interceptor) InterceptorsTest::sendByItselfAndBreak, plain},
            {"sends by itself, loses the body", false, (Interceptor) InterceptorsTest::sendByItselfAndLoseTheBody, text
            },
            {"proceeds, throws an Error", false, (Interceptor) InterceptorsTest::proceedAndBreak, plain},
            {"network, proceeds, throws an Error", true, (Interceptor) InterceptorsTest::proceedAndBreak, plain},
            {"makes the body repeatable", false, (Interceptor) InterceptorsTest::proceedWithARepeatableBody, atOnce},
        }) {
            for (Kind kind : Kind.values()) {
                cases.add(Arguments.of(each[0], kind, each[1], each[2], each[3]));
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("interceptors")
    void anExchangeSendsOnceAndItsDeliveryIsUnknown(
            String name, Kind kind, boolean network, Interceptor interceptor, Reply reply, FakeCloud cloud) {
        cloud.when(kind.operation).thenRespond(reply);

        TransportException failure = failure(kind, cloud, through(http -> {
            if (network) {
                http.addNetworkInterceptor(interceptor);
            } else {
                http.addInterceptor(interceptor);
            }
        }));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.attempts()).isEqualTo(exchanges(kind));
        assertThat(cloud.attempts()).hasSizeBetween(1, exchanges(kind)); // one may meet the connection's end on its way
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aCopyOfTheCallSendsNothing(Kind kind, FakeCloud cloud) {
        TransportException failure = failure(
                kind,
                cloud,
                through(http -> http.addInterceptor(new Interceptor() {
                    private final AtomicInteger depth = new AtomicInteger();

                    @Override
                    public Response intercept(Chain chain) throws IOException {
                        return depth.getAndIncrement() % 2 == 0
                                ? sendByACopyAndFail(chain)
                                : chain.proceed(chain.request());
                    }
                })));

        assertThat(cloud.attempts()).isEmpty();
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneThatOnlyLooksOnLeavesARefusedPortNotSent(Kind kind, FakeCloud cloud) {
        var seen = new AtomicInteger();
        Interceptor looksOn = chain -> {
            seen.incrementAndGet();
            return chain.proceed(chain.request());
        };
        TransportException failure = failure(
                kind,
                cloud,
                through(http -> http.addInterceptor(looksOn).addNetworkInterceptor(looksOn))
                        .andThen(builder -> builder.endpoint(closedPort())));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(seen).hasValue(3);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneThatProceedsAgainAfterARefusedPortIsNotBelieved(Kind kind, FakeCloud cloud) {
        TransportException failure = failure(
                kind,
                cloud,
                through(http -> http.addInterceptor(InterceptorsTest::proceedUntilItDoesNotThrow))
                        .andThen(builder -> builder.endpoint(closedPort())));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatOneAnswersByItselfIsAnAnswer(Kind kind, FakeCloud cloud) {
        Interceptor answers = chain -> new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(
                        "{\"Code\":\"OK\",\"ResponseCode\":\"OK\",\"RequestId\":\"of the interceptor\"}",
                        MediaType.get("application/json")))
                .build();

        var response = kind.call(cloud, through(http -> http.addInterceptor(answers)));

        assertThat(response.requestId()).isEqualTo("of the interceptor");
        assertThat(cloud.attempts()).isEmpty();
    }

    @Test
    void timeThatRunsOutInsideOfOneIsNotSentWhenItProceeds(FakeCloud cloud) {
        TransportException failure = failure(
                Kind.SEND,
                cloud,
                through(http -> http.addInterceptor(chain -> {
                            awaitCancel(chain);
                            return chain.proceed(chain.request());
                        }))
                        .andThen(builder -> builder.timeout(Duration.ofMillis(100))));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure).hasMessageContaining("the call's timeout passed");
        assertThat(cloud.attempts()).isEmpty();
    }

    @Test
    void timeThatRunsOutInsideOfOneIsUnknownWhenItFailsByItself(FakeCloud cloud) {
        TransportException failure = failure(
                Kind.SEND,
                cloud,
                through(http -> http.addInterceptor(chain -> {
                            OTHER.newCall(chain.request()).execute().close();
                            awaitCancel(chain);
                            throw new IOException("Canceled");
                        }))
                        .andThen(builder -> builder.timeout(Duration.ofMillis(300))));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(cloud.attempts()).hasSize(1);
    }

    /** As undeclared as OkHttp's own, which waits for connections in places that do not say so. */
    @Test
    void anInterruptThatComesOutOfOneIsUnknown(FakeCloud cloud) {
        SdkException failure = catchThrowableOfType(
                SdkException.class,
                () -> Kind.SEND.call(
                        cloud,
                        through(http -> http.addInterceptor(chain -> {
                            chain.proceed(chain.request()).close();
                            throw InterceptorsTest.<RuntimeException>sneaky(new InterruptedException());
                        }))));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure)
                .isInstanceOfSatisfying(
                        CallInterruptedException.class,
                        e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
        assertThat(cloud.attempts()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static void awaitCancel(Interceptor.Chain chain) {
        while (!chain.call().isCanceled()) {
            LockSupport.parkNanos(1_000_000L);
        }
    }

    @Test
    void aStaleConnectionIsReplacedBelowThem(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe")
                .thenRespond(Reply.empty(503).thenDisconnect())
                .thenSucceed();
        var seen = new AtomicInteger();
        var clock = new AtomicLong();
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        try (HttpTransport transport = Transports.on(() -> clock.addAndGet(1_000_000_000L), http);
                DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                        .transport(transport)
                        .build()) {
            catchThrowableOfType(SdkException.class, () -> sms.sendMessageToGlobe(Clients.SEND));

            sms.sendMessageToGlobe(Clients.SEND);
        }
        assertThat(seen).hasValue(2);
        assertThat(cloud.received("SendMessageToGlobe")).hasSize(2);
    }

    /** A port that refuses connections: bound a moment ago, and closed. */
    private static URI closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
