package io.github.alimsg.spring.boot.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

@DisplayName("Health shows clients without a call and without a secret")
class HealthTest {
    private final FakeCloud cloud = FakeCloud.builder()
            .withProduct(CamsClient.PRODUCT, DysmsMainlandClient.PRODUCT, StsClient.PRODUCT)
            .start();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AlimsgClientsAutoConfiguration.class,
                    AlimsgHealthAutoConfiguration.class,
                    AlimsgSanitizingAutoConfiguration.class))
            .withPropertyValues(
                    "alimsg.endpoint=" + cloud.endpoint(),
                    "alimsg.credentials.access-key-id=" + cloud.credentials().accessKeyId(),
                    "alimsg.credentials.access-key-secret="
                            + cloud.credentials().accessKeySecret());

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void withoutAClientInUseThereIsNothingToShow() {
        application.run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).getDetails()).isEmpty();
        });
    }

    @Test
    void eachClientShowsItsEndpointItsCredentialsAndItsLastCalls() {
        application.run(context -> {
            CamsClient cams = context.getBean(CamsClient.class);
            assertThat(details(context, "camsClient"))
                    .containsEntry("endpoint", cloud.endpoint().toString())
                    .containsEntry("credentials", "access key in alimsg.credentials")
                    .doesNotContainKeys("lastSuccess", "lastFailure");
            cams.getChatappOpenStatus();
            cloud.when("GetChatappOpenStatus").thenBusinessFailure("Forbidden.RAM", "6281234567890");
            catchThrowable(cams::getChatappOpenStatus);
            assertThat(details(context, "camsClient")).containsKey("lastSuccess");
            assertThat(details(context, "camsClient").get("lastFailure").toString())
                    .contains("operation=GetChatappOpenStatus", "error=PERMISSION");
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).toString())
                    .doesNotContain(cloud.credentials().accessKeySecret())
                    .doesNotContain(cloud.credentials().accessKeyId())
                    .doesNotContain("6281234567890");
        });
        assertThat(cloud.receivedCount("GetChatappOpenStatus"))
                .as("none by health")
                .isEqualTo(2);
    }

    @Test
    void aCallIsMadeWithEachClientInUseWhenAskedFor() {
        application.withPropertyValues("alimsg.health.call=true").run(context -> {
            context.getBean(CamsClient.class);
            context.getBean(DysmsMainlandClient.class);
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(cloud.receivedCount("GetChatappOpenStatus")).isEqualTo(1);
            assertThat(cloud.receivedCount("QuerySmsSignList")).isEqualTo(1);
            assertThat(cloud.receivedCount("GetCallerIdentity")).isZero();
            cloud.when("QuerySmsSignList").thenGatewayFailure(503);
            assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
            assertThat(cloud.receivedCount("QuerySmsSignList"))
                    .as("not repeated")
                    .isEqualTo(2);
        });
    }

    @Test
    void itCanBeSwitchedOffAndReplaced() {
        application
                .withPropertyValues("management.health.alimsg.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
        HealthIndicator own = () -> Health.unknown().build();
        application
                .withBean("alimsgHealthIndicator", HealthIndicator.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(HealthIndicator.class)).isSameAs(own));
    }

    @Test
    void withoutTheActuatorThereIsNone() {
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("alimsgHealthIndicator"));
    }

    @Test
    void theActuatorHidesKeysAndThePathOfReceipts() {
        application.run(context -> {
            SanitizingFunction function = context.getBean(SanitizingFunction.class);
            for (String secret : new String[] {
                "alimsg.credentials.access-key-secret",
                "alimsg.credentials.accessKeyId",
                "ALIMSG_CREDENTIALS_SECURITYTOKEN",
                "alimsg.accounts.other.credentials.access-key-secret",
                "alimsg.cams.proxy.password",
                "alimsg.receipts.path",
                "ALIMSG_HOOK_SECRET",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
            }) {
                assertThat(function.apply(new SanitizableData(null, secret, "s3cretMarker"))
                                .getValue())
                        .as(secret)
                        .isEqualTo(SanitizableData.SANITIZED_VALUE);
            }
            assertThat(function.apply(new SanitizableData(null, "alimsg.timeout", "8s"))
                            .getValue())
                    .isEqualTo("8s");
            assertThat(function.apply(new SanitizableData(null, "other.secret", "x"))
                            .getValue())
                    .isEqualTo("x");
        });
    }

    private static Health health(ApplicationContext context) {
        return context.getBean(HealthIndicator.class).health();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> details(ApplicationContext context, String client) {
        return (Map<String, Object>) health(context).getDetails().get(client);
    }
}
