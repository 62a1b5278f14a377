package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.EnableWhatsappROIMetricResponse;
import io.github.alimsg.cams.model.GetChatappPhoneNumberMetricResponse;
import io.github.alimsg.core.Network;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does around its calls. */
@ExtendWith(FakeCloudExtension.class)
class ClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ManualTime time = new ManualTime(Instant.now());
    private FakeCloud cloud;
    private CamsClient cams;

    @BeforeEach
    void openTheCloudOfThisTest(FakeCloud cloud) {
        this.cloud = cloud;
        cams = cloud.configure(CamsClient.builder()).timeSource(time).build();
    }

    @AfterEach
    void close() {
        cams.close();
    }

    @Test
    void aWrongClockIsCorrectedOnceAndStaysCorrected() {
        cloud.skewClock(Duration.ofHours(3));

        assertThat(cams.enableWhatsappROIMetric(Clients.UPDATE).attempts()).isEqualTo(2);
        assertThat(cams.enableWhatsappROIMetric(Clients.UPDATE).attempts()).isEqualTo(1);
    }

    @Test
    void aSendSurvivesAWrongClock() {
        cloud.skewClock(Duration.ofHours(-3));
        try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .timeSource(time)
                .build()) {
            assertThat(sms.sendMessageToGlobe(Clients.SEND).attempts()).isEqualTo(2);
        }
        assertThat(cloud.received("SendMessageToGlobe"))
                .filteredOn(call -> call.accepted())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void capitalsInTheHostDoNotMatterToTheSignature(Signature signature) {
        try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .endpoint("http://LocalHost:" + cloud.endpoint().getPort())
                .signature(signature)
                .timeSource(time)
                .build()) {
            assertThat(sms.sendMessageToGlobe(Clients.SEND).attempts()).isEqualTo(1);
        }
    }

    @Test
    void expiredCredentialsAreRenewedOnce() {
        var renewed = new AtomicInteger();
        CredentialsProvider rotating = new CredentialsProvider() {
            private volatile Credentials current = Credentials.of("LTAI5tRevoked", "old-secret");

            @Override
            public Credentials credentials() {
                return current;
            }

            @Override
            public void invalidate() {
                renewed.incrementAndGet();
                current = cloud.credentials();
            }
        };
        try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .credentials(rotating)
                .timeSource(time)
                .build()) {
            assertThat(sms.sendMessageToGlobe(Clients.SEND).attempts()).isEqualTo(2);
        }
        assertThat(renewed).hasValue(1);
    }

    @Test
    void wrongCredentialsThatStayTheSameAreNotTriedAgain() {
        try (var other = cloud.configure(CamsClient.builder())
                .credentials(CredentialsProviders.fixed("LTAI5tUnknown", "x"))
                .build()) {
            var failure =
                    catchThrowableOfType(ServiceException.class, () -> other.enableWhatsappROIMetric(Clients.UPDATE));

            assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
            assertThat(failure.attempts()).isEqualTo(1);
        }
    }

    @Test
    void missingCredentialsNameEverySourceAndNothingIsSent() {
        CredentialsProvider nobody = () -> {
            throw new CredentialsException("vault", "is sealed");
        };
        try (var other = cloud.configure(CamsClient.builder())
                .credentials(CredentialsProviders.chain(nobody, nobody))
                .build()) {
            var failure = catchThrowableOfType(
                    CredentialsException.class, () -> other.enableWhatsappROIMetric(Clients.UPDATE));

            assertThat(failure.sources()).containsExactly("vault: is sealed", "vault: is sealed");
            assertThat(failure.operation()).isEqualTo("EnableWhatsappROIMetric");
        }
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void throttlingWaitsAsLongAsTheServiceAsks() {
        cloud.when("EnableWhatsappROIMetric")
                .thenThrottle(Duration.ofSeconds(7))
                .thenSucceed();

        assertThat(cams.enableWhatsappROIMetric(Clients.UPDATE).attempts()).isEqualTo(2);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aHintBeyondTheLongestDelayIsThrownInsteadOfSlept() {
        cloud.when("EnableWhatsappROIMetric").thenThrottle(Duration.ofSeconds(21));

        var failure =
                catchThrowableOfType(ThrottledException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(21));
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void noWaitReachesBeyondTheDeadline() {
        cloud.when("EnableWhatsappROIMetric").thenThrottle(Duration.ofSeconds(7));

        CamsClient hurried = cams.withOptions(o -> o.timeout(Duration.ofSeconds(5)));

        assertThatThrownBy(() -> hurried.enableWhatsappROIMetric(Clients.UPDATE))
                .isInstanceOf(ThrottledException.class);
        assertThat(time.sleeps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'触发分钟级流控Permits:1', PT1M", "'触发小时级流控Permits:5', PT1H", "'触发天级流控Permits:10', P1D"})
    void aUsedUpQuotaSaysWhenItsWindowEnds(String message, Duration window) {
        cloud.when("EnableWhatsappROIMetric").thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", message);

        var failure = catchThrowableOfType(QuotaException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.retryNotBefore()).isEqualTo(time.instant().plus(window));
    }

    @Test
    void aQuotasWindowIsAlsoReadFromTheCode() {
        cloud.when("EnableWhatsappROIMetric").thenBusinessFailure("isv.DAY_LIMIT_CONTROL", "no");

        var failure = catchThrowableOfType(QuotaException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.retryNotBefore()).isEqualTo(time.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void aDenialSaysWhichActionWasDenied() {
        cloud.when("EnableWhatsappROIMetric").thenDeny("cams:EnableWhatsappROIMetric");

        var failure = catchThrowableOfType(ServiceException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.kind()).isEqualTo(ErrorKind.PERMISSION);
        assertThat(failure.accessDenied()).isNotNull();
        assertThat(failure).hasMessageContaining("cams:EnableWhatsappROIMetric");
    }

    @Test
    void aFailureInsideHttp200IsAnException() {
        cloud.when("EnableWhatsappROIMetric")
                .thenReturn("{\"code\":\"Product.Unsubscript\",\"message\":\"no\",\"requestId\":\"R1\\n\"}");

        var failure = catchThrowableOfType(ServiceException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.code()).isEqualTo("Product.Unsubscript");
        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_SUBSCRIBED);
        assertThat(failure.requestId()).isEqualTo("R1");
        assertThat(failure.httpStatus()).isEqualTo(200);
    }

    @Test
    void aFailureHasTheServicesMessageOrSaysWhatTheReplyIs() {
        cloud.when("EnableWhatsappROIMetric")
                .thenFail(400, "InvalidParameter", "no such space")
                .thenRespond(Reply.empty(502))
                .thenRespond(Reply.html(502, "<html><body>Bad Gateway"));
        List<@Nullable String> messages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            messages.add(
                    catchThrowableOfType(ServiceException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE))
                            .serviceMessage());
        }

        assertThat(messages)
                .containsExactly(
                        "no such space", "an empty reply", "a reply that is neither JSON nor the gateway's XML");
    }

    @Test
    void anUnknownCodeWithAHintOfTheGatewayIsThrottling() {
        cloud.when("EnableWhatsappROIMetric")
                .thenRespond(Reply.json(400, "{\"Code\":\"Something.New\"}").withHeader("x-acs-retry-after", "1"))
                .thenSucceed();

        assertThat(cams.enableWhatsappROIMetric(Clients.UPDATE).attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameter, 1",
        "499, InvalidParameter, 1",
        "500, InvalidParameter, 3",
        "500, InvalidTimeStamp.Expired, 3",
        "500, InvalidAccessKeyId.NotFound, 3",
        "502, InvalidParameter, 3",
    })
    void readsAreRepeatedFromHttp500OnWhateverTheCode(int status, String code, int attempts) {
        cloud.when("GetChatappPhoneNumberMetric").thenFail(status, code, "no");

        var failure =
                catchThrowableOfType(ServiceException.class, () -> cams.getChatappPhoneNumberMetric(Clients.READ));

        assertThat(failure.attempts()).isEqualTo(attempts);
    }

    @Test
    void gatewayErrorsInXmlAreUnderstood() {
        cloud.errorsAsXml();
        cloud.when("EnableWhatsappROIMetric").thenFail(403, "Forbidden.RAM", "no");

        var failure = catchThrowableOfType(ServiceException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.code()).isEqualTo("Forbidden.RAM");
        assertThat(failure.requestId()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "ok", "Ok", "200"})
    void everySpellingOfSuccessIsSuccess(String code) {
        cloud.when("EnableWhatsappROIMetric").thenReturn("{\"Code\":\"" + code + "\",\"RequestId\":\"R1\\n\"}");

        assertThat(cams.enableWhatsappROIMetric(Clients.UPDATE).requestId()).isEqualTo("R1");
    }

    @Test
    void aReplyAboveTheLimitIsRefused() {
        cloud.when("EnableWhatsappROIMetric").thenReturn("{\"Code\":\"OK\",\"Message\":\"" + "x".repeat(4096) + "\"}");

        CamsClient frugal = cams.withOptions(o -> o.maxReplyBytes(1024));

        assertThatThrownBy(() -> frugal.enableWhatsappROIMetric(Clients.UPDATE))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("larger than 1024 bytes");
    }

    @Test
    void withOptionsSharesTheBudget() {
        cams.close();
        cams = cloud.configure(CamsClient.builder())
                .timeSource(time)
                .retryPolicy(RetryPolicy.builder().budget(10).build())
                .build();
        cloud.when("EnableWhatsappROIMetric").thenThrottle();
        CamsClient other = cams.withOptions(o -> o.timeout(Duration.ofSeconds(30)));

        assertThat(attempts(cams)).as("two repeats for five tokens each").isEqualTo(3);
        assertThat(attempts(other)).as("nothing left").isEqualTo(1);
    }

    private static int attempts(CamsClient client) {
        return catchThrowableOfType(SdkException.class, () -> client.enableWhatsappROIMetric(Clients.UPDATE))
                .attempts();
    }

    @Test
    void aClosedClientSaysSo() {
        CamsClient derived = cams.withOptions(o -> {});
        cams.close();
        cams.close();

        assertThatThrownBy(() -> cams.enableWhatsappROIMetric(Clients.UPDATE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the client is closed");
        assertThatThrownBy(() -> derived.async(c -> c.enableWhatsappROIMetric(Clients.UPDATE)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void theThreadsOfAsyncEndWhenTheClientIsClosed() throws Exception {
        Thread worker = cams.async(c -> Thread.currentThread()).get();

        cams.close();

        worker.join(PATIENCE.toMillis());
        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    void asyncCompletesWithTheResponseOrTheFailure() throws Exception {
        assertThat(cams.async(c -> c.enableWhatsappROIMetric(Clients.UPDATE))
                        .get()
                        .attempts())
                .isEqualTo(1);
        cloud.when("EnableWhatsappROIMetric").thenFail(400, "InvalidParameter", "no");

        assertThatThrownBy(() -> cams.async(c -> c.enableWhatsappROIMetric(Clients.UPDATE))
                        .get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ServiceException.class);
    }

    @Test
    void cancellingInterruptsTheCall() throws Exception {
        cloud.when("EnableWhatsappROIMetric").thenStall();
        var thrown = new AtomicReference<@Nullable SdkException>();
        var ended = new CountDownLatch(1);

        var future = cams.async(c -> {
            try {
                return c.enableWhatsappROIMetric(Clients.UPDATE);
            } catch (SdkException e) {
                thrown.set(e);
                throw e;
            } finally {
                ended.countDown();
            }
        });
        cloud.awaitReceived(1, PATIENCE);
        future.cancel(true);

        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        assertThat(ended.await(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(thrown.get()).isInstanceOf(CallInterruptedException.class);
    }

    @Test
    void anInterruptEndsTheCallAndStaysSet() throws Exception {
        cloud.when("EnableWhatsappROIMetric").thenStall();
        var thrown = new AtomicReference<@Nullable SdkException>();
        var flag = new AtomicReference<Boolean>();
        var caller = new Thread(() -> {
            thrown.set(catchThrowableOfType(SdkException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE)));
            flag.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        cloud.awaitReceived(1, PATIENCE);
        caller.interrupt();
        caller.join(PATIENCE.toMillis());

        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        CallInterruptedException.class,
                        e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
        assertThat(flag.get()).isTrue();
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        Thread.currentThread().interrupt();
        var failure = catchThrowableOfType(
                CallInterruptedException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(Thread.interrupted()).as("the flag is still set").isTrue();
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void interceptorsWrapTheCallInOrderAndMayAnswerThemselves() {
        List<String> order = new ArrayList<>();
        var ready =
                EnableWhatsappROIMetricResponse.builder().requestId("cached").build();
        CamsClient wrapped = cams.withOptions(o -> o.addInterceptor(call -> {
                    order.add("outer " + call.info().operation());
                    return call.proceed();
                })
                .addInterceptor(call -> {
                    order.add("inner");
                    return ready;
                }));

        assertThat(wrapped.enableWhatsappROIMetric(Clients.UPDATE)).isSameAs(ready);
        assertThat(order).containsExactly("outer EnableWhatsappROIMetric", "inner");
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void anInterceptorSeesTheRequest() {
        List<Object> seen = new ArrayList<>();
        CamsClient watched = cams.withOptions(o -> o.addInterceptor(call -> {
            seen.add(call.request());
            return call.proceed();
        }));

        watched.enableWhatsappROIMetric(Clients.UPDATE);

        assertThat(seen).containsExactly(Clients.UPDATE);
    }

    @Test
    void anInterceptorThatReturnsNoResponseOfTheCallIsNamed() {
        Interceptor nothing = call -> null;
        Interceptor another =
                call -> GetChatappPhoneNumberMetricResponse.builder().build();
        for (Interceptor wrong : List.of(nothing, another)) {
            CamsClient wrapped = cams.withOptions(o -> o.addInterceptor(wrong));

            assertThatThrownBy(() -> wrapped.enableWhatsappROIMetric(Clients.UPDATE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(wrong.getClass().getName() + " returned "
                            + (wrong == nothing ? "null" : GetChatappPhoneNumberMetricResponse.class.getName())
                            + " for EnableWhatsappROIMetric; return what proceed() returned, or another"
                            + " EnableWhatsappROIMetricResponse");
        }
    }

    @Test
    void listenersLearnOfAttemptsAndOutcomeAndCannotBreakACall() {
        List<String> heard = new ArrayList<>();
        cloud.when("EnableWhatsappROIMetric")
                .thenThrottle(Duration.ofSeconds(1))
                .thenSucceed();
        CamsClient watched = cams.withOptions(o -> o.addListener(new CallListener() {
            @Override
            public void started(CallInfo call) {
                heard.add("started " + call.effect());
                throw new IllegalStateException("a listener's own trouble");
            }

            @Override
            public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
                heard.add("attempt " + attempt + " failed, again in " + delay);
            }

            @Override
            public void finished(
                    CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
                heard.add("finished after " + took.toSeconds() + " s, success " + (result != null));
            }
        }));

        watched.enableWhatsappROIMetric(Clients.UPDATE);

        assertThat(heard)
                .containsExactly(
                        "started UPDATE", "attempt 1 failed, again in PT1S", "finished after 1 s, success true");
    }

    @Test
    void listenersAreToldHowLongACallTook() {
        cloud.when("EnableWhatsappROIMetric")
                .thenThrottle(Duration.ofSeconds(1))
                .thenSucceed()
                .thenThrottle(Duration.ofSeconds(2))
                .thenFail(400, "InvalidParameter", "no");
        List<Duration> told = new ArrayList<>();
        CamsClient watched = cams.withOptions(o -> o.addListener(new CallListener() {
            @Override
            public void finished(
                    CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
                told.add(took);
            }
        }));
        time.advance(Duration.ofMinutes(1)); // it is not the time since the clock began

        watched.enableWhatsappROIMetric(Clients.UPDATE);
        catchThrowableOfType(ServiceException.class, () -> watched.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(told.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void pacingKeepsTheDocumentedDistance() {
        CamsClient paced = cams.withOptions(o -> o.pacing(true));
        for (int i = 0; i < 4; i++) {
            paced.enableWhatsappROIMetric(Clients.UPDATE);
        }
        assertThat(time.sleeps())
                .containsExactly(Duration.ofMillis(206), Duration.ofMillis(206), Duration.ofMillis(206));
    }

    @Test
    void timeThatRunsOutBeforeTheRequestIsSentIsNotSent() {
        CredentialsProvider slow = () -> {
            time.advance(Duration.ofSeconds(5));
            return cloud.credentials();
        };
        try (var late = cloud.configure(CamsClient.builder())
                .timeSource(time)
                .credentials(slow)
                .timeout(Duration.ofSeconds(5))
                .build()) {
            var failure =
                    catchThrowableOfType(TransportException.class, () -> late.enableWhatsappROIMetric(Clients.UPDATE));

            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure).hasMessageContaining("the call's timeout passed before the request could be sent");
        }
        assertThat(cloud.attempts()).isEmpty();
    }

    @Test
    void aTurnBeyondTheDeadlineFailsAtOnce() {
        CamsClient paced = cams.withOptions(o -> o.rateLimiter((operation, permits, longestWait) -> null));

        var failure =
                catchThrowableOfType(TransportException.class, () -> paced.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure).hasMessageContaining("pacing");
        assertThat(cloud.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void unknownParametersAndFieldsAreWithinReach(Signature signature) {
        cloud.when("EnableWhatsappROIMetric").thenReturn("{\"Code\":\"OK\",\"New\":{\"List\":[{\"Name\":\"x\"}]}}");

        var response = cams.withOptions(o -> o.signature(signature))
                .enableWhatsappROIMetric(r -> r.custSpaceId("a").putParam("NewParam", "1 &"));

        assertThat(response.raw("/New/List/0/Name")).isEqualTo("x");
        assertThat(response.raw("/New/List")).isEqualTo("[{\"Name\":\"x\"}]");
        assertThat(response.raw("/Nowhere")).isNull();
        assertThat(cloud.received().get(0).parameter("NewParam")).isEqualTo("1 &");
    }

    /** It does not define how they are signed. */
    @ParameterizedTest
    @EnumSource(Signature.class)
    void onlyTheOlderSignatureOmitsEmptyParameters(Signature signature) {
        cams.withOptions(o -> o.signature(signature)).enableWhatsappROIMetric(r -> r.custSpaceId(""));

        assertThat(cloud.received().get(0).parameter("CustSpaceId"))
                .isEqualTo(signature == Signature.RPC_1_0 ? null : "");
    }

    @Test
    void aStatusBeyondTheSuccessesIsAFailureWhateverTheBodySays() {
        cloud.when("EnableWhatsappROIMetric").thenRespond(Reply.json(300, "{\"Code\":\"OK\"}"));

        var failure = catchThrowableOfType(ServiceException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.code()).isEqualTo("HTTP-300");
    }

    @Test
    void redirectsAreNotFollowed() {
        cloud.when("EnableWhatsappROIMetric").thenRespond(Reply.redirect(302, "/stolen"));

        var failure = catchThrowableOfType(ServiceException.class, () -> cams.enableWhatsappROIMetric(Clients.UPDATE));

        assertThat(failure.code()).isEqualTo("HTTP-302");
        assertThat(cloud.attempts()).hasSize(1);
    }

    @Test
    void settingsBeginWithTheEndpoint() {
        assertThat(cams.settings())
                .startsWith(new Setting("endpoint", cloud.endpoint().toString(), "builder"))
                .contains(new Setting("pacing", "false", "default"));
    }

    @Test
    void aVpcEndpointThatIsNotDocumentedIsAnError() {
        assertThatThrownBy(() -> DysmsInternationalClient.builder()
                        .region("ap-southeast-1")
                        .network(Network.VPC)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cn-hangzhou");
    }

    @Test
    void plainHttpIsOnlyForLoopback() {
        assertThatThrownBy(() -> CamsClient.builder().endpoint("http://cams.example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }
}
