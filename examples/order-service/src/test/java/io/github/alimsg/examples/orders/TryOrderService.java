package io.github.alimsg.examples.orders;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.spring.boot.test.AutoConfigureFakeCloud;
import io.github.alimsg.spring.boot.test.LocalReceipts;
import io.github.alimsg.testing.FakeCloud;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Starts the application against FakeCloud, which posts receipts a moment later: {@code ./mvnw -P try-it …}. */
final class TryOrderService {
    private static final String SECRET = "5Yk0wXq3";
    private static final String NOT_ON_WHATSAPP = "6281100000002";

    private TryOrderService() {}

    public static void main(String... arguments) {
        SpringApplication.from(OrderServiceApplication::main).with(Fake.class).run("--ALIMSG_HOOK_SECRET=" + SECRET);
    }

    /** Keeps the newest messages only, as it may run for long, and posts receipts every three seconds. */
    @TestConfiguration(proxyBeanMethods = false)
    @AutoConfigureFakeCloud
    static class Fake {
        private final LocalReceipts receipts;
        private volatile boolean listens;

        Fake(FakeCloud cloud, LocalReceipts receipts) {
            this.receipts = receipts;
            cloud.receipts().fail(NOT_ON_WHATSAPP, FailureReason.NOT_ON_CHANNEL);
        }

        @Bean
        static FakeCloud cloud() {
            return FakeCloud.builder()
                    .withProduct(CamsClient.PRODUCT, DysmsInternationalClient.PRODUCT)
                    .keep(1_000)
                    .start();
        }

        @EventListener
        void started(WebServerInitializedEvent event) {
            WebServerApplicationContext context = event.getApplicationContext();
            listens = true;
            System.out.println(
                    "\nOpen http://127.0.0.1:" + context.getWebServer().getPort()
                            + ". Messages go to a fake, and nobody gets any."
                            + " +62 811-0000-0002 is not on WhatsApp.\nCtrl+C ends it.\n");
        }

        @Scheduled(fixedDelay = 3_000)
        void post() {
            if (listens) {
                receipts.deliver();
            }
        }
    }
}
