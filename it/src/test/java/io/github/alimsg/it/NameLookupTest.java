package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name that takes for ever to look up holds no call beyond its time, and no thread beyond its lookup. */
@ExtendWith(FakeCloudExtension.class)
@Timeout(60)
class NameLookupTest {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Semaphore asked = new Semaphore(0);

    /** Waits until it is told to go on. */
    private final Dns slow = host -> {
        asked.release();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new UnknownHostException("interrupted");
        }
        return List.of(InetAddress.getByName("127.0.0.1"));
    };

    @AfterEach
    void goOnAndLeaveNoThread() {
        goOn.countDown();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("alimsg-dns"))) {
            LockSupport.parkNanos(1_000_000L); // as long as the time of a test allows
        }
    }

    private static DysmsInternationalClient.Builder client(FakeCloud cloud, Dns dns) {
        return cloud.configure(DysmsInternationalClient.builder())
                .endpoint("https://service.example:" + cloud.endpoint().getPort())
                .httpClient(new OkHttpClient.Builder().dns(dns).build())
                .retryPolicy(RetryPolicy.none());
    }

    @Test
    void theDeadlineEndsTheWaitAndNothingWasSent(FakeCloud cloud) {
        try (DysmsInternationalClient sms =
                client(cloud, slow).timeout(Duration.ofMillis(200)).build()) {
            var failure = catchThrowableOfType(TransportException.class, () -> sms.sendMessageToGlobe(Clients.SEND));

            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(goOn.getCount()).as("it still waits").isEqualTo(1);
        }
    }

    @Test
    void anInterruptEndsTheWaitAndNothingWasSent(FakeCloud cloud) throws Exception {
        try (DysmsInternationalClient sms = client(cloud, slow).build()) {
            var thrown = new AtomicReference<@Nullable Throwable>();
            var flag = new AtomicReference<Boolean>();
            var caller = new Thread(() -> {
                try {
                    sms.sendMessageToGlobe(Clients.SEND);
                } catch (SdkException e) {
                    thrown.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

            caller.interrupt();
            caller.join();

            assertThat(thrown.get())
                    .isInstanceOfSatisfying(
                            CallInterruptedException.class,
                            e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT));
            assertThat(flag.get()).isTrue();
        }
    }

    @Test
    void cancellingByTheApplicationsClientEndsTheWait(FakeCloud cloud) throws Exception {
        var http = new OkHttpClient.Builder().dns(slow).build();
        ExecutorService callers = Executors.newSingleThreadExecutor();
        try (DysmsInternationalClient sms = client(cloud, slow).httpClient(http).build()) {
            Future<TransportException> failure = callers.submit(
                    () -> catchThrowableOfType(TransportException.class, () -> sms.sendMessageToGlobe(Clients.SEND)));
            assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

            http.dispatcher().cancelAll();

            assertThat(failure.get(30, TimeUnit.SECONDS).delivery()).isEqualTo(Delivery.NOT_SENT);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void callsThatWantTheSameNameShareALookup(FakeCloud cloud) throws Exception {
        try (DysmsInternationalClient sms = client(cloud, slow)
                .endpoint("http://localhost:" + cloud.endpoint().getPort())
                .build()) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                var caller = new Thread(() -> sms.sendMessageToGlobe(Clients.SEND));
                callers.add(caller);
                caller.start();
            }
            while (!callers.stream().allMatch(caller -> caller.getState() == Thread.State.TIMED_WAITING)) {
                LockSupport.parkNanos(1_000_000L);
            }

            assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(asked.availablePermits()).as("other lookups").isZero();

            goOn.countDown();
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(cloud.received()).hasSize(8);
    }

    @Test
    void aLookupThatHangsDoesNotHoldThoseWhoComeLater(FakeCloud cloud) {
        var hangs = new AtomicReference<>(true);
        Dns onceSlow = host -> hangs.getAndSet(false) ? slow.lookup(host) : List.of(InetAddress.getByName("127.0.0.1"));
        try (DysmsInternationalClient sms = client(cloud, onceSlow)
                .endpoint("http://localhost:" + cloud.endpoint().getPort())
                .build()) {
            DysmsInternationalClient hasty = sms.withOptions(o -> o.timeout(Duration.ofMillis(200)));
            catchThrowableOfType(TransportException.class, () -> hasty.sendMessageToGlobe(Clients.SEND));

            sms.sendMessageToGlobe(Clients.SEND);
        }
        assertThat(cloud.received()).hasSize(1);
    }

    @Test
    void callsThatGiveUpDoNotGatherThreads(FakeCloud cloud) {
        try (DysmsInternationalClient one =
                        client(cloud, slow).timeout(Duration.ofMillis(50)).build();
                DysmsInternationalClient two =
                        client(cloud, slow).timeout(Duration.ofMillis(50)).build()) {
            for (int i = 0; i < 20; i++) {
                DysmsInternationalClient sms = i % 2 == 0 ? one : two;
                var failure =
                        catchThrowableOfType(TransportException.class, () -> sms.sendMessageToGlobe(Clients.SEND));

                assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            }

            assertThat(asked.availablePermits()).as("lookups begun").isEqualTo(4);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().equals("alimsg-dns"))
                    .hasSize(4);
        }
    }

    @Test
    void nameServersThatAreBackAreAskedAgain(FakeCloud cloud) {
        try (DysmsInternationalClient sms = client(cloud, slow)
                .endpoint("http://localhost:" + cloud.endpoint().getPort())
                .build()) {
            DysmsInternationalClient hasty = sms.withOptions(o -> o.timeout(Duration.ofMillis(50)));
            for (int i = 0; i < 6; i++) {
                catchThrowableOfType(TransportException.class, () -> hasty.sendMessageToGlobe(Clients.SEND));
            }
            goOn.countDown();

            sms.sendMessageToGlobe(Clients.SEND);
        }
        assertThat(cloud.received()).hasSize(1);
    }

    @Test
    void aLookupThatFailsInAWayOfItsOwnIsNotSent(FakeCloud cloud) {
        Dns broken = host -> {
            throw new IllegalStateException("no resolver");
        };
        try (DysmsInternationalClient sms = client(cloud, broken).build()) {
            var failure = catchThrowableOfType(TransportException.class, () -> sms.sendMessageToGlobe(Clients.SEND));

            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure).hasMessageContaining("service.example");
        }
    }

    @Test
    void clientsOfOneDnsShareConnections(FakeCloud cloud) {
        Dns local = host -> List.of(InetAddress.getByName("127.0.0.1"));
        var http = new OkHttpClient.Builder().dns(local).build();
        for (int i = 0; i < 3; i++) {
            try (DysmsInternationalClient sms = client(cloud, local)
                    .endpoint("http://localhost:" + cloud.endpoint().getPort())
                    .httpClient(http)
                    .build()) {
                sms.sendMessageToGlobe(Clients.SEND);
            }
        }
        assertThat(cloud.attempts()).allMatch(request -> request.connection() == 0);
    }
}
