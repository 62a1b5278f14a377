package io.github.alimsg.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.Stub;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.transport.Kind;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call is one observation that says what became of it. */
@ExtendWith(FakeCloudExtension.class)
class CallObservationsTest {
    private static final String SEND_SMS = "SendSms";
    private static final String REQUEST_ID = "90E63D28-1234-5678-8939-A94866411234";

    /** Fails on observations that are started, stopped or scoped in another order than they should. */
    private final ObservationRegistry registry = TestObservationRegistry.create();

    private final Recorded recorded = Recorded.by(registry);

    private DysmsMainlandClient client(FakeCloud cloud) {
        return Sms.client(cloud, builder -> CallObservations.of(registry).addTo(builder));
    }

    @Test
    void aCallThatIsAcceptedSaysWhatItWas(FakeCloud cloud) {
        cloud.when(SEND_SMS).thenSucceedWith(Map.of("BizId", "biz-1", "RequestId", REQUEST_ID));

        try (DysmsMainlandClient sms = client(cloud)) {
            Sms.send(sms);
        }

        Observation.Context call = recorded.only();
        assertThat(call.getName()).isEqualTo("alimsg.call");
        assertThat(call.getContextualName()).isEqualTo(SEND_SMS);
        assertThat(call.getError()).isNull();
        assertThat(call.getLowCardinalityKeyValues())
                .containsExactlyInAnyOrder(
                        KeyValue.of("product", "Dysmsapi"),
                        KeyValue.of("version", "2017-05-25"),
                        KeyValue.of("operation", SEND_SMS),
                        KeyValue.of("effect", "send"),
                        KeyValue.of("outcome", "success"),
                        KeyValue.of("error.kind", "none"));
        assertThat(call.getHighCardinalityKeyValues())
                .containsExactlyInAnyOrder(KeyValue.of("request.id", REQUEST_ID), KeyValue.of("message.id", "biz-1"));
        assertThat(call).isInstanceOfSatisfying(CallObservationContext.class, context -> {
            assertThat(context.getKind()).isEqualTo(Kind.CLIENT);
            assertThat(context.getRemoteServiceName()).isEqualTo("Dysmsapi");
            assertThat(context.outcome()).isEqualTo(CallOutcome.SUCCESS);
        });
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                fails("refused validation", s -> s.thenFail(400, "InvalidParameter", "no")),
                fails("refused not_found", s -> s.thenFail(404, "InvalidAction.NotFound", "no")),
                fails("refused conflict", s -> s.thenBusinessFailure("SignName.Exists", "no")),
                fails("refused recipient", s -> s.thenBusinessFailure("isv.CUSTOMER_REFUSED", "no")),
                fails("not_sent authentication", s -> s.thenFail(404, "InvalidAccessKeyId.NotFound", "no")),
                fails("not_sent signature", s -> s.thenFail(400, "IncompleteSignature", "no")),
                fails("not_sent clock", s -> s.thenFail(400, "InvalidTimeStamp.Format", "no")),
                fails("not_sent permission", s -> s.thenFail(403, "Forbidden.RAM", "no")),
                fails("not_sent not_subscribed", s -> s.thenBusinessFailure("isv.PRODUCT_UN_SUBSCRIPT", "no")),
                fails("not_sent balance", s -> s.thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "no")),
                fails(
                        "throttled throttling",
                        s -> s.thenThrottle().thenThrottle().thenThrottle()),
                fails("quota quota", s -> s.thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "no")),
                fails("unknown server_fault", s -> s.thenFail(500, "InternalError", "no")),
                fails("unknown unknown", s -> s.thenFail(400, "Another", "no")),
                fails("unknown none", Stub::thenCutAfterRequest),
                fails("unknown none", s -> s.thenReturn("sorry")));
    }

    private static Arguments fails(String outcomeAndKind, Consumer<Stub> stub) {
        return Arguments.of(outcomeAndKind, stub);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void aCallThatFailsSaysWhatBecameOfIt(String outcomeAndKind, Consumer<Stub> stub, FakeCloud cloud) {
        stub.accept(cloud.when(SEND_SMS));

        try (DysmsMainlandClient sms = client(cloud)) {
            Throwable failure = catchThrowable(() -> Sms.send(sms));

            assertThat(failure).isNotNull();
            assertThat(recorded.only().getError()).isSameAs(failure);
        }
        assertThat(recorded.outcomes()).containsExactly(outcomeAndKind);
    }

    @Test
    void aCallWithoutANetworkIsRepeatedAndNotSent(FakeCloud cloud) {
        URI gone;
        try (FakeCloud other = FakeCloud.start()) {
            gone = other.endpoint();
        }
        try (DysmsMainlandClient sms =
                Sms.client(cloud, b -> CallObservations.of(registry).addTo(b).endpoint(gone))) {
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(TransportException.class);
        }
        assertThat(recorded.outcomes()).containsExactly("not_sent none");
        assertThat(recorded.events()).hasSize(2).containsOnly("alimsg.call.repeat: repeated after not_sent");
    }

    @Test
    void aRefusalHasItsRequestId(FakeCloud cloud) {
        cloud.when(SEND_SMS)
                .thenReturn(
                        400, "{\"Code\":\"InvalidParameter\",\"Message\":\"no\",\"RequestId\":\"" + REQUEST_ID + "\"}");

        try (DysmsMainlandClient sms = client(cloud)) {
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(ServiceException.class);
        }
        assertThat(Recorded.value(recorded.only(), "request.id")).isEqualTo(REQUEST_ID);
    }

    @Test
    void aRequestIdOfAnotherFormIsLeftOut(FakeCloud cloud) {
        cloud.when(SEND_SMS).thenReturn("{\"Code\":\"OK\",\"RequestId\":\"13900000001\"}");

        try (DysmsMainlandClient sms = client(cloud)) {
            Sms.send(sms);
        }
        assertThat(recorded.only().getHighCardinalityKeyValues()).isEmpty();
    }

    @Test
    void repeatsAreEventsOfOneObservation(FakeCloud cloud) {
        cloud.when(SEND_SMS).thenThrottle().thenThrottle().thenSucceed();

        try (DysmsMainlandClient sms = client(cloud)) {
            assertThat(Sms.send(sms).attempts()).isEqualTo(3);
        }
        assertThat(recorded.outcomes()).containsExactly("success none");
        assertThat(recorded.events()).hasSize(2).containsOnly("alimsg.call.repeat: repeated after throttling");
    }

    @Test
    void theLastFailureIsNoRepeat(FakeCloud cloud) {
        cloud.when(SEND_SMS).thenThrottle();

        try (DysmsMainlandClient sms =
                Sms.client(cloud, b -> CallObservations.of(registry).addTo(b).retryPolicy(RetryPolicy.none()))) {
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(ServiceException.class);
        }
        assertThat(recorded.events()).isEmpty();
    }

    @Test
    void theObservationIsCurrentInWhatRunsBelowIt(FakeCloud cloud) {
        List<Observation.Context> current = new ArrayList<>();
        Interceptor below = call -> {
            current.add(registry.getCurrentObservation().getContext());
            return Observation.createNotStarted("step", registry).observe(call::proceed);
        };
        cloud.when(SEND_SMS).thenThrottle().thenSucceed();

        try (DysmsMainlandClient sms =
                Sms.client(cloud, b -> CallObservations.of(registry).addTo(b).addInterceptor(below))) {
            Observation.createNotStarted("order", registry).observe(() -> Sms.send(sms));
        }

        assertThat(recorded.ended())
                .extracting(Observation.Context::getName)
                .containsExactly("step", "alimsg.call", "order");
        Observation.Context call = recorded.ended().get(1);
        assertThat(current).containsExactly(call);
        assertThat(call.getParentObservation().getContextView().getName()).isEqualTo("order");
        assertThat(recorded.events()).as("found above the step").hasSize(1);
        assertThat(Recorded.value(call, "message.id")).isNotEmpty();
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @Test
    void aCallWithinACallIsAnObservationOfItsOwn(FakeCloud cloud) {
        cloud.when("QuerySendDetails").thenFail(400, "InvalidParameter", "no");
        try (DysmsMainlandClient plain = client(cloud)) {
            Interceptor looksUp = call -> {
                if (call.info().operation().equals(SEND_SMS)) {
                    catchThrowable(() -> plain.querySendDetails(r -> r.phoneNumber("13900000001")
                            .sendDate(LocalDate.of(2026, 1, 2))
                            .pageSize(1)
                            .currentPage(1)));
                }
                return call.proceed();
            };
            try (DysmsMainlandClient sms = Sms.client(
                    cloud, b -> CallObservations.of(registry).addTo(b).addInterceptor(looksUp))) {
                Sms.send(sms);
            }
        }
        assertThat(recorded.outcomes()).containsExactly("refused validation", "success none");
        assertThat(recorded.ended().get(0).getParentObservation().getContextView())
                .isSameAs(recorded.ended().get(1));
    }

    @Test
    void anExceptionOfAnInterceptorDoesNotHideThatTheMessageWasSent(FakeCloud cloud) {
        Interceptor throwsAfterwards = call -> {
            call.proceed();
            throw new IllegalStateException("the application's own");
        };
        try (DysmsMainlandClient sms =
                Sms.client(cloud, b -> CallObservations.of(registry).addTo(b).addInterceptor(throwsAfterwards))) {
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(recorded.outcomes()).containsExactly("success none");
        assertThat(recorded.only().getError()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExceptionBeforeTheCallIsNotSent(FakeCloud cloud) {
        Interceptor refuses = call -> {
            throw new IllegalStateException("the application's own");
        };
        try (DysmsMainlandClient sms =
                Sms.client(cloud, b -> CallObservations.of(registry).addTo(b).addInterceptor(refuses))) {
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(recorded.outcomes()).containsExactly("not_sent none");
        assertThat(cloud.receivedCount()).isZero();
    }

    @Test
    void asyncCallsAreObservedOnTheirThread(FakeCloud cloud) throws Exception {
        try (DysmsMainlandClient sms = client(cloud)) {
            sms.async(Sms::send).get();
        }
        assertThat(recorded.outcomes()).containsExactly("success none");
        assertThat(recorded.only().getParentObservation()).isNull();
    }

    @Test
    void asyncCallsHaveTheirParentWhenTheExecutorCarriesIt(FakeCloud cloud) throws Exception {
        var contexts = new ContextRegistry();
        contexts.registerThreadLocalAccessor(new ObservationThreadLocalAccessor(registry));
        ExecutorService threads = ContextExecutorService.wrap(
                Executors.newSingleThreadExecutor(),
                ContextSnapshotFactory.builder().contextRegistry(contexts).build()::captureAll);
        try (DysmsMainlandClient sms =
                Sms.client(cloud, b -> CallObservations.of(registry).addTo(b).executor(threads))) {
            Observation order = Observation.start("order", registry);
            try (Observation.Scope scope = order.openScope()) {
                assertThat(scope).isNotNull();
                sms.async(Sms::send).get();
            }
            order.stop();
        } finally {
            threads.shutdown();
        }
        assertThat(recorded.ended().get(0).getParentObservation().getContextView())
                .isSameAs(recorded.ended().get(1));
    }

    @Test
    void everyCallOfABatchIsObserved(FakeCloud cloud) {
        List<SmsRecipient> recipients = IntStream.range(0, 150)
                .mapToObj(i -> SmsRecipient.of("139" + (10_000_000 + i), "Acme", Map.of("name", "Ayu")))
                .toList();
        try (DysmsMainlandClient sms = client(cloud)) {
            assertThat(sms.batches()
                            .sendBatchSms(r -> r.templateCode("SMS_1"), recipients)
                            .allAccepted())
                    .isTrue();
        }
        assertThat(recorded.outcomes()).hasSize(cloud.receivedCount()).containsOnly("success none");
        assertThat(cloud.receivedCount()).isGreaterThan(1);
    }

    @Test
    void derivedClientsAndOtherProductsAreObservedByTheSameObject(FakeCloud cloud) {
        CallObservations observations = CallObservations.of(registry);
        try (DysmsMainlandClient sms = Sms.client(cloud, observations::addTo);
                CamsClient cams = observations
                        .addTo(cloud.configure(CamsClient.builder()))
                        .build()) {
            Sms.send(sms.withOptions(o -> o.applicationId("orders")));
            cams.listChatappTemplate(r -> r.custSpaceId("cams-8c8d0a1b"));
        }
        assertThat(recorded.ended())
                .extracting(call -> Recorded.value(call, "product") + " " + Recorded.value(call, "effect"))
                .containsExactly("Dysmsapi send", "cams read");
    }

    @Test
    void theSignedRequestIsTheSameWithAndWithoutObservations(FakeCloud cloud) {
        try (DysmsMainlandClient plain = Sms.client(cloud, b -> b);
                DysmsMainlandClient observed = client(cloud)) {
            Sms.send(plain);
            Sms.send(observed);
        }
        assertThat(cloud.received())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.headers().keySet())
                        .isEqualTo(cloud.received().get(0).headers().keySet()));
    }

    @Test
    void aRegistryThatDoesNothingAddsNothing(FakeCloud cloud) {
        DysmsMainlandClient.Builder builder =
                CallObservations.of(ObservationRegistry.NOOP).addTo(cloud.configure(DysmsMainlandClient.builder()));

        assertThat(builder.options().interceptors()).isEmpty();
        assertThat(builder.options().listeners()).isEmpty();
    }

    @Test
    void handlersMayBeRegisteredAfterTheClientWasBuilt(FakeCloud cloud) {
        ObservationRegistry later = ObservationRegistry.create();
        try (DysmsMainlandClient sms = Sms.client(cloud, CallObservations.of(later)::addTo)) {
            Sms.send(sms);
            Recorded handler = Recorded.by(later);
            Sms.send(sms);

            assertThat(handler.outcomes()).containsExactly("success none");
        }
    }

    @Test
    void whatAPredicateSwitchesOffIsNotObserved(FakeCloud cloud) {
        registry.observationConfig().observationPredicate((name, context) -> !name.equals("alimsg.call"));
        try (DysmsMainlandClient sms = client(cloud)) {
            assertThat(Sms.send(sms)).isInstanceOf(SendSmsResponse.class);
        }
        assertThat(recorded.ended()).isEmpty();
    }

    /** The account of the application, in place of the product. */
    private static class Accounts extends DefaultCallObservationConvention
            implements GlobalObservationConvention<CallObservationContext> {
        @Override
        public String getName() {
            return "messages";
        }

        @Override
        public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
            return super.getLowCardinalityKeyValues(context).and("account", "shop");
        }
    }

    @Test
    void aConventionChoosesNamesAndKeys(FakeCloud cloud) {
        try (DysmsMainlandClient sms = Sms.client(cloud, CallObservations.of(registry, new Accounts())::addTo)) {
            Sms.send(sms);
        }
        assertThat(recorded.only().getName()).isEqualTo("messages");
        assertThat(Recorded.value(recorded.only(), "account")).isEqualTo("shop");
    }

    @Test
    void aConventionOfTheRegistryIsUsed(FakeCloud cloud) {
        registry.observationConfig().observationConvention(new Accounts());
        try (DysmsMainlandClient sms = client(cloud)) {
            Sms.send(sms);
        }
        assertThat(Recorded.value(recorded.only(), "account")).isEqualTo("shop");
    }

    @Test
    void timersAreByOutcome(FakeCloud cloud) {
        var meters = new SimpleMeterRegistry();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        cloud.when(SEND_SMS).thenSucceed().thenFail(403, "Forbidden.RAM", "no");
        try (DysmsMainlandClient sms = client(cloud)) {
            SdkResponse sent = Sms.send(sms);
            assertThat(sent.attempts()).isEqualTo(1);
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(ServiceException.class);
        }
        assertThat(meters.find("alimsg.call").timers())
                .extracting(timer -> timer.getId().getTag("outcome") + " " + timer.count())
                .containsExactlyInAnyOrder("success 1", "not_sent 1");
        Timer failed = meters.get("alimsg.call").tag("error.kind", "permission").timer();
        assertThat(failed.getId().getTag("error")).isEqualTo("ServiceException");
        assertThat(meters.get("alimsg.call.active").longTaskTimers()).allMatch(timer -> timer.activeTasks() == 0);
    }
}
