package io.github.alimsg.it.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.pacing.Lane;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One-time codes and a campaign under the same limit, in virtual time. */
class LanesInVirtualTimeTest {
    private static final String OPERATION = "EnableWhatsappROIMetric";
    private static final int BULK_THREADS = 32;
    private static final Duration LENGTH = Duration.ofSeconds(40);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final VirtualTime time = new VirtualTime();
    private final List<Duration> codes = new ArrayList<>();
    private int inBulk;

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 250})
    void codesHardlyWaitForBulkCallsWhichGetTheRest(int limit) throws Exception {
        CamsClient cams = client(limit, true);
        List<Runnable> tasks = bulk(cams, Lane.BULK);
        tasks.add(() -> sendCodes(cams, Duration.ofMillis(500)));

        time.run(tasks);

        Duration turn = Duration.ofNanos(1_030_000_000L / limit);
        assertThat(codes)
                .hasSizeGreaterThan(50)
                .allSatisfy(took ->
                        assertThat(took).isLessThan(Duration.ofMillis(100 + 12).plus(turn)));
        assertThat(used(limit)).as("goodput").isGreaterThanOrEqualTo(95);
    }

    @Test
    void inOneLaneCodesWaitBehindAllOthers() throws Exception {
        CamsClient cams = client(5, true);
        List<Runnable> tasks = bulk(cams, Lane.STANDARD);
        tasks.add(() -> sendCodes(cams, Duration.ofMillis(500)));

        time.run(tasks);

        assertThat(codes.get(0)).isGreaterThan(Duration.ofSeconds(6));
    }

    @Test
    void oneTurnInTenIsKeptForBulkCallsWhenCodesTakeAll() throws Exception {
        CamsClient cams = client(50, true);
        List<Runnable> tasks = bulk(cams, Lane.BULK);
        for (int i = 0; i < 16; i++) {
            tasks.add(() -> sendCodes(cams, Duration.ZERO));
        }

        time.run(tasks);

        assertThat(100.0 * inBulk / (inBulk + codes.size())).as("share in bulk").isBetween(8.0, 11.0);
        assertThat(used(50)).as("goodput").isGreaterThanOrEqualTo(95);
    }

    @Test
    void afterRefusalsCodesPassBulkCalls() throws Exception {
        CamsClient cams = client(5, false);
        List<Runnable> tasks = bulk(cams, Lane.BULK);
        tasks.add(() -> sendCodes(cams, Duration.ofMillis(500)));

        time.run(tasks);

        List<Duration> sorted = codes.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).isLessThan(Duration.ofSeconds(1));
        assertThat(used(5)).as("goodput").isGreaterThanOrEqualTo(90);
    }

    private double used(int limit) {
        return 100.0 * (inBulk + codes.size()) / limit / LENGTH.toSeconds();
    }

    private CamsClient client(int limit, boolean paced) {
        var builder = CamsClient.builder();
        if (paced) {
            builder.rateLimiter(RateLimiter.perSecond(Map.of(OPERATION, limit), time));
        }
        return builder.transport(new ModelService(time, limit, true))
                .credentials(CredentialsProviders.fixed("LTAI5tVirtualTime", "secret"))
                .timeSource(time)
                .timeout(TIMEOUT)
                .retryPolicy(
                        RetryPolicy.builder().maxAttempts(5).random(() -> 0.5).build())
                .build();
    }

    private List<Runnable> bulk(CamsClient cams, Lane lane) {
        CamsClient bulk = cams.withOptions(o -> o.lane(lane));
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < BULK_THREADS; i++) {
            tasks.add(() -> {
                while (!isOver()) {
                    call(bulk);
                    inBulk += isOver() ? 0 : 1;
                }
            });
        }
        return tasks;
    }

    private void sendCodes(CamsClient cams, Duration pause) {
        try {
            while (!isOver()) {
                long began = time.nanoTime();
                call(cams);
                if (!isOver()) {
                    codes.add(Duration.ofNanos(time.nanoTime() - began));
                }
                time.sleep(pause);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void call(CamsClient cams) {
        cams.enableWhatsappROIMetric(r -> r.custSpaceId("cams-1"));
    }

    private boolean isOver() {
        return time.nanoTime() >= LENGTH.toNanos();
    }
}
