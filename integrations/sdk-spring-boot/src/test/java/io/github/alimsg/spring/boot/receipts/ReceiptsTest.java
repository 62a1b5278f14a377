package io.github.alimsg.spring.boot.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.receipt.GlobeReport;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.spring.boot.Failures;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@DisplayName("Receipts reach the beans that handle them")
class ReceiptsTest {
    static final List<String> HANDLED = new CopyOnWriteArrayList<>();
    private static final String REPORT =
            "[{\"MessageId\":\"1\",\"Status\":\"1\",\"TaskId\":\"order-1\",\"To\":\"6281234567890\"}]";

    @ParameterizedTest
    @EnumSource(WebApplication.class)
    void theServiceIsAnsweredAsItWants(WebApplication web) {
        web.run(Handlers.class, port -> {
            HttpResponse<String> response = post(port, "/hooks/s3cretMarker/sms-international", REPORT);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"code\":0,\"msg\":\"OK\"}");
            assertThat(response.headers().firstValue("content-type").orElse("").toLowerCase())
                    .isEqualTo("application/json;charset=utf-8");
            assertThat(HANDLED).containsExactly("first order-1", "report order-1");
        });
    }

    @ParameterizedTest
    @EnumSource(WebApplication.class)
    void whatAFakeServicePostsIsAccepted(WebApplication web) {
        try (FakeCloud cloud = FakeCloud.builder()
                .withProduct(DysmsInternationalClient.PRODUCT)
                .start()) {
            DysmsInternationalClient.builder()
                    .endpoint(cloud.endpoint())
                    .credentials(cloud::credentials)
                    .build()
                    .sendMessageToGlobe(m -> m.to("6281234567890").message("a").taskId("order-2"));
            web.run(
                    Handlers.class,
                    port -> assertThat(cloud.receipts()
                                    .deliver(URI.create(
                                            "http://localhost:" + port + "/hooks/s3cretMarker/sms-international")))
                            .isNotEmpty()
                            .allMatch(posted -> posted.accepted()));
            assertThat(HANDLED).contains("report order-2");
        }
    }

    @ParameterizedTest
    @EnumSource(WebApplication.class)
    void aHandlerThatThrowsMakesTheServiceDeliverAgain(WebApplication web) {
        web.run(Failing.class, port -> {
            HttpResponse<String> response = post(port, "/hooks/s3cretMarker/sms-international", REPORT);
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("code");
            post(port, "/hooks/s3cretMarker/sms-international", REPORT);
            assertThat(HANDLED).containsExactly("failed", "failed");
        });
    }

    @ParameterizedTest
    @EnumSource(WebApplication.class)
    void aBodyThatIsTooLargeIsRefused(WebApplication web) {
        web.run(Handlers.class, port -> {
            String large = REPORT.replace("order-1", "x".repeat(2000));
            assertThat(post(port, "/hooks/s3cretMarker/sms-international", large)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(HANDLED).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(WebApplication.class)
    void otherPathsAndMethodsAreNotFound(WebApplication web) {
        web.run(Handlers.class, port -> {
            assertThat(post(port, "/hooks/guess/sms-international", REPORT).statusCode())
                    .isEqualTo(404);
            assertThat(post(port, "/hooks/s3cretMarker/other", REPORT).statusCode())
                    .isEqualTo(404);
            assertThat(get(port, "/hooks/s3cretMarker/sms-international").statusCode())
                    .isEqualTo(404);
            assertThat(HANDLED).isEmpty();
        });
    }

    @Test
    void aSecondDeliveryIsDroppedByTheMemoryOfTheApplication() {
        application(Handlers.class).run(context -> {
            var dispatchers = context.getBean(ReceiptDispatchers.class);
            assertThat(context).hasSingleBean(SeenReceipts.class);
            String report = REPORT.replace("}]", ",\"ReceiveDate\":\"2026-11-21 10:00:00\"}]");
            dispatchers.handle("sms-international", report.getBytes());
            dispatchers.handle("sms-international", report.getBytes());
            assertThat(HANDLED).containsExactly("first order-1", "report order-1");
        });
        application(Handlers.class)
                .withBean("none", SeenReceipts.class, SeenReceipts::none)
                .run(context -> assertThat(context).hasSingleBean(SeenReceipts.class));
    }

    @Test
    void aHandlerOfAClassIsFoundByWhatItImplements() {
        application(Component.class)
                .run(context -> assertThat(
                                context.getBean(ReceiptDispatchers.class).products())
                        .containsExactly("cams"));
    }

    @Test
    void aHandlerThatDoesNotSayOfWhatIsRefused() {
        application(Untyped.class)
                .run(context -> assertThat(Failures.of(() -> context.getBean(ReceiptDispatchers.class)))
                        .contains("The bean untyped handles receipts")
                        .contains("ReceiptHandler<ChatAppStatus>"));
    }

    @Test
    void aPathWithoutHandlersEndsTheStart() {
        assertThat(Failures.of(
                        () -> WebApplication.MVC.start(Object.class, "alimsg.receipts.path=/hooks/s3cretMarker")))
                .contains("alimsg.receipts.path is set, but no bean handles receipts")
                .doesNotContain("s3cretMarker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hooks/s3cretMarker", "/hooks/s3cretMarker/", "/hooks/{s3cretMarker}", "/hooks/s3cret Marker"})
    void aPathThatIsNoneEndsTheStart(String path) {
        assertThat(Failures.of(() -> WebApplication.MVC.start(Handlers.class, "alimsg.receipts.path=" + path)))
                .contains("The property alimsg.receipts.path is not valid.")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @EnumSource(WebApplication.class)
    void thePathIsNeverShown(WebApplication web) {
        web.run(
                Handlers.class,
                (port, context) -> assertThat(context.getBeansOfType(Object.class).values().stream()
                                .filter(bean -> bean.getClass().getName().contains("RouterFunction"))
                                .map(String::valueOf))
                        .isNotEmpty()
                        .noneMatch(text -> text.contains("s3cretMarker")));
    }

    @Test
    void withoutAPathNothingIsMapped() {
        try (ConfigurableApplicationContext context = WebApplication.MVC.start(Handlers.class)) {
            assertThat(context.containsBean("alimsgReceiptRoutes")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"io.github.alimsg.receipts", "io.github.alimsg.cams", "io.github.alimsg.dysms"})
    void withoutAModuleTheRestWorks(String missing) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AlimsgReceiptsAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(missing))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static ApplicationContextRunner application(Class<?> configuration) {
        HANDLED.clear();
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AlimsgReceiptsAutoConfiguration.class))
                .withUserConfiguration(configuration);
    }

    private static HttpResponse<String> post(int port, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    static class Handlers {
        @Bean
        @Order(2)
        ReceiptHandler<GlobeReport> reports() {
            return report -> HANDLED.add("report " + report.taskId());
        }

        @Bean
        @Order(1)
        ReceiptHandler<DeliveryReport> first() {
            return report -> HANDLED.add("first " + report.ownId());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Failing {
        @Bean
        ReceiptHandler<GlobeReport> reports() {
            return report -> {
                HANDLED.add("failed");
                throw new IllegalStateException("the database is away");
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Untyped {
        @Bean
        @SuppressWarnings("rawtypes")
        ReceiptHandler untyped() {
            return receipt -> {};
        }
    }

    static class Component implements ReceiptHandler<ChatAppStatus> {
        @Override
        public void handle(ChatAppStatus status) {}
    }
}
