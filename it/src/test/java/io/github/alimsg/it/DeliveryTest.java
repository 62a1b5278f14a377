package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.it.Clients.Kind;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a message may have gone out is known, and one that may have is never sent again. */
@ExtendWith(FakeCloudExtension.class)
class DeliveryTest {
    static Stream<Arguments> answersThatHttpClientsLikeToRepeat() {
        return Stream.of(
                failure("cut after the request", Stub::thenCutAfterRequest),
                failure("HTTP 408", stub -> stub.thenRespond(Reply.empty(408))),
                failure(
                        "HTTP 503 that says retry at once",
                        stub -> stub.thenRespond(Reply.empty(503).withHeader("Retry-After", "0"))),
                failure("HTTP 307", stub -> stub.thenRespond(Reply.redirect(307, "/"))),
                failure("read timeout", Stub::thenStall));
    }

    private static Arguments failure(String name, Consumer<Stub> arrange) {
        return Arguments.of(name, arrange);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatHttpClientsLikeToRepeat")
    void aSendOnAPooledConnectionArrivesOnce(String failure, Consumer<Stub> arrange, FakeCloud cloud) {
        arrange.accept(cloud.when("SendMessageToGlobe").thenSucceed());
        try (DysmsInternationalClient sms =
                cloud.configure(DysmsInternationalClient.builder()).build()) {
            sms.sendMessageToGlobe(Clients.SEND);
            DysmsInternationalClient hasty = sms.withOptions(o -> o.readTimeout(Duration.ofMillis(300)));

            assertThat(catchThrowableOfType(SdkException.class, () -> hasty.sendMessageToGlobe(Clients.SEND)))
                    .isNotNull();
        }
        assertThat(cloud.received("SendMessageToGlobe")).hasSize(2);
        assertThat(cloud.received("SendMessageToGlobe").get(0).connection())
                .isEqualTo(cloud.received("SendMessageToGlobe").get(1).connection());
    }

    @Test
    void sendIsNotRepeatedWhenTheAnswerIsLost(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenCutAfterRequest();
        try (DysmsInternationalClient sms =
                cloud.configure(DysmsInternationalClient.builder()).build()) {
            var failure = catchThrowableOfType(TransportException.class, () -> sms.sendMessageToGlobe(Clients.SEND));

            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(cloud.received("SendMessageToGlobe")).hasSize(1);
        }
    }

    @Test
    void noPolicyHoweverWrittenSendsASecondTime(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenCutAfterRequest();

        var failure = catchThrowableOfType(
                SdkException.class,
                () -> Kind.SEND.call(cloud, builder -> builder.retryPolicy(failed -> Duration.ZERO)));

        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(cloud.received("SendMessageToGlobe")).hasSize(1);
    }

    @Test
    void whatWasRefusedBeforeAnyWorkHasTakenNoEffect(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenFail(400, "InvalidParameter", "no");

        var failure = catchThrowableOfType(SdkException.class, () -> Kind.SEND.call(cloud, builder -> {}));

        assertThat(failure.mayHaveTakenEffect()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRefusedConnectionIsNotSentAndRepeatedForEveryKind(Kind kind, FakeCloud cloud) throws IOException {
        var time = new ManualTime(Instant.now());
        var failure = catchThrowableOfType(
                TransportException.class,
                () -> kind.call(cloud, builder -> builder.endpoint(closedPort()).timeSource(time)));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void anUnknownHostIsNotSent(FakeCloud cloud) {
        var failure = catchThrowableOfType(
                TransportException.class,
                () -> Kind.SEND.call(
                        cloud,
                        builder -> builder.endpoint("no-such-host.invalid").retryPolicy(RetryPolicy.none())));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNotSent(FakeCloud cloud) {
        URI tls = URI.create("https://" + cloud.endpoint().getAuthority());
        Duration shortly = Duration.ofSeconds(1); // for handshakes that look like the beginning of a request
        var failure = catchThrowableOfType(
                TransportException.class,
                () -> Kind.SEND.call(
                        cloud,
                        builder -> builder.endpoint(tls).readTimeout(shortly).retryPolicy(RetryPolicy.none())));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    @Test
    void deliveryIsUnknownWhenAnEarlierAttemptMayHaveArrived(FakeCloud cloud) {
        cloud.when("GetChatappPhoneNumberMetric").thenAnswer(call -> {
            cloud.goOffline();
            return Reply.empty(500).thenDisconnect();
        });
        var failure = catchThrowableOfType(
                TransportException.class,
                () -> Kind.READ.call(cloud, builder -> builder.timeSource(new ManualTime(Instant.now()))));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.getSuppressed()).isNotEmpty();
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
