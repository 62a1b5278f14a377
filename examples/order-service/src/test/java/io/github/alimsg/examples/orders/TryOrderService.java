package io.github.alimsg.examples.orders;

import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.testing.FakeCloud;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Starts the application against FakeCloud, which posts receipts a moment later: {@code ./mvnw -P try-it …}. */
final class TryOrderService {
    private static final String SECRET = "5Yk0wXq3";
    private static final String NOT_ON_WHATSAPP = "6281100000002";

    private TryOrderService() {}

    public static void main(String... arguments) {
        SpringApplication.from(OrderServiceApplication::main)
                .with(FakeService.class, Receipts.class)
                .run("--ALIMSG_HOOK_SECRET=" + SECRET);
    }

    /** Posts receipts every three seconds. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Receipts {
        private final FakeCloud cloud;
        private volatile int port;

        Receipts(FakeCloud cloud) {
            this.cloud = cloud;
            cloud.receipts().fail(NOT_ON_WHATSAPP, FailureReason.NOT_ON_CHANNEL);
        }

        @EventListener
        void started(WebServerInitializedEvent event) {
            WebServerApplicationContext context = event.getApplicationContext();
            port = context.getWebServer().getPort();
            System.out.println("\nOpen http://127.0.0.1:" + port + ". Messages go to a fake, and nobody gets any."
                    + " +62 811-0000-0002 is not on WhatsApp.\nCtrl+C ends it.\n");
        }

        @Scheduled(fixedDelay = 3_000)
        void post() {
            if (port > 0) {
                FakeService.deliver(cloud, port, SECRET);
            }
        }
    }
}
