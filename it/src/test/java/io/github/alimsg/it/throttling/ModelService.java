package io.github.alimsg.it.throttling;

import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The service without a network: a limit for each second of the clock, and a way there and back that is longer at times. */
final class ModelService implements HttpTransport {
    private static final Duration WAY = Duration.ofMillis(1);
    private static final int MAX_DETOUR_NANOS = 10_000_000;

    private final VirtualTime time;
    private final int limit;
    private final boolean hints;
    private final Random random = new Random(20261121);
    private long second;
    private int used;

    ModelService(VirtualTime time, int limit, boolean hints) {
        this.time = time;
        this.limit = limit;
        this.hints = hints;
    }

    @Override
    public HttpResponse execute(HttpRequest call) throws InterruptedException {
        time.sleep(random.nextInt(4) == 0 ? WAY.plusNanos(random.nextInt(MAX_DETOUR_NANOS)) : WAY);
        HttpResponse reply = answer(time.instant());
        time.sleep(WAY);
        return reply;
    }

    private synchronized HttpResponse answer(Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            used = 0;
        }
        if (used < limit) {
            used++;
            return new HttpResponse(200, List.of(), bytes("{\"Code\":\"OK\",\"RequestId\":\"r\"}"));
        }
        String millis = Integer.toString(1000 - now.getNano() / 1_000_000);
        return new HttpResponse(
                400,
                hints ? List.of("x-acs-retry-after", millis) : List.of(),
                bytes("{\"Code\":\"System.LimitControl\",\"Message\":\"slow down\",\"RequestId\":\"r\"}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
}
