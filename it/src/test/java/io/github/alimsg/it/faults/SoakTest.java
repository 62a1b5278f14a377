package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Full speed for ten minutes: memory, threads and connections stay what they are. {@code -P soak}. */
@Tag("soak")
class SoakTest {
    private static final int THREADS = 16;
    private static final int LOOKS = 20;

    /** Heap that may come and go between two collections that are complete. */
    private static final long ROOM = 4L << 20;

    /** What is held at one moment. */
    private record Look(long heap, int threads, int connections) {}

    @Test
    void heapThreadsAndConnectionsStayFlat() throws Exception {
        long seconds = Long.getLong("soak.seconds", 600);
        long every = Math.max(1, seconds / LOOKS);
        var answered = new LongAdder();
        var failed = new LongAdder();
        List<Look> looks = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (var server = new SmallServer(connection -> {
                    // Every so often a connection ends, and says so, as with most servers.
                    for (int i = 0; i < 5_000 && connection.receive(); i++) {
                        connection.answer();
                    }
                    if (connection.receive()) {
                        connection.answer("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                                + SmallServer.OK.length() + "\r\n\r\n" + SmallServer.OK);
                    }
                });
                DysmsInternationalClient sms = DysmsInternationalClient.builder()
                        .endpoint(server.endpoint())
                        .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET))
                        .build()) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                callers.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
                            answered.increment();
                        } catch (SdkException e) {
                            failed.increment();
                        }
                    }
                }));
            }
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.SECONDS.toNanos(every)));
                looks.add(look(server, answered.sum(), failed.sum()));
            }
            for (Future<?> caller : callers) {
                caller.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        // The first quarter warms up.
        List<Look> first = looks.subList(looks.size() / 4, looks.size() / 2);
        List<Look> last = looks.subList(looks.size() * 3 / 4, looks.size());
        assertThat(leastHeap(last)).as("heap after collection").isLessThan(leastHeap(first) + ROOM);
        assertThat(mostThreads(last)).as("threads").isLessThanOrEqualTo(mostThreads(first) + 2);
        assertThat(last).as("connections").allMatch(look -> look.connections <= THREADS + 2);
        assertThat(failed.sum()).as("calls that failed").isZero();
    }

    private static Look look(SmallServer server, long answered, long failed) {
        System.gc();
        var memory = ManagementFactory.getMemoryMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        var look = new Look(memory.getHeapMemoryUsage().getUsed(), threads.getThreadCount(), server.openConnections());
        System.out.printf(
                Locale.ROOT,
                "soak: %,d answered, %,d failed, heap after collection %.1f MiB, %d threads, %d connections%n",
                answered,
                failed,
                look.heap / 1048576.0,
                look.threads,
                look.connections);
        return look;
    }

    private static long leastHeap(List<Look> looks) {
        return looks.stream().mapToLong(Look::heap).min().orElseThrow();
    }

    private static int mostThreads(List<Look> looks) {
        return looks.stream().mapToInt(Look::threads).max().orElseThrow();
    }
}
