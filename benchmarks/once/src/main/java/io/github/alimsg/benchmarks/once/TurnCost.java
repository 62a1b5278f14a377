package io.github.alimsg.benchmarks.once;

import com.sun.management.OperatingSystemMXBean;
import io.github.alimsg.benchmarks.Ratios;
import io.github.alimsg.benchmarks.Samples;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.redis.LettuceScripts;
import io.github.alimsg.redis.RedisRateLimiter;
import io.lettuce.core.RedisClient;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures what turns through Redis cost: how long a call is held up, beside a bare round trip of the same request; requests
 * per turn; and microseconds per send, beside sends without. {@code benchmarks/run turns}.
 */
public final class TurnCost {
    private static final String OPERATION = "SendSms";
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int NEVER_REACHED = 1_000_000;
    private static final int RATE = 2_000;
    private static final int THREADS = 64;
    private static final int ALONE = 4_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Ratios ratios = new Ratios();
    private final LastRequest requests;

    private TurnCost(LastRequest requests) {
        this.requests = requests;
    }

    /** Argument: folder for results. */
    public static void main(String... arguments) throws Exception {
        try (RedisProcess redis = RedisProcess.start()) {
            RedisClient client = RedisClient.create("redis://127.0.0.1:" + redis.port());
            var cost = new TurnCost(
                    new LastRequest(new LettuceScripts(client.connect().async())));
            cost.alone();
            cost.together();
            cost.sends();
            cost.sendsTogether();
            cost.ratios.report(Path.of(arguments[0]), "turns", "## Turns through Redis\n");
            client.shutdown();
        }
    }

    private RedisRateLimiter limiter(int callsPerSecond) {
        return RedisRateLimiter.builder(requests)
                .account("benchmarks")
                .limit(OPERATION, callsPerSecond)
                .build();
    }

    private static Duration reserve(RateLimiter limiter) {
        Duration wait = limiter.reserve(OPERATION, 1, LONG);
        if (wait == null) {
            throw new IllegalStateException("no turn within a minute");
        }
        return wait;
    }

    /** One call at a time: each is a request. */
    private void alone() {
        RedisRateLimiter limiter = limiter(NEVER_REACHED);
        var reserved = new Samples();
        var bare = new Samples();
        for (int round = -5; round < ROUNDS; round++) {
            double[] one = micros(() -> reserve(limiter));
            double[] other = micros(requests::again);
            if (round >= 0) {
                reserved.add(one[ALONE / 2]);
                bare.add(other[ALONE / 2]);
            }
        }
        ratios.add("µs in reserve, p50, 1 thread, against a round trip", reserved, bare, false, 1.2);
        ratios.add("requests per turn, 1 thread", requestsPerTurn(limiter), 1, false, 1.2);
    }

    private static double[] micros(Runnable call) {
        double[] micros = new double[ALONE];
        for (int i = 0; i < ALONE; i++) {
            long began = System.nanoTime();
            call.run();
            micros[i] = (System.nanoTime() - began) / 1e3;
        }
        Arrays.sort(micros);
        return micros;
    }

    private static double requestsPerTurn(RedisRateLimiter limiter) {
        RedisRateLimiter.Status status = limiter.status(OPERATION);
        return (double) status.requests() / status.turns();
    }

    /** Many threads, each of which waits for its turn, as calls do. */
    private void together() throws Exception {
        RedisRateLimiter limiter = limiter(RATE);
        var reserved = new Samples();
        var bare = new Samples();
        for (int round = -1; round < ROUNDS; round++) {
            double one = medianOfThreads(limiter);
            double other = medianOfThreads(new EvenRequests(RateLimiter.perSecond(Map.of(OPERATION, RATE)), requests));
            if (round >= 0) {
                reserved.add(one);
                bare.add(other);
            }
        }
        String load = THREADS + " threads at " + String.format(Locale.ROOT, "%,d", RATE) + " a second";
        ratios.add("µs in reserve, p50, " + load + ", against a round trip", reserved, bare, false, 1.2);
        ratios.add("requests per turn, " + load, requestsPerTurn(limiter), 1, false, 1.2);
    }

    /** Turns of this process, each with a bare request: the same calls, but not the same limiter. */
    private record EvenRequests(RateLimiter own, LastRequest requests) implements RateLimiter {
        @Override
        public @Nullable Duration reserve(String operation, int permits, Duration longestWait) {
            requests.again();
            return own.reserve(operation, permits, longestWait);
        }
    }

    private static double medianOfThreads(RateLimiter limiter) throws InterruptedException {
        double[] micros = new double[2 * RATE];
        var next = new AtomicInteger();
        onThreads(() -> {
            for (int i; (i = next.getAndIncrement()) < micros.length; ) {
                long began = System.nanoTime();
                Duration wait = reserve(limiter);
                micros[i] = (System.nanoTime() - began) / 1e3;
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            }
        });
        Arrays.sort(micros);
        return micros[micros.length / 2];
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void onThreads(Work work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            var thread = new Thread(() -> {
                try {
                    work.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What a send takes whose reply is there at once, with one thread. */
    private void sends() {
        try (DysmsMainlandClient none = Sends.builder().build();
                DysmsMainlandClient local = Sends.builder()
                        .rateLimiter(RateLimiter.perSecond(Map.of(OPERATION, NEVER_REACHED)))
                        .build();
                DysmsMainlandClient shared =
                        Sends.builder().rateLimiter(limiter(NEVER_REACHED)).build()) {
            List<Samples> inTurn = Sends.inTurn(sendBy(none), sendBy(local), sendBy(shared));
            ratios.add("µs per send, turns of the process, against none", inTurn.get(1), inTurn.get(0));
            ratios.add("µs per send, turns through Redis, against none", inTurn.get(2), inTurn.get(0));
        }
    }

    private static IntConsumer sendBy(DysmsMainlandClient sms) {
        return i -> sms.sendSms(Sends.request(i));
    }

    /** What a process that keeps a limit pays per send for sharing it. */
    private void sendsTogether() throws InterruptedException {
        try (DysmsMainlandClient local = Sends.builder()
                        .rateLimiter(RateLimiter.perSecond(Map.of(OPERATION, RATE)))
                        .build();
                DysmsMainlandClient shared =
                        Sends.builder().rateLimiter(limiter(RATE)).build()) {
            var own = new Samples();
            var redis = new Samples();
            for (int round = -1; round < ROUNDS; round++) {
                double one = cpuPerSend(local);
                double other = cpuPerSend(shared);
                if (round >= 0) {
                    own.add(one);
                    redis.add(other);
                }
            }
            ratios.add(
                    String.format(
                            Locale.ROOT,
                            "CPU per send (µs), %d threads at %,d a second, turns through Redis, against those of the process",
                            THREADS,
                            RATE),
                    redis,
                    own);
        }
    }

    private static double cpuPerSend(DysmsMainlandClient sms) throws InterruptedException {
        int sends = 2 * RATE;
        var next = new AtomicInteger();
        long cpu = SYSTEM.getProcessCpuTime();
        onThreads(() -> {
            for (int i; (i = next.getAndIncrement()) < sends; ) {
                sms.sendSms(Sends.request(i));
            }
        });
        return (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / sends;
    }
}
