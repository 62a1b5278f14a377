package io.github.alimsg.spring.boot.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.AlimsgConnectionDetails;
import io.github.alimsg.spring.boot.CloudDetails;
import io.github.alimsg.spring.boot.queue.AlimsgQueueAutoConfiguration;
import io.github.alimsg.spring.boot.queue.ReceiptQueueCustomizer;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeQueue;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@DisplayName("Health shows how queues are doing")
class QueueHealthTest {
    private static final String NAME = "Alicom-Queue-1234567890-ChatAppStatus";

    private final FakeCloud cloud = FakeCloud.builder()
            .withProduct(CamsClient.PRODUCT)
            .withProduct(DybaseClient.PRODUCT)
            .start();
    private final FakeQueue fake = cloud.queue(NAME).emptyAtOnce(true); // so that no poll is under way at the end
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AlimsgClientsAutoConfiguration.class,
                    AlimsgReceiptsAutoConfiguration.class,
                    AlimsgQueueAutoConfiguration.class))
            .withUserConfiguration(ClientHealthConfiguration.class, Handlers.class)
            .withBean(AlimsgConnectionDetails.class, () -> CloudDetails.of(cloud))
            .withPropertyValues("alimsg.queues.site=international", "alimsg.queues.cams=" + NAME);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aQueueThatIsReadShowsWhenItWasLastAnswered() {
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cams.sendChatappMessage(m -> m.channelType("whatsapp")
                    .type("template")
                    .templateCode("greeting")
                    .from("6281100000001")
                    .to("6281234567890")
                    .custSpaceId("cams-1"));
        }
        cloud.receipts().deliver(fake);
        int receipts = fake.visible();
        application.run(context -> {
            fake.await(one -> one.deleted() == receipts, Duration.ofSeconds(30));
            assertThat(queue(context))
                    .containsEntry("running", true)
                    .containsOnlyKeys("running", "lastReply")
                    .extractingByKey("lastReply")
                    .asString()
                    .endsWith("Z");
        });
    }

    @Test
    void aQueueThatFailsShowsSinceWhenAndWhyButNoMessage() {
        var told = new CountDownLatch(1);
        cloud.when("BatchReceiveMessage")
                .thenRespond(Reply.xml(
                        404, "<Error><Code>QueueNotExist</Code><Message>t3xtMarker 6281234567890</Message></Error>"));
        application
                .withBean(
                        ReceiptQueueCustomizer.class,
                        () -> builder -> builder.onPollFailure(status -> told.countDown()))
                .run(context -> {
                    assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
                    assertThat(queue(context))
                            .containsOnlyKeys("running", "failingSince", "error")
                            .containsEntry("running", false)
                            .containsEntry("error", "NOT_FOUND");
                    assertThat(context.getBean(ClientHealth.class).report().isUp())
                            .as("clients can send")
                            .isTrue();
                    assertThat(context.getBean(ClientHealth.class).report().toString())
                            .doesNotContain("t3xtMarker", "6281234567890");
                });
    }

    @Test
    void withoutTheModuleThereIsNone() {
        application
                .withClassLoader(new FilteredClassLoader("io.github.alimsg.queue"))
                .run(context -> assertThat(
                                context.getBean(ClientHealth.class).report().details())
                        .isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> queue(ApplicationContext context) {
        Map<String, Object> details =
                context.getBean(ClientHealth.class).report().details();
        return (Map<String, Object>) ((Map<String, Object>) details.get("queues")).get(NAME);
    }

    @Configuration(proxyBeanMethods = false)
    static class Handlers {
        @Bean
        ReceiptHandler<ChatAppStatus> states() {
            return status -> {};
        }
    }
}
