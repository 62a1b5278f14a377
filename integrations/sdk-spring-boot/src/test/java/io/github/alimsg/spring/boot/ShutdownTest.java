package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;

@DisplayName("When the application ends, every call ends with a response or an exception")
class ShutdownTest {
    private final List<String> steps = new CopyOnWriteArrayList<>();

    @Test
    void clientsCloseAfterEverythingThatMayCallAndBeforeBeansAreDestroyed() {
        Boot.application()
                .withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=20s")
                .withBean("own", StsClient.class, this::recording)
                .withBean("server", Phase.class, () -> new Phase("server", SmartLifecycle.DEFAULT_PHASE - 2048))
                .withBean(
                        "executor",
                        Phase.class,
                        () -> new Phase("executor", ExecutorConfigurationSupport.DEFAULT_PHASE))
                .withBean("database", Phase.class, () -> new Phase("database", 0))
                .run(context -> {});
        assertThat(steps).containsExactly("server", "executor", "close PT18S", "database", "close");
    }

    @Test
    void aContextThatOnlyStopsKeepsItsClients() {
        Boot.application().withBean("own", StsClient.class, this::recording).run(context -> {
            ((GenericApplicationContext) context.getSourceApplicationContext()).stop();
            assertThat(steps).isEmpty();
            ((GenericApplicationContext) context.getSourceApplicationContext()).start();
        });
        assertThat(steps).containsExactly("close PT28S", "close");
    }

    @Test
    void aSendThatDoesNotEndInTimeIsUnknownAndSaysSo() {
        try (FakeCloud cloud = FakeCloud.builder()
                .withProduct(DysmsInternationalClient.PRODUCT)
                .start()) {
            cloud.when("SendMessageToGlobe").thenStall();
            CompletableFuture<?>[] sent = new CompletableFuture<?>[1];
            Boot.application()
                    .withPropertyValues(
                            "spring.lifecycle.timeout-per-shutdown-phase=200ms",
                            "alimsg.endpoint=" + cloud.endpoint(),
                            "alimsg.credentials.access-key-id="
                                    + cloud.credentials().accessKeyId(),
                            "alimsg.credentials.access-key-secret="
                                    + cloud.credentials().accessKeySecret())
                    .run(context -> {
                        sent[0] = context.getBean(DysmsInternationalClient.class)
                                .async(c -> c.sendMessageToGlobe(
                                        m -> m.to("6281234567890").message("a")));
                        cloud.awaitReceived("SendMessageToGlobe", 1, Duration.ofSeconds(20));
                    });
            assertThat(sent[0]).isCompletedExceptionally();
            assertThat(catchThrowable(sent[0]::join).getCause())
                    .isInstanceOf(CallInterruptedException.class)
                    .extracting(e -> ((SdkException) e).mayHaveTakenEffect())
                    .isEqualTo(true);
        }
    }

    /** A client that records how it is closed. */
    private StsClient recording() {
        return (StsClient) Proxy.newProxyInstance(
                SdkClient.class.getClassLoader(), new Class<?>[] {StsClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        steps.add(arguments == null ? "close" : "close " + arguments[0]);
                    }
                    return method.getName().equals("hashCode")
                            ? (Object) 1
                            : method.getName().equals("equals") ? (Object) (proxy == arguments[0]) : null;
                });
    }

    private final class Phase implements SmartLifecycle {
        private final String name;
        private final int phase;
        private boolean running;

        Phase(String name, int phase) {
            this.name = name;
            this.phase = phase;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            steps.add(name);
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
