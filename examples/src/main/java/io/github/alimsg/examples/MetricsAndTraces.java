package io.github.alimsg.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.micrometer.ConnectionMeters;
import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.testing.FakeCloud;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.Map;

/** Calls and receipts as a page for Prometheus and as spans of OpenTelemetry, without an application framework. */
public final class MetricsAndTraces {
    private MetricsAndTraces() {}

    /**
     * Sends to a fake, and prints spans as they end, then the page.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (FakeCloud cloud = FakeCloud.start();
                SdkTracerProvider spans = spans()) {
            cloud.when("SendChatappMessage")
                    .thenThrottle()
                    .thenSucceed()
                    .thenBusinessFailure("QuotaExceeded", "The daily quota is used up");
            ObservationRegistry observations = observations(meters, spans);
            try (CamsClient cams = client(cloud.configure(CamsClient.builder()), observations, meters)) {
                Observation.createNotStarted("order", observations).observe(() -> send(cams));
                send(cams);
                receive(meters);
                System.out.println();
                System.out.println(meters.scrape());
            }
        }
    }

    /** Spring Boot does this by itself. */
    private static ObservationRegistry observations(MeterRegistry meters, SdkTracerProvider spans) {
        var tracer = new OtelTracer(spans.get("app"), new OtelCurrentTraceContext(), event -> {});
        ObservationRegistry observations = ObservationRegistry.create();
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new DefaultTracingObservationHandler(tracer));
        return observations;
    }

    private static CamsClient client(
            CamsClient.Builder builder, ObservationRegistry observations, MeterRegistry meters) {
        // snippet: metrics-client
        CamsClient cams = CallObservations.of(observations)
                .addTo(builder)
                .addListener(new ClientMeters(meters))
                .build();
        new ConnectionMeters(cams, Tags.of("client", "cams")).bindTo(meters);
        // end
        return cams;
    }

    private static void send(CamsClient cams) {
        try {
            cams.sendChatappMessage(m -> m.custSpaceId("cams-8c8d0a1b")
                    .channelType(ChannelType.WHATSAPP)
                    .from("8613800001111")
                    .to("6281234567890")
                    .template("order_update", "en", Map.of("name", "Ayu")));
        } catch (SdkException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void receive(MeterRegistry registry) {
        // snippet: metrics-receipts
        ReceiptMeters meters = new ReceiptMeters(registry);
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onStatus(meters.timed(status -> System.out.println(status.messageId() + " " + status.state())))
                .deduplicate(meters.counted(SeenReceipts.inMemory()))
                .build();
        // end
        byte[] body = "[{\"MessageId\":\"m-1\",\"Status\":\"Delivered\",\"Timestamp\":1795255200000}]".getBytes(UTF_8);
        receipts.handle(body);
        receipts.handle(body);
    }

    private static SdkTracerProvider spans() {
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new PrintedSpans()))
                .build();
    }

    private static final class PrintedSpans implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            for (SpanData span : ended) {
                System.out.println("span " + span.getName() + ", " + span.getKind() + ", "
                        + span.getAttributes().asMap());
                span.getEvents().forEach(event -> System.out.println("  event " + event.getName()));
            }
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
}
