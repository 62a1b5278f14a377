package io.github.alimsg.micrometer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelFinishedSpan;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Marks are in every personal place of requests, replies and receipts: no meter, tag, span, event or log has one. */
@Isolated // switches on every log of the JVM
class NothingPersonalTest {
    private static final String NUMBER = "6281277700123";
    private static final String MAINLAND_NUMBER = "13977700123";
    private static final String SENDER = "8613800009999";
    private static final String SIGN = "Marksign";
    private static final String NAME = "Ayumark";
    private static final String CODE = "482913";
    private static final String TEXT = "Dear " + NAME + ", your code is " + CODE;
    private static final String OWN_ID = "order-mark-4711";
    private static final String SECRET = "s3cretS3cretS3cretS3cretMark30";
    private static final List<String> MARKS =
            List.of(NUMBER, MAINLAND_NUMBER, "77700123", SENDER, SIGN, NAME, CODE, "your code", OWN_ID, SECRET);

    private static final List<Consumer<Stub>> WHATEVER_HAPPENS = List.of(
            Stub::thenSucceed,
            stub -> stub.thenThrottle().thenSucceed(),
            stub -> stub.thenThrottle().thenThrottle().thenThrottle(),
            Stub::thenCutAfterRequest,
            Stub::thenCutInAnswer,
            stub -> stub.thenCutBeforeRequest().thenSucceed(),
            stub -> stub.thenRespond(Reply.html(502, "<html>" + NUMBER + TEXT)),
            stub -> stub.thenReturn("{\"Code\":\"OK\",\"BizId\":" + NUMBER),
            stub -> stub.thenAnswer(call -> valuesQuoted(call, 400, "InvalidParameter")),
            stub -> stub.thenAnswer(call -> valuesQuoted(call, 403, "Forbidden.RAM")),
            stub -> stub.thenAnswer(call -> valuesQuoted(call, 200, "isv.BUSINESS_LIMIT_CONTROL")),
            stub -> stub.thenFail(403, "isv." + CODE, CODE + " " + MAINLAND_NUMBER + " " + NUMBER),
            stub -> stub.thenFail(503, "Throttling." + CODE, NUMBER).thenSucceed());

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SimpleMeterRegistry simple = new SimpleMeterRegistry();
    private final MeterRegistry meters =
            new CompositeMeterRegistry().add(prometheus).add(simple);
    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final StringBuffer seen = new StringBuffer();
    private final Logger root = Logger.getLogger("");
    private final Handler capture = new Handler() {
        @Override
        public void publish(LogRecord line) {
            seen.append(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger ours = Logger.getLogger("io.github.alimsg");

    @BeforeEach
    void listen() {
        ours.setLevel(Level.ALL);
        capture.setLevel(Level.ALL);
        root.addHandler(capture);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(capture);
        ours.setLevel(null);
    }

    /** What services do when they do not like a value. */
    private static Reply valuesQuoted(ReceivedCall call, int status, String code) {
        String leaves = String.join(" ", call.parameters().values()).replaceAll("[{}\":,]+", " ");
        return Reply.json(
                status,
                "{\"Code\":\"" + code + "\",\"ResponseCode\":\"" + code + "\",\"Message\":\"Not valid: " + leaves
                        + "\",\"ResponseDescription\":\"Not valid: " + leaves + "\",\"RequestId\":\"R\"}");
    }

    private final class Collecting implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    /** As Spring Boot sets it up: timers, and spans that propagate what they can. */
    private ObservationRegistry observations() {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new Collecting()))
                .build();
        var otel = provider.get("test");
        var tracer = new OtelTracer(otel, new OtelCurrentTraceContext(), event -> {});
        var propagators = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new ObservationHandler.FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, new OtelPropagator(propagators, otel)),
                        new DefaultTracingObservationHandler(tracer)))
                .observationHandler(new ObservationHandler<Observation.Context>() {
                    @Override
                    public boolean supportsContext(Observation.Context context) {
                        return true;
                    }

                    @Override
                    public void onEvent(Observation.Event event, Observation.Context context) {
                        seen.append(event.getName())
                                .append(event.getContextualName())
                                .append('\n');
                    }

                    @Override
                    public void onStop(Observation.Context context) {
                        seen.append(context).append('\n');
                    }
                });
        return registry;
    }

    @Test
    void noMeterTagSpanEventOrLogHasAMark() {
        ObservationRegistry observations = observations();
        var receiptMeters = new ReceiptMeters(meters);
        for (Consumer<Stub> happens : WHATEVER_HAPPENS) {
            try (FakeCloud cloud = FakeCloud.start()) {
                happens.accept(cloud.whenAny());
                callEverything(cloud, observations);
                assertThat(cloud.received())
                        .allSatisfy(call -> assertThat(call.headers().keySet())
                                .doesNotContain("traceparent", "tracestate", "baggage"));
            }
        }
        receive(receiptMeters);
        note();

        assertThat(seen.toString())
                .as("what was searched")
                .contains("alimsg_call_seconds", "alimsg_receipts_handled", "SendChatappMessage", "HTTP 400")
                .contains("repeated after throttling", "exception.stacktrace", "ChatAppInbound", "kind=CLIENT");
        for (String mark : MARKS) {
            assertThat(seen.toString().lines().filter(line -> line.contains(mark)))
                    .as(mark)
                    .isEmpty();
        }
    }

    private void callEverything(FakeCloud cloud, ObservationRegistry observations) {
        CallObservations observed = CallObservations.of(observations);
        var clientMeters = new ClientMeters(meters);
        try (DysmsInternationalClient sms = set(cloud, DysmsInternationalClient.builder(), observed, clientMeters)
                .build()) {
            attempt(() -> sms.sendMessageToGlobe(
                    m -> m.to(NUMBER).from(SIGN).message(TEXT).taskId(OWN_ID).putParam("Extra", TEXT)));
        }
        try (DysmsMainlandClient sms = set(cloud, DysmsMainlandClient.builder(), observed, clientMeters)
                .build()) {
            new ConnectionMeters(sms, Tags.of("client", "sms")).bindTo(meters);
            attempt(() -> sms.sendSms(r -> r.phoneNumbers(MAINLAND_NUMBER)
                    .signName(SIGN)
                    .templateCode("SMS_1")
                    .templateParam(Map.of("code", CODE, "name", NAME))
                    .outId(OWN_ID)));
            attempt(() -> sms.batches()
                    .sendBatchSms(
                            r -> r.templateCode("SMS_1").outId(OWN_ID),
                            List.of(SmsRecipient.of(MAINLAND_NUMBER, SIGN, Map.of("name", NAME, "code", CODE)))));
            DysmsMainlandClient guarded = sms.withOptions(o -> o.guard(Guards.onlyTo("8613900000000")));
            attempt(() -> guarded.sendSms(
                    r -> r.phoneNumbers(MAINLAND_NUMBER).signName(SIGN).templateCode("SMS_1")));
        }
        try (CamsClient cams =
                set(cloud, CamsClient.builder(), observed, clientMeters).build()) {
            attempt(() -> cams.sendChatappMessage(m -> m.custSpaceId("cams-8c8d0a1b")
                    .channelType("whatsapp")
                    .from(SENDER)
                    .to(NUMBER)
                    .template("order_update", "en", Map.of("name", NAME, "code", CODE))
                    .taskId(OWN_ID)));
        }
    }

    private static <B extends ClientBuilder<B>> B set(
            FakeCloud cloud, B builder, CallObservations observed, ClientMeters meters) {
        return observed.addTo(cloud.configure(builder)).addListener(meters).timeSource(new ManualTime(Instant.now()));
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException expected) {
            // what the meters and spans say of it is searched
        }
    }

    private static void receive(ReceiptMeters meters) {
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onInbound(meters.timed(message -> {
                    throw new IllegalStateException(message.message());
                }))
                .onStatus(meters.timed(status -> {}))
                .deduplicate(meters.counted(SeenReceipts.inMemory()))
                .build();
        String inbound = "[{\"MessageId\":\"in-1\",\"From\":\"" + NUMBER + "\",\"To\":\"" + SENDER
                + "\",\"DisplayName\":\"" + NAME + "\",\"Type\":\"TEXT\",\"Message\":\"" + TEXT
                + "\",\"Timestamp\":1795255202000}]";
        String status = "[{\"MessageId\":\"m-1\",\"Status\":\"Failed\",\"TaskId\":\"" + OWN_ID + "\",\"To\":\"" + NUMBER
                + "\",\"From\":\"" + SENDER + "\",\"ErrorDescription\":\"" + TEXT + "\",\"Timestamp\":1795255200000}]";
        for (int i = 0; i < 2; i++) {
            receipts.handle(inbound.getBytes(UTF_8));
            receipts.handle(status.getBytes(UTF_8));
        }
    }

    private void note() {
        seen.append(prometheus.scrape()).append('\n');
        for (Meter meter : simple.getMeters()) {
            seen.append(meter.getId()).append(meter.measure()).append('\n');
        }
        for (SpanData span : spans) {
            FinishedSpan finished = OtelFinishedSpan.fromOtel(span);
            seen.append(span.getName() + " kind=" + span.getKind() + finished.getTags() + finished.getEvents())
                    .append('\n');
            seen.append(span.getAttributes()).append(span.getStatus()).append('\n');
            span.getEvents()
                    .forEach(event -> seen.append(event.getName())
                            .append(event.getAttributes())
                            .append('\n'));
        }
    }
}
