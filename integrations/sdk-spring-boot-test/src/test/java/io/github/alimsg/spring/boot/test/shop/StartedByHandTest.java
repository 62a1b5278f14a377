package io.github.alimsg.spring.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.spring.boot.AlimsgConnectionDetails;
import io.github.alimsg.spring.boot.test.AutoConfigureFakeCloud;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@DisplayName("A configuration with the fake works without a test")
class StartedByHandTest {
    @Configuration(proxyBeanMethods = false)
    @AutoConfigureFakeCloud
    static class WithFake {}

    @Configuration(proxyBeanMethods = false)
    static class Platform {
        /** As of a platform that the application runs on. */
        @Bean
        AlimsgConnectionDetails platform() {
            return new AlimsgConnectionDetails() {
                @Override
                public URI endpoint() {
                    return URI.create("https://127.0.0.1:1");
                }

                @Override
                public CredentialsProvider credentials() {
                    return CredentialsProviders.fixed("a", "b");
                }
            };
        }
    }

    @Test
    void anApplicationIsStartedWithTheFake() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Shop.class, WithFake.class)
                .properties("spring.main.web-application-type=none", "spring.main.register-shutdown-hook=false")
                .run()) {
            context.getBean(Notifier.class).shipped("order-1");
            assertThat(context.getBean(FakeCloud.class).receivedCount()).isEqualTo(1);
        }
    }

    @Test
    void theFakeBeatsConnectionDetailsOfTheApplication() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        Shop.class, WithFake.class, Platform.class)
                .properties("spring.main.web-application-type=none", "spring.main.register-shutdown-hook=false")
                .run()) {
            context.getBean(Notifier.class).shipped("order-1");
            assertThat(context.getBean(FakeCloud.class).receivedCount()).isEqualTo(1);
        }
    }

    @Test
    void aProductThatTheApplicationDoesNotHaveIsNotKnown() {
        new ApplicationContextRunner()
                .withClassLoader(new FilteredClassLoader("io.github.alimsg.cams", "io.github.alimsg.sts"))
                .withUserConfiguration(WithFake.class)
                .run(context -> {
                    FakeCloud cloud = context.getBean(FakeCloud.class);
                    cloud.when("SendSms").thenSucceed();
                    assertThatThrownBy(() -> cloud.when("SendChatappMessage")).hasMessageContaining("no known product");
                });
    }
}
