package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Closing while calls run, and clients that are closed, or just dropped, by the thousand. */
class ClientsComeAndGoTest {
    private static final int CLIENTS = 1000;
    private static final int THREADS = 32;

    /** Threads that all clients of a JVM share: some of OkHttp, one of Okio, and the one that watches for interrupts. */
    private static final int SHARED_THREADS = 10;

    private static SmallServer answering() {
        return new SmallServer(connection -> {
            while (connection.receive()) {
                connection.answer();
            }
        });
    }

    private static DysmsInternationalClient client(SmallServer server) {
        return DysmsInternationalClient.builder()
                .endpoint(server.endpoint())
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET))
                .build();
    }

    private static void send(DysmsInternationalClient sms) {
        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
    }

    @Test
    void closingLetsRunningCallsEndAndRefusesLaterOnes() throws Exception {
        var answered = new AtomicInteger();
        var refused = new AtomicInteger();
        var failed = new AtomicInteger();
        try (var server = answering()) {
            for (int round = 0; round < 20; round++) {
                DysmsInternationalClient sms = client(server);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS);
                var underWay = new CountDownLatch(THREADS * 3);
                List<Future<?>> callers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    callers.add(threads.submit(() -> {
                        while (true) {
                            try {
                                send(sms);
                                answered.incrementAndGet();
                                underWay.countDown();
                            } catch (IllegalStateException e) {
                                assertThat(e).hasMessage("the client is closed");
                                refused.incrementAndGet();
                                return;
                            } catch (SdkException e) {
                                failed.incrementAndGet();
                            }
                        }
                    }));
                }
                assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
                sms.close();
                for (Future<?> caller : callers) {
                    caller.get(30, TimeUnit.SECONDS);
                }
                threads.shutdown();
            }
            System.out.println("closed 20 times during calls: answered " + answered + ", failed " + failed
                    + ", told that the client is closed " + refused);
            assertThat(failed).hasValue(0);
            assertThat(server.requests).hasValue(answered.get());
            await("every connection is closed", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aThousandClientsUsedOnceAndClosedLeaveNothing() throws Exception {
        Set<Thread> before = threads();
        try (var server = answering()) {
            List<WeakReference<Object>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(usedOnce(server, true));
            }
            await("every connection is closed", () -> server.openConnections() == 0);
            awaitCollected(clients);
            print("closed", server, before);
            assertThat(newThreads(before)).hasSizeLessThanOrEqualTo(SHARED_THREADS);
        }
    }

    @Test
    void clientsThatAreNeverClosedDoNotHoldTheJvm() {
        Set<Thread> before = threads();
        try (var server = answering()) {
            for (int i = 0; i < CLIENTS; i++) {
                usedOnce(server, false);
            }
            print("just dropped", server, before);
            assertThat(newThreads(before)).allMatch(Thread::isDaemon).hasSizeLessThanOrEqualTo(SHARED_THREADS);
        }
    }

    /** Idle connections end after 30 seconds; with them goes what was dropped. */
    @Tag("idle")
    @Test
    void aThousandClientsUsedOnceAndDroppedLeaveNothingInTheEnd() throws Exception {
        Set<Thread> before = threads();
        try (var server = answering()) {
            List<WeakReference<Object>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(usedOnce(server, false));
            }
            print("just dropped", server, before);
            await("every connection is closed", () -> server.openConnections() == 0);
            awaitCollected(clients);
            print("dropped, in the end", server, before);
            assertThat(newThreads(before)).hasSizeLessThanOrEqualTo(SHARED_THREADS);
        }
    }

    private static WeakReference<Object> usedOnce(SmallServer server, boolean closed) {
        DysmsInternationalClient sms = client(server);
        send(sms);
        if (closed) {
            sms.close();
        }
        return new WeakReference<>(sms);
    }

    /** A call that was cancelled before it began does not begin; one that had begun is interrupted. */
    @Test
    void aCancelledCallEndsOrNeverBegins() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (var server = answering();
                DysmsInternationalClient sms = client(server).withOptions(o -> o.executor(threads))) {
            int missed = 0;
            for (int i = 0; i < 5_000; i++) {
                var ended = new CountDownLatch(1);
                var began = new CountDownLatch(1);
                CompletableFuture<Boolean> future = sms.async(c -> {
                    began.countDown();
                    try {
                        return new CountDownLatch(1).await(2, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return true;
                    } finally {
                        ended.countDown();
                    }
                });
                for (int spin = 0; spin < i % 400 * 10; spin++) {
                    Thread.onSpinWait();
                }
                future.cancel(true);
                if (began.getCount() == 0 && !ended.await(1, TimeUnit.SECONDS)) {
                    missed++;
                }
            }
            assertThat(missed).as("calls that ran on").isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Set<Thread> threads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    private static Set<Thread> newThreads(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread) && !thread.getName().equals("small-server"))
                .collect(Collectors.toSet());
    }

    private static void print(String how, SmallServer server, Set<Thread> before) {
        System.out.println(CLIENTS + " clients used once and " + how + ": connections open " + server.openConnections()
                + ", new threads "
                + newThreads(before).stream().map(Thread::getName).sorted().toList());
    }

    private static void awaitCollected(List<WeakReference<Object>> references) {
        await("every client is collected", () -> {
            System.gc();
            return references.stream().allMatch(reference -> reference.refersTo(null));
        });
    }

    private static void await(String what, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - began).as(what).isLessThan(TimeUnit.SECONDS.toNanos(60));
            LockSupport.parkNanos(10_000_000L);
        }
    }
}
