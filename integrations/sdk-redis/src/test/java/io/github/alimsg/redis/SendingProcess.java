package io.github.alimsg.redis;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** One of several processes under a limit: threads that send in a loop, paced in one of the {@link Pacing} ways. */
final class SendingProcess {
    static final String OPERATION = "SendChatappMessage";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 5;
    private static final int SAMPLES = 1 << 20;

    /** How the process keeps below the limit. */
    enum Pacing {
        NONE,
        STATIC_SHARE,
        REDIS,
        BUCKET4J
    }

    /** What a process is told, as arguments of its main method. */
    record Task(
            String endpoint,
            String keyId,
            String secret,
            int redisPort,
            Pacing pacing,
            int limit,
            int processes,
            int threads,
            int warmUpMillis,
            int millis) {
        static Task of(String[] text) {
            return new Task(
                    text[0],
                    text[1],
                    text[2],
                    Integer.parseInt(text[3]),
                    Pacing.valueOf(text[4]),
                    Integer.parseInt(text[5]),
                    Integer.parseInt(text[6]),
                    Integer.parseInt(text[7]),
                    Integer.parseInt(text[8]),
                    Integer.parseInt(text[9]));
        }

        private List<String> text() {
            return List.of(
                    endpoint,
                    keyId,
                    secret,
                    Integer.toString(redisPort),
                    pacing.name(),
                    Integer.toString(limit),
                    Integer.toString(processes),
                    Integer.toString(threads),
                    Integer.toString(warmUpMillis),
                    Integer.toString(millis));
        }

        /** Starts a process. It begins once it is sent a line, and prints a {@link Result} in the end. */
        Process start() throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-Xss256k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SendingProcess.class.getName()));
            command.addAll(text());
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** What came of it, from after the warm-up on. Times of {@code reserve} are in microseconds. */
    record Result(int answered, int refused, int failed, long reserveMedian, long reserve99, int requests) {
        static Result of(String line) {
            int[] numbers =
                    Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
            return new Result(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        }

        @Override
        public String toString() {
            return answered + " " + refused + " " + failed + " " + reserveMedian + " " + reserve99 + " " + requests;
        }
    }

    private final Task task;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger reserved = new AtomicInteger();
    private final AtomicLongArray reserveMicros = new AtomicLongArray(SAMPLES);
    private @Nullable RedisRateLimiter shared;
    private long from;
    private long to;

    private SendingProcess(Task task) {
        this.task = task;
    }

    public static void main(String[] arguments) throws Exception {
        var process = new SendingProcess(Task.of(arguments));
        CamsClient cams = process.client();
        System.out.println("ready");
        if (System.in.read() >= 0) {
            System.out.println(process.run(cams));
        }
        System.exit(0);
    }

    private CamsClient client() {
        var builder = CamsClient.builder()
                .endpoint(task.endpoint)
                .credentials(CredentialsProviders.fixed(task.keyId, task.secret))
                .maxConnections(Math.max(1, task.threads))
                .timeout(TIMEOUT)
                .retryPolicy(RetryPolicy.builder().maxAttempts(ATTEMPTS).build())
                .addListener(new CallListener() {
                    @Override
                    public void attemptFailed(
                            CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
                        if (failure instanceof ThrottledException && counts()) {
                            refused.incrementAndGet();
                        }
                    }
                });
        RateLimiter limiter = limiter();
        if (limiter != null) {
            builder.rateLimiter((operation, permits, longestWait) -> {
                long began = System.nanoTime();
                Duration wait = limiter.reserve(operation, permits, longestWait);
                if (counts()) {
                    reserveMicros.set(reserved.getAndIncrement() & SAMPLES - 1, (System.nanoTime() - began) / 1_000);
                }
                return wait;
            });
        }
        return builder.build();
    }

    private @Nullable RateLimiter limiter() {
        return switch (task.pacing) {
            case NONE -> null;
            case STATIC_SHARE -> RateLimiter.perSecond(Map.of(OPERATION, 1.0 * task.limit / task.processes));
            case REDIS ->
                shared = RedisRateLimiter.builder(
                                new LettuceScripts(redis().connect().async()))
                        .account("test")
                        .limit(OPERATION, task.limit)
                        .build();
            case BUCKET4J -> bucket4j(redis(), task.limit);
        };
    }

    private RedisClient redis() {
        return RedisClient.create("redis://127.0.0.1:" + task.redisPort);
    }

    /** As in docs/pacing.md. */
    static RateLimiter bucket4j(RedisClient redis, int callsPerSecond) {
        ProxyManager<String> buckets = Bucket4jLettuce.casBasedBuilder(
                        redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .build();
        BucketConfiguration evenTurns = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofNanos(1_030_000_000L / callsPerSecond)))
                .build();
        return (operation, permits, longestWait) -> {
            Duration[] wait = {Duration.ZERO};
            BlockingStrategy answer = nanos -> wait[0] = Duration.ofNanos(nanos);
            boolean taken;
            try {
                taken = buckets.getProxy(operation, () -> evenTurns)
                        .asBlocking()
                        .tryConsume(permits, longestWait.toNanos(), answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return taken ? wait[0] : null;
        };
    }

    private boolean counts() {
        long now = System.nanoTime();
        return now - from >= 0 && now - to < 0;
    }

    private Result run(CamsClient cams) throws InterruptedException {
        from = System.nanoTime() + task.warmUpMillis * 1_000_000L;
        to = from + task.millis * 1_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < task.threads; i++) {
            var thread = new Thread(() -> sendAgainAndAgain(cams));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        Thread.sleep(task.warmUpMillis + task.millis);
        int requests = shared == null ? 0 : (int) shared.status(OPERATION).requests();
        long[] took = new long[Math.min(SAMPLES, reserved.get())];
        Arrays.setAll(took, reserveMicros::get);
        Arrays.sort(took);
        return new Result(answered.get(), refused.get(), failed.get(), part(took, 0.5), part(took, 0.99), requests);
    }

    private static long part(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))];
    }

    private void sendAgainAndAgain(CamsClient cams) {
        while (System.nanoTime() - to < 0) {
            try {
                cams.sendChatappMessage(r -> r.custSpaceId("cams-1")
                        .channelType("whatsapp")
                        .from("8613800001111")
                        .to("6281234567890")
                        .type("message")
                        .messageType("text")
                        .content("{}"));
                answered.addAndGet(counts() ? 1 : 0);
            } catch (SdkException e) {
                failed.addAndGet(counts() ? 1 : 0);
            }
        }
    }
}
