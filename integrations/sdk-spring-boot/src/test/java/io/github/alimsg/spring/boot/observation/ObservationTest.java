package io.github.alimsg.spring.boot.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.receipt.GlobeReport;
import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.Everything;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import io.github.alimsg.spring.boot.receipts.ReceiptDispatchers;
import io.github.alimsg.testing.FakeCloud;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@DisplayName("Calls, connections and receipts are measured where the application has registries")
class ObservationTest {
    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AlimsgClientsAutoConfiguration.class,
                    AlimsgReceiptsAutoConfiguration.class,
                    AlimsgObservationAutoConfiguration.class))
            .withUserConfiguration(Handlers.class);
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Everything.class, Handlers.class);

    @Test
    void aCallIsATimerWithItsOutcomeAndNothingPersonal() {
        try (FakeCloud cloud = FakeCloud.builder()
                .withProduct(DysmsInternationalClient.PRODUCT)
                .start()) {
            application
                    .withPropertyValues(
                            "alimsg.endpoint=" + cloud.endpoint(),
                            "alimsg.credentials.access-key-id="
                                    + cloud.credentials().accessKeyId(),
                            "alimsg.credentials.access-key-secret="
                                    + cloud.credentials().accessKeySecret())
                    .run(context -> {
                        context.getBean(DysmsInternationalClient.class)
                                .sendMessageToGlobe(m -> m.to("6281234567890").message("t3xtMarker"));
                        MeterRegistry registry = context.getBean(MeterRegistry.class);
                        assertThat(registry.get("alimsg.call")
                                        .tag("outcome", "success")
                                        .timer()
                                        .count())
                                .isEqualTo(1);
                        assertThat(registry.getMeters())
                                .extracting(Meter::getId)
                                .extracting(Meter.Id::getName)
                                .anyMatch(name -> name.equals("alimsg.client.attempts"));
                        assertThat(registry.find("alimsg.client.connections.max")
                                        .tag("client", "dysmsInternationalClient")
                                        .gauge())
                                .isNotNull();
                        assertThat(registry.getMeters().toString()
                                        + registry.getMeters().stream()
                                                .map(meter -> meter.getId().toString())
                                                .toList())
                                .doesNotContain("6281234567890", "t3xtMarker");
                    });
        }
    }

    @Test
    void receiptsAreMeasured() {
        application.run(context -> {
            context.getBean(ReceiptDispatchers.class)
                    .handle(
                            "sms-international",
                            "[{\"MessageId\":\"1\",\"Status\":\"1\",\"To\":\"6281234567890\"}]".getBytes());
            assertThat(context.getBean(MeterRegistry.class).getMeters())
                    .extracting(meter -> meter.getId().toString())
                    .anyMatch(id -> id.contains("alimsg.receipt") && id.contains("GlobeReport"))
                    .noneMatch(id -> id.contains("6281234567890"));
        });
    }

    @Test
    void withoutRegistriesThereIsNothing() {
        bare.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(CallObservations.class)
                .doesNotHaveBean(ClientMeters.class));
    }

    @Test
    void withoutTheModuleOrMicrometerTheRestWorks() {
        for (String missing : new String[] {"io.github.alimsg.micrometer", "io.micrometer.core"}) {
            bare.withClassLoader(new FilteredClassLoader(missing)).run(context -> {
                assertThat(context).hasNotFailed().doesNotHaveBean(ClientMeters.class);
                assertThat(context.getBean(DysmsInternationalClient.class)).isNotNull();
                assertThat(context.getBean(ReceiptDispatchers.class)).isNotNull();
            });
        }
    }

    @Test
    void observationsOfTheApplicationReplaceOurs() {
        CallObservations own = CallObservations.of(ObservationRegistry.create());
        application
                .withBean("own", CallObservations.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(CallObservations.class)).isSameAs(own));
    }

    @Configuration(proxyBeanMethods = false)
    static class Handlers {
        @Bean
        ReceiptHandler<GlobeReport> reports() {
            return report -> {};
        }
    }
}
