package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.redis.SendingProcess.Pacing;
import io.github.alimsg.redis.SendingProcess.Result;
import io.github.alimsg.redis.SendingProcess.Task;
import io.github.alimsg.testing.FakeCloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Four JVMs against one service that enforces a limit, and a real Redis. Prints the table of docs/pacing.md. Ten minutes:
 * {@code -P redis-long}.
 */
@Tag("redis-long")
class FourProcessesTest {
    private static final int PROCESSES = 4;
    private static final int WARM_UP = 4_000;

    /** Of what the machine manages without a limit; above it the machine decides, not the limiter. */
    private static final double ASSERTED = 0.7;

    private static final int[] LIMITS = {5, 50, 250, 2_000, 5_000};

    /** The results of all processes, over so many seconds. */
    private record Row(int limit, int threads, Pacing pacing, double seconds, List<Result> results) {
        int answered() {
            return results.stream().mapToInt(Result::answered).sum();
        }

        int refused() {
            return results.stream().mapToInt(Result::refused).sum();
        }

        int failed() {
            return results.stream().mapToInt(Result::failed).sum();
        }

        double goodput() {
            return 100 * answered() / seconds / limit;
        }

        double median() {
            return results.stream().mapToLong(Result::reserveMedian).max().orElse(0) / 1_000.0;
        }

        double slowest() {
            return results.stream().mapToLong(Result::reserve99).max().orElse(0) / 1_000.0;
        }

        double leastShare() {
            int least = results.stream().mapToInt(Result::answered).min().orElse(0);
            return 100.0 * least * PROCESSES / Math.max(1, answered());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %d × %d | %s | %.1f %% | %.1f | %.1f ms | %.1f ms | %d | %.0f %% |",
                    limit,
                    PROCESSES,
                    threads,
                    pacing.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    goodput(),
                    1_000.0 * refused() / Math.max(1, answered()),
                    median(),
                    slowest(),
                    failed(),
                    leastShare());
        }
    }

    @Test
    void aLimitIsUsedAndHardlyACallRefused() throws Exception {
        Row unlimited = run(1_000_000, 64, Pacing.NONE, 5_000);
        double most = unlimited.answered() / unlimited.seconds();
        System.out.printf(Locale.ROOT, "without a limit: %,.0f calls a second%n", most);
        System.out.println("""
                | calls/s | threads | pacing | goodput | refusals per 1,000 | `reserve` p50 | p99 | failed | least share |
                |---|---|---|---|---|---|---|---|---|""");
        List<Row> asserted = new ArrayList<>();
        for (int limit : LIMITS) {
            int threads = limit <= 5 ? 8 : limit <= 50 ? 16 : limit <= 250 ? 32 : limit <= 2_000 ? 64 : 128;
            for (Pacing pacing : Pacing.values()) {
                Row row = run(limit, threads, pacing, limit <= 50 ? 30_000 : 15_000);
                System.out.println(row);
                if (pacing == Pacing.REDIS && limit < ASSERTED * most) {
                    asserted.add(row);
                }
            }
        }

        assertThat(asserted).hasSizeGreaterThanOrEqualTo(3).allSatisfy(row -> {
            assertThat(row.goodput()).as("goodput at %s", row.limit()).isGreaterThanOrEqualTo(95);
            assertThat(row.failed()).as("failed at %s", row.limit()).isZero();
            if (row.limit() >= 250) {
                assertThat(row.median()).as("ms in reserve at %s", row.limit()).isLessThan(1);
            }
        });
        // Over all limits: at 5 calls a second, a single call that the machine held up is 7 of 1,000.
        double refused = asserted.stream().mapToInt(Row::refused).sum();
        double answered = asserted.stream().mapToInt(Row::answered).sum();
        assertThat(1_000 * refused / answered).as("refusals per 1,000").isLessThan(1);
    }

    private static Row run(int limit, int threads, Pacing pacing, int millis) throws Exception {
        try (RedisProcess redis = RedisProcess.start();
                FakeCloud cloud = FakeCloud.builder().countOnly().start()) {
            cloud.enforceLimit(SendingProcess.OPERATION, limit);
            var task = new Task(
                    cloud.endpoint().toString(),
                    cloud.credentials().accessKeyId(),
                    cloud.credentials().accessKeySecret(),
                    redis.port(),
                    pacing,
                    limit,
                    PROCESSES,
                    threads,
                    WARM_UP,
                    millis);
            List<Process> processes = new ArrayList<>();
            List<BufferedReader> outputs = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                Process process = task.start();
                processes.add(process);
                outputs.add(
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
            }
            for (BufferedReader output : outputs) {
                assertThat(output.readLine()).isEqualTo("ready");
            }
            for (Process process : processes) {
                begin(process);
            }
            List<Result> results = new ArrayList<>();
            for (BufferedReader output : outputs) {
                results.add(Result.of(output.readLine()));
            }
            for (Process process : processes) {
                process.waitFor();
            }
            return new Row(limit, threads, pacing, millis / 1_000.0, results);
        }
    }

    private static void begin(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }
}
