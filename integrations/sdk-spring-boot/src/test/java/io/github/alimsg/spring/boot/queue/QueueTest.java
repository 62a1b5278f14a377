package io.github.alimsg.spring.boot.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.queue.ReceiptQueue;
import io.github.alimsg.queue.Site;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.spring.boot.AlimsgClientsAutoConfiguration;
import io.github.alimsg.spring.boot.AlimsgConnectionDetails;
import io.github.alimsg.spring.boot.CloudDetails;
import io.github.alimsg.spring.boot.Failures;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import io.github.alimsg.spring.boot.shared.AlimsgSharedAutoConfiguration;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@DisplayName("Receipts are read from queues while the application runs, if a property says so")
class QueueTest {
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
                    AlimsgSharedAutoConfiguration.class,
                    AlimsgQueueAutoConfiguration.class))
            .withBean(AlimsgConnectionDetails.class, () -> CloudDetails.of(cloud));
    private final ApplicationContextRunner receiving = application
            .withUserConfiguration(Handlers.class)
            .withPropertyValues("alimsg.queues.site=international", "alimsg.queues.cams=" + NAME);

    @BeforeEach
    void clear() {
        Handlers.STATES.clear();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Handlers {
        static final List<DeliveryState> STATES = Collections.synchronizedList(new ArrayList<>());

        @Bean
        ReceiptHandler<ChatAppStatus> states() {
            return status -> STATES.add(status.state());
        }
    }

    private void putReceipts() {
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cams.sendChatappMessage(m -> m.channelType("whatsapp")
                    .type("template")
                    .templateCode("greeting")
                    .from("6281100000001")
                    .to("6281234567890")
                    .custSpaceId("cams-1"));
        }
        cloud.receipts().deliver(fake);
    }

    @Test
    void receiptsReachHandlersAndTheQueueEndsWithTheApplication() {
        putReceipts();
        int receipts = fake.visible();
        assertThat(receipts).isPositive();
        var queue = new AtomicReference<ReceiptQueue>();
        receiving.run(context -> {
            queue.set(context.getBean(ReceiptQueue.class));
            fake.await(one -> one.deleted() == receipts, Duration.ofSeconds(30));
            assertThat(Handlers.STATES).hasSize(receipts).contains(DeliveryState.DELIVERED);
        });
        assertThatIllegalStateException().isThrownBy(() -> queue.get().start());
    }

    @Test
    void aContextThatIsOnlyPausedGoesOnReading() {
        receiving.run(context -> {
            context.getSourceApplicationContext().stop();
            context.getSourceApplicationContext().start();
            assertThat(context.getBean(ReceiptQueue.class).status())
                    .allSatisfy(status -> assertThat(status.isRunning()).isTrue());
        });
    }

    @Test
    void withoutThePropertyOrTheModuleNothingIsRead() {
        application
                .withUserConfiguration(Handlers.class)
                .withPropertyValues("alimsg.queues.cams=" + NAME)
                .run(context -> assertThat(context).doesNotHaveBean(ReceiptQueue.class));
        receiving
                .withClassLoader(new FilteredClassLoader(ReceiptQueue.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(QueueLifecycle.class));
        assertThat(fake.polls()).isZero();
    }

    @Test
    void aQueueOfTheApplicationIsStartedInItsPlace() {
        ReceiptQueue own = ReceiptQueue.builder(Site.CHINA)
                .client(cloud.configure(DybaseClient.builder()))
                .receive(NAME, CamsReceipts.builder().build())
                .build();
        receiving
                .withBean("own", ReceiptQueue.class, () -> own)
                .run(context -> assertThat(context.getBean(ReceiptQueue.class))
                        .isSameAs(own)
                        .satisfies(queue ->
                                assertThat(queue.status().get(0).isRunning()).isTrue()));
    }

    @Test
    void customizersComeAfterProperties() {
        receiving
                .withPropertyValues("alimsg.queues.workers=2", "alimsg.queues.poll-wait=1s")
                .withBean(ReceiptQueueCustomizer.class, () -> builder -> builder.workers(0))
                .run(context -> assertThat(Failures.of(context.getStartupFailure()))
                        .contains("workers must be between 1 and 1000"));
    }

    @Test
    void whatIsMissingEndsTheStartInOneParagraph() {
        application
                .withPropertyValues("alimsg.queues.site=china", "alimsg.queues.cams=" + NAME)
                .run(context -> assertThat(Failures.of(context.getStartupFailure()))
                        .contains("alimsg.queues.cams names queues, but no bean handles their receipts"));
        receiving
                .withPropertyValues("alimsg.queues.workers=0")
                .run(context -> assertThat(Failures.of(context.getStartupFailure()))
                        .contains("A property of alimsg.queues is not valid"));
    }
}
