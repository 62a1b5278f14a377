package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 10,000 receipts, two processes whose handlers fail one time in twenty, and one of them is killed by the system. */
@Tag("long")
@Timeout(900)
class KilledProcessTest {
    private static final int COUNT = 10_000;

    private final QueueBed bed = QueueBed.inRealTime();
    private final Set<String> handledByVictim = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Long>> handledBySurvivor = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void everyReceiptIsHandledThoughAProcessIsKilled() throws Exception {
        bed.fake.visibilityTimeout(Duration.ofSeconds(5));
        for (int i = 0; i < COUNT; i++) {
            bed.put("r" + i);
        }
        Process victim = start();
        var reader = new Thread(() -> read(victim));
        reader.start();
        bed.fake.await(queue -> handledByVictim.size() >= COUNT / 10, Duration.ofMinutes(2));
        ReceiptQueue survivor = bed.start(bed.builder()
                .workers(16)
                .retryDelay(Duration.ofSeconds(1), Duration.ofSeconds(4))
                .receive(
                        QueueBed.NAME,
                        TestReceipts.dispatcher(new FailingHandler(id -> handledBySurvivor
                                .computeIfAbsent(id, any -> new CopyOnWriteArrayList<>())
                                .add(System.nanoTime())))));

        bed.fake.await(queue -> handledByVictim.size() >= COUNT / 4, Duration.ofMinutes(2));
        victim.destroyForcibly().waitFor();
        reader.join();
        bed.fake.await(queue -> queue.deleted() == COUNT, Duration.ofMinutes(5));

        Set<String> all = Stream.concat(handledByVictim.stream(), handledBySurvivor.keySet().stream())
                .collect(Collectors.toSet());
        assertThat(all).hasSize(COUNT);
        assertThat(handledBySurvivor.values())
                .as("its memory knows what comes again")
                .allSatisfy(times -> assertThat(times).hasSize(1));
        long twice =
                handledByVictim.stream().filter(handledBySurvivor::containsKey).count();
        assertThat(twice).as("what was in flight when it was killed").isLessThan(200);
        assertThat(survivor.status().get(0).failed()).isGreaterThan(COUNT / 100);
    }

    /** It is set up by its environment alone. */
    private Process start() throws IOException {
        String classes = Stream.of(
                        Path.of("target", "test-classes").toString(),
                        System.getProperty("java.class.path"),
                        System.getProperty("jdk.module.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                KilledConsumer.class.getName(),
                QueueBed.NAME);
        process.environment().put("ALIMSG_ENDPOINT_URL", bed.cloud.endpoint().toString());
        process.environment()
                .put("ALIBABA_CLOUD_ACCESS_KEY_ID", bed.cloud.credentials().accessKeyId());
        process.environment()
                .put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", bed.cloud.credentials().accessKeySecret());
        process.redirectError(ProcessBuilder.Redirect.INHERIT);
        return process.start();
    }

    private void read(Process victim) {
        try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(handledByVictim::add);
        } catch (IOException | UncheckedIOException e) {
            // it was killed
        }
    }
}
