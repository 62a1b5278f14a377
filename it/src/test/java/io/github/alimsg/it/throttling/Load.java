package io.github.alimsg.it.throttling;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls in a loop, from every thread of every client, to an operation under a limit. Clients share nothing. */
record Load(int limit, int threads, int clients, boolean pacing, Duration warmUp, Duration length) {
    /** With 64 threads and 5 calls a second each call waits for 13 seconds, and with three such clients for 38. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int ATTEMPTS = 5;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** The name of an operation whose documented limit is that of this load. */
    String operation() {
        return switch (limit) {
            case 5 -> "EnableWhatsappROIMetric";
            case 50 -> "GetChatappPhoneNumberMetric";
            case 250, 2_000, 5_000 -> "SendChatappMessage";
            default -> throw new IllegalArgumentException("no operation is chosen for " + limit);
        };
    }

    private void call(CamsClient cams) {
        switch (limit) {
            case 5 -> cams.enableWhatsappROIMetric(r -> r.custSpaceId("cams-1"));
            case 50 ->
                cams.getChatappPhoneNumberMetric(r -> r.custSpaceId("cams-1")
                        .phoneNumber("8613800001111")
                        .granularity("DAY")
                        .start(Instant.EPOCH)
                        .end(Instant.EPOCH));
            default ->
                cams.sendChatappMessage(r -> r.custSpaceId("cams-1")
                        .channelType("whatsapp")
                        .from("8613800001111")
                        .to("6281234567890")
                        .type("message")
                        .messageType("text")
                        .content("{}"));
        }
    }

    /**
     * One task for each thread. They end when the time is over, or their thread is interrupted.
     *
     * @param configure points a client at the service
     */
    List<Runnable> tasks(TimeSource time, Tally tally, Consumer<ClientBuilder<?>> configure) {
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            var random = new Random(client);
            var builder = CamsClient.builder();
            configure.accept(builder);
            CamsClient cams = builder.timeSource(time)
                    .pacing(pacing)
                    .timeout(TIMEOUT)
                    .retryPolicy(RetryPolicy.builder()
                            .maxAttempts(ATTEMPTS)
                            .random(random::nextDouble)
                            .build())
                    .addListener(new CallListener() {
                        @Override
                        public void attemptFailed(
                                CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
                            if (failure instanceof ThrottledException) {
                                tally.refused(time.nanoTime());
                            }
                        }
                    })
                    .build();
            for (int thread = 0; thread < threads; thread++) {
                // No two threads of the world begin in the same nanosecond.
                Duration start = Duration.ofNanos(1_234_567L * client + 12_345L * thread);
                tasks.add(() -> callAgainAndAgain(cams, client, start, time, tally));
            }
        }
        return tasks;
    }

    private void callAgainAndAgain(CamsClient cams, int client, Duration start, TimeSource time, Tally tally) {
        try {
            time.sleep(start);
            for (long began = time.nanoTime(); !tally.isOver(began); began = time.nanoTime()) {
                try {
                    call(cams);
                    tally.answered(client, began, time.nanoTime());
                } catch (CallInterruptedException e) {
                    return;
                } catch (SdkException e) {
                    tally.failed(time.nanoTime());
                    time.sleep(AFTER_FAILURE);
                }
            }
        } catch (InterruptedException e) {
            // The time is over.
        }
    }
}
