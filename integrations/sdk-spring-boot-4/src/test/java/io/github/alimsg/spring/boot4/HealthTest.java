package io.github.alimsg.spring.boot4;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.testing.FakeCloud;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("Spring Boot 4 shows the health of clients")
class HealthTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(AlimsgClientsAutoConfiguration.class, AlimsgHealthAutoConfiguration.class));

    @Test
    void clientsInUseAreShown() {
        application.run(context -> {
            context.getBean(CamsClient.class);
            Health health = health(context.getBean("alimsgHealthIndicator", HealthIndicator.class));
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsOnlyKeys("camsClient");
        });
    }

    @Test
    void aCallThatFailsIsDown() {
        try (FakeCloud cloud =
                FakeCloud.builder().withProduct(CamsClient.PRODUCT).start()) {
            application
                    .withPropertyValues(
                            "alimsg.endpoint=" + cloud.endpoint(),
                            "alimsg.credentials.access-key-id=LTAIwrong",
                            "alimsg.credentials.access-key-secret=wrong",
                            "alimsg.health.call=true")
                    .run(context -> {
                        context.getBean(CamsClient.class);
                        assertThat(health(context.getBean("alimsgHealthIndicator", HealthIndicator.class))
                                        .getStatus())
                                .isEqualTo(Status.DOWN);
                    });
        }
    }

    @Test
    void itCanBeSwitchedOff() {
        application
                .withPropertyValues("management.health.alimsg.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void withoutTheHealthOfSpringBootThereIsNone() {
        application
                .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("alimsgHealthIndicator"));
        application
                .withClassLoader(new FilteredClassLoader(SdkClient.class))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static Health health(HealthIndicator indicator) {
        return indicator.health();
    }
}
