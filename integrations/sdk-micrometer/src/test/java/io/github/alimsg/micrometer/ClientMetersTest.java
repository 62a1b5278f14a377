package io.github.alimsg.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeCloudExtension.class)
class ClientMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private DysmsMainlandClient client(FakeCloud cloud) {
        return Sms.client(cloud, b -> b.addListener(new ClientMeters(registry, Tags.of("account", "shop"))));
    }

    @Test
    void attemptsOfACallAreSummedWhetherItSucceedsOrNot(FakeCloud cloud) {
        cloud.when("SendSms").thenThrottle().thenSucceed().thenFail(403, "Forbidden.RAM", "no");
        try (DysmsMainlandClient sms = client(cloud)) {
            Sms.send(sms);
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(SdkException.class);
        }
        var attempts = registry.get("alimsg.client.attempts").summary();
        assertThat(attempts.count()).isEqualTo(2);
        assertThat(attempts.totalAmount()).isEqualTo(3);
        assertThat(attempts.getId().getTags())
                .containsExactlyElementsOf(Tags.of(
                        "account", "shop", "operation", "SendSms", "product", "Dysmsapi", "version", "2017-05-25"));
    }

    @Test
    void failedAttemptsAreCountedByKind(FakeCloud cloud) {
        cloud.when("SendSms")
                .thenThrottle()
                .thenThrottle()
                .thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "no")
                .thenCutAfterRequest();
        try (DysmsMainlandClient sms = client(cloud)) {
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(SdkException.class);
            assertThatThrownBy(() -> Sms.send(sms)).isInstanceOf(SdkException.class);
        }
        assertThat(registry.find("alimsg.client.attempts.failed").counters())
                .extracting(c -> c.getId().getTag("outcome") + " " + c.getId().getTag("error.kind") + " " + c.count())
                .containsExactlyInAnyOrder("throttled throttling 2.0", "quota quota 1.0", "unknown none 1.0");
    }

    @Test
    void theTimeThatAttemptsWaitForTheirTurnIsMeasured(FakeCloud cloud) {
        var time = new ManualTime(Instant.now());
        try (DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                .timeSource(time)
                .rateLimiter(RateLimiter.perSecond(Map.of("SendSms", 1), time))
                .addListener(new ClientMeters(registry))
                .build()) {
            for (int i = 0; i < 3; i++) {
                Sms.send(sms);
            }
        }
        Timer waits = registry.get("alimsg.client.turn.wait").timer();
        assertThat(waits.count()).isEqualTo(3);
        assertThat(waits.totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(time.sleeps().stream()
                        .mapToLong(sleep -> sleep.toMillis())
                        .sum())
                .isGreaterThan(0);
    }

    @Test
    void connectionsInUseAreCountedWhileACallHasThem(FakeCloud cloud) {
        List<Double> during = new ArrayList<>();
        try (DysmsMainlandClient sms = Sms.client(cloud, b -> b.maxConnections(7))) {
            new ConnectionMeters(sms, Tags.of("client", "sms")).bindTo(registry);
            var inUse = registry.get("alimsg.client.connections.in.use")
                    .tag("client", "sms")
                    .gauge();
            cloud.when("SendSms").thenAnswer(call -> {
                during.add(inUse.value());
                return Reply.json(200, "{\"Code\":\"OK\"}");
            });
            assertThat(inUse.value()).isZero();

            Sms.send(sms.withOptions(o -> o.applicationId("derived")));

            assertThat(during).containsExactly(1.0);
            assertThat(inUse.value()).isZero();
            assertThat(registry.get("alimsg.client.connections.max").gauge().value())
                    .isEqualTo(7);
        }
    }

    @Test
    void connectionsOfAnApplicationsClientAreCountedWithoutALimit(FakeCloud cloud) {
        List<Integer> during = new ArrayList<>();
        var okHttp = new OkHttpClient();
        try (DysmsMainlandClient sms = Sms.client(cloud, b -> b.httpClient(okHttp))) {
            new ConnectionMeters(sms, Tags.empty()).bindTo(registry);
            cloud.when("SendSms").thenAnswer(call -> {
                during.add((int)
                        registry.get("alimsg.client.connections.in.use").gauge().value());
                return Reply.json(200, "{\"Code\":\"OK\"}");
            });

            Sms.send(sms);
        }
        assertThat(during).containsExactly(1);
        assertThat(registry.find("alimsg.client.connections.max").gauge()).isNull();
    }

    @Test
    void aTransportThatDoesNotTellHasNoMeters() {
        HttpTransport transport = new HttpTransport() {
            @Override
            public HttpResponse execute(HttpRequest request) {
                throw new AssertionError();
            }

            @Override
            public void close() {}
        };
        try (DysmsMainlandClient sms = DysmsMainlandClient.builder()
                .credentials(CredentialsProviders.fixed("key", "secret"))
                .region("cn-hangzhou")
                .transport(transport)
                .build()) {
            new ConnectionMeters(sms, Tags.empty()).bindTo(registry);
        }
        assertThat(registry.getMeters()).isEmpty();
    }
}
