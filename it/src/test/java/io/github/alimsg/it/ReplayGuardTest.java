package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.it.Clients.Kind;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.ReceivedRequest;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** With the guard, what was sent without an answer goes out once more, byte for byte, and never a third time. */
@ExtendWith(FakeCloudExtension.class)
class ReplayGuardTest {
    private static final String SEND = Kind.SEND.operation;
    private static final String SILENCE = "no answer";

    private static void assertSameBytes(FakeCloud cloud) {
        List<ReceivedRequest> copies = cloud.attempts();
        assertThat(copies).hasSize(2);
        ReceivedRequest first = copies.get(0);
        ReceivedRequest second = copies.get(1);
        assertThat(second.target()).isEqualTo(first.target());
        assertThat(second.headers()).isEqualTo(first.headers());
        assertThat(second.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void aFirstCopyThatNeverArrivedIsMadeGoodByTheSecond(Signature signature, FakeCloud cloud) {
        cloud.when(SEND).thenCutBeforeRequest().thenSucceed();

        SdkResponse response = Kind.SEND.call(
                cloud, builder -> builder.replayGuard(true).signature(signature).retryPolicy(RetryPolicy.none()));

        assertThat(response.attempts()).isEqualTo(2);
        assertSameBytes(cloud);
        assertThat(cloud.received(SEND)).hasSize(1).allMatch(ReceivedCall::accepted);
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void theBodyIsRepeatedAsWell(Signature signature, FakeCloud cloud) {
        cloud.when("SendBatchSms").thenCutBeforeRequest().thenSucceed();
        try (DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                .replayGuard(true)
                .signature(signature)
                .build()) {
            sms.sendBatchSms(m -> m.phoneNumbers("[\"13900001234\"]")
                    .signNames("[\"Acme\"]")
                    .templateCode("SMS_1")
                    .templateParams("[{\"code\":\"482913\"}]"));
        }
        assertSameBytes(cloud);
        assertThat(cloud.attempts().get(1).body()).contains("482913");
    }

    @ParameterizedTest
    @CsvSource({
        "SendMessageToGlobe, 'what became of it, by its TaskId if it had one, before sending again'",
        "SendSms, 'what became of it, by its OutId if it had one, before sending again'",
        "EnableWhatsappROIMetric, what became of it before sending again"
    })
    void whatTheRequestIsFoundByIsNamedIfItHasSuchAParameter(String operation, String message, FakeCloud cloud) {
        cloud.when(operation).thenCutAfterRequest().thenSucceed();

        var failure = catchThrowableOfType(TransportException.class, () -> {
            switch (operation) {
                case "SendSms" -> {
                    try (DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                            .replayGuard(true)
                            .build()) {
                        sms.sendSms(m ->
                                m.phoneNumbers("13900001234").signName("Acme").templateCode("SMS_1"));
                    }
                }
                case "SendMessageToGlobe" -> Kind.SEND.call(cloud, builder -> builder.replayGuard(true));
                default ->
                    Kind.UPDATE.call(cloud, builder -> builder.replayGuard(true).retryPolicy(RetryPolicy.none()));
            }
        });

        assertThat(failure).hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void aFirstCopyThatArrivedIsNotSentAgain(Signature signature, FakeCloud cloud) {
        cloud.when(SEND).thenCutAfterRequest().thenSucceed();

        var failure = catchThrowableOfType(
                TransportException.class,
                () -> Kind.SEND.call(cloud, builder -> builder.replayGuard(true).signature(signature)));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(failure).hasMessageContaining("the first copy of the request reached the service");
        assertThat(failure).hasMessageContaining("by its TaskId if it had one, before sending again");
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(TransportException.class);
        assertThat(failure)
                .cause()
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo("SignatureNonceUsed"));
        assertSameBytes(cloud);
        assertThat(cloud.received(SEND)).filteredOn(ReceivedCall::accepted).hasSize(1);
    }

    @Test
    void theSecondCopyHasAConnectionOfItsOwn(FakeCloud cloud) {
        cloud.when(SEND).thenSucceed().thenCutBeforeRequest().thenSucceed();
        try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .replayGuard(true)
                .build()) {
            for (int i = 0; i < 3; i++) {
                sms.sendMessageToGlobe(Clients.SEND);
            }
        }
        assertThat(cloud.attempts()).extracting(ReceivedRequest::connection).containsExactly(0, 0, 1, 2);
    }

    static Stream<Arguments> whatDoesNotTell() {
        return Stream.of(
                second("cut as well", Stub::thenCutBeforeRequest, TransportException.class),
                second(SILENCE, Stub::thenStall, TransportException.class),
                second("throttled", stub -> stub.thenThrottle(Duration.ofMillis(10)), ThrottledException.class),
                second("server fault", stub -> stub.thenFail(503, "ServiceUnavailable", ""), ServiceException.class),
                second("no credentials", stub -> stub.thenDeny("dysms:Send"), ServiceException.class),
                second("clock", stub -> stub.thenFail(400, "InvalidTimeStamp.Expired", ""), ServiceException.class),
                second("business", stub -> stub.thenBusinessFailure("isv.X", ""), ServiceException.class),
                second("not JSON", stub -> stub.thenRespond(Reply.html(200, "<html>")), SdkException.class));
    }

    private static Arguments second(String name, Consumer<Stub> arrange, Class<? extends SdkException> cause) {
        return Arguments.of(name, arrange, cause);
    }

    /** A refusal may come before the gateway looks at nonces, so it says nothing of the first copy. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("whatDoesNotTell")
    void afterAnythingElseItIsUnknownAndNothingMoreIsSent(
            String name, Consumer<Stub> arrange, Class<? extends SdkException> cause, FakeCloud cloud) {
        Stub stub = cloud.when(SEND).thenCutBeforeRequest();
        arrange.accept(stub);
        stub.thenSucceed();

        Duration patience = name.equals(SILENCE) ? Duration.ofMillis(300) : Duration.ofSeconds(10);
        var failure = catchThrowableOfType(
                TransportException.class,
                () -> Kind.SEND.call(cloud, builder -> builder.replayGuard(true).readTimeout(patience)));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure).cause().isInstanceOf(cause);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertSameBytes(cloud);
    }

    @Test
    void offUnlessAskedFor(FakeCloud cloud) {
        cloud.when(SEND).thenCutAfterRequest();

        var failure = catchThrowableOfType(TransportException.class, () -> Kind.SEND.call(cloud, builder -> {}));

        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(cloud.attempts()).hasSize(1);
    }

    @Test
    void onlyADerivedClientMayHaveIt(FakeCloud cloud) {
        cloud.when(SEND)
                .thenCutBeforeRequest()
                .thenSucceed()
                .thenCutBeforeRequest()
                .thenSucceed()
                .thenCutBeforeRequest();
        try (DysmsInternationalClient sms =
                cloud.configure(DysmsInternationalClient.builder()).build()) {
            DysmsInternationalClient guarded = sms.withOptions(o -> o.replayGuard(true));
            DysmsInternationalClient alsoGuarded = guarded.withOptions(o -> o.timeout(Duration.ofSeconds(9)));

            assertThat(guarded.sendMessageToGlobe(Clients.SEND).attempts()).isEqualTo(2);
            assertThat(alsoGuarded.sendMessageToGlobe(Clients.SEND).attempts()).isEqualTo(2);
            assertThat(catchThrowableOfType(SdkException.class, () -> sms.sendMessageToGlobe(Clients.SEND))
                            .attempts())
                    .isEqualTo(1);
        }
    }

    /** The first copy takes its time before it is cut, on the one clock of client and service. */
    @ParameterizedTest(name = "cut after {0} s of {1} s, token for {2} s: {3} copies")
    @CsvSource({
        "59, 60, 3600, 2",
        "60, 60, 3600, 1",
        "839, 3600, 3600, 2",
        "840, 3600, 3600, 1",
        "299, 3600, 300, 2",
        "300, 3600, 300, 1"
    })
    void noCopyBeyondDeadlineSignatureAndToken(int cutAfter, int timeout, int token, int copies) {
        var time = new ManualTime(Instant.parse("2026-11-21T06:00:00Z"));
        try (FakeCloud cloud = FakeCloud.builder().timeSource(time).start()) {
            Credentials temporary = cloud.acceptTemporary(Duration.ofSeconds(token));
            cloud.when(SEND).thenDelay(Duration.ofSeconds(cutAfter)).thenCutAfterRequest();

            var failure = catchThrowableOfType(
                    TransportException.class,
                    () -> Kind.SEND.call(
                            cloud,
                            builder -> builder.replayGuard(true)
                                    .timeout(Duration.ofSeconds(timeout))
                                    .credentials(CredentialsProviders.fixed(temporary))));

            assertThat(cloud.attempts()).hasSize(copies);
            assertThat(failure.attempts()).isEqualTo(copies);
            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        }
    }

    /** Whether the gateway still knows the first copy is asked again after the wait for a turn. */
    @ParameterizedTest(name = "a turn after {0} s: {1} copies")
    @CsvSource({"839, 2", "840, 1"})
    void noCopyWhoseTurnComesTooLate(int wait, int copies) {
        var time = new ManualTime(Instant.parse("2026-11-21T06:00:00Z"));
        var turns = new AtomicInteger();
        try (FakeCloud cloud = FakeCloud.builder().timeSource(time).start()) {
            cloud.when(SEND).thenCutAfterRequest();

            var failure = catchThrowableOfType(
                    TransportException.class,
                    () -> Kind.SEND.call(
                            cloud,
                            builder -> builder.replayGuard(true)
                                    .timeout(Duration.ofHours(1))
                                    .rateLimiter((operation, permits, longest) ->
                                            Duration.ofSeconds(turns.getAndIncrement() == 0 ? 0 : wait))));

            assertThat(cloud.attempts()).hasSize(copies);
            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        }
    }

    @Test
    void readsAreRepeatedAsEver(FakeCloud cloud) {
        cloud.when(Kind.READ.operation).thenCutAfterRequest();

        var failure = catchThrowableOfType(
                TransportException.class, () -> Kind.READ.call(cloud, builder -> builder.replayGuard(true)));

        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(cloud.received(Kind.READ.operation))
                .extracting(ReceivedCall::nonce)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 2"})
    void writesThatThePolicyRepeatsAreSignedAnew(boolean repeatHarmlessWrites, int nonces, FakeCloud cloud) {
        cloud.when(Kind.UPDATE.operation).thenCutAfterRequest();
        RetryPolicy policy = RetryPolicy.builder()
                .maxAttempts(2)
                .repeatHarmlessWrites(repeatHarmlessWrites)
                .build();

        var failure = catchThrowableOfType(
                TransportException.class,
                () -> Kind.UPDATE.call(
                        cloud, builder -> builder.replayGuard(true).retryPolicy(policy)));

        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(cloud.received().stream().map(ReceivedCall::nonce).distinct())
                .hasSize(nonces);
    }

    @Test
    void listenersHearOfBothCopies(FakeCloud cloud) {
        cloud.when(SEND).thenCutBeforeRequest().thenThrottle();
        List<@Nullable Duration> delays = new ArrayList<>();
        var listener = new CallListener() {
            @Override
            public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
                assertThat(attempt).isEqualTo(delays.size() + 1);
                delays.add(delay);
            }
        };

        catchThrowableOfType(
                TransportException.class,
                () -> Kind.SEND.call(cloud, builder -> builder.replayGuard(true).addListener(listener)));

        assertThat(delays).containsExactly(Duration.ZERO, null);
    }

    @Test
    void anInterruptWhileTheSecondCopyWaitsIsUnknown(FakeCloud cloud) throws Exception {
        cloud.when(SEND).thenCutBeforeRequest().thenStall();
        var thrown = new AtomicReference<@Nullable Throwable>();
        var ended = new CountDownLatch(1);
        var caller = new Thread(() -> {
            try {
                Kind.SEND.call(cloud, builder -> builder.replayGuard(true));
            } catch (SdkException e) {
                thrown.set(e);
            } finally {
                ended.countDown();
            }
        });
        caller.start();
        cloud.awaitReceived(1, Duration.ofSeconds(30));

        caller.interrupt();

        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue(); // the read timeout is twice that
        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        CallInterruptedException.class,
                        e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
        assertThat(cloud.attempts()).hasSize(2);
    }
}
