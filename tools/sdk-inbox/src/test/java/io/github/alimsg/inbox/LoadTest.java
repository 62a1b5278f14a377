package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Many messages, with pages open")
class LoadTest {
    private static final int PAGES = 10;
    private static final int SENDERS = 8;

    private static void send(InboxProcess inbox, int messages) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (DysmsInternationalClient sms = DysmsInternationalClient.builder()
                .endpoint(inbox.api())
                .credentials(() -> Credentials.of("inbox-key", "inbox-secret"))
                .build()) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                work.add(senders.submit(() -> {
                    for (int n = 0; n < messages / SENDERS; n++) {
                        String to = "62812" + (1_000_000 + n % 500);
                        sms.sendMessageToGlobe(m -> m.to(to).from("Acme").message("Your code is 482913"));
                    }
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** What a browser reads before it follows the events, and after a reload. */
    private static void load(Page page) {
        for (String what : List.of(
                "/health",
                "/messages?limit=5000",
                "/requests?limit=500",
                "/deliveries",
                "/faults",
                "/faults/kinds",
                "/templates",
                "/connect")) {
            Page.ok(page.get(what));
        }
    }

    /** Opens pages that read everything, and then count the messages they are told of. They draw nothing. */
    private static List<Stream<String>> open(InboxProcess inbox, ExecutorService readers, AtomicLong told) {
        List<Stream<String>> streams = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            var page = new Page(inbox.page());
            load(page);
            Stream<String> stream = page.events(null);
            streams.add(stream);
            readers.execute(() -> {
                try {
                    stream.filter("event: message"::equals).forEach(line -> told.incrementAndGet());
                } catch (RuntimeException theStreamIsClosed) {
                    // at the end
                }
            });
        }
        return streams;
    }

    /** Resident memory in megabytes; 0 where the system does not say. */
    private static long residentMegabytes(InboxProcess inbox) throws Exception {
        Path status = Path.of("/proc", Long.toString(inbox.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** @return how long it took, and resident memory before, after as many messages as are kept, and at the end */
    private static List<Long> run(List<String> jvm, int messages) throws Exception {
        ExecutorService readers = Executors.newCachedThreadPool();
        try (InboxProcess inbox = InboxProcess.start(jvm)) {
            var told = new AtomicLong();
            long empty = residentMegabytes(inbox);
            List<Stream<String>> streams = open(inbox, readers, told);
            send(inbox, Math.min(messages, 5_000));
            load(new Page(inbox.page())); // somebody reloads a page
            long full = residentMegabytes(inbox);
            long begin = System.nanoTime();
            send(inbox, messages);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            long end = residentMegabytes(inbox);
            var page = new Page(inbox.page());
            assertThat(page.read("/health").path("count").asInt()).isEqualTo(Math.min(2 * messages, 5_000));
            assertThat(page.read("/health").path("defects")).isEmpty();
            assertThat(told.get()).isPositive();
            streams.forEach(Stream::close);
            System.out.println(jvm + ": " + messages + " messages in " + took.toMillis() + " ms; resident " + empty
                    + " MB, full " + full + " MB, at the end " + end + " MB; told " + told);
            return List.of(took.toSeconds(), empty, full, end);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void manyMessagesWithPagesOpen() throws Exception {
        List<Long> run = run(List.of("-Xmx64m"), 800);

        assertThat(run.get(3)).as("resident megabytes").isLessThan(200);
    }

    @Test
    @Tag("long")
    void twentyThousandInTwentySecondsInLittleMemory() throws Exception {
        List<Long> run = run(List.of("-Xmx64m"), 20_000);

        assertThat(run.get(0)).as("seconds").isLessThanOrEqualTo(20);
        assertThat(run.get(2)).as("megabytes with 5,000 messages").isLessThan(150);
        assertThat(run.get(3))
                .as("megabytes after four times as many, of which as many are kept")
                .isLessThan(175);
    }

    @Test
    @Tag("long")
    void twentyThousandInTwentySecondsWithoutOptions() throws Exception {
        List<Long> run = run(List.of(), 20_000);

        assertThat(run.get(0)).as("seconds").isLessThanOrEqualTo(20);
        assertThat(run.get(2)).as("megabytes with 5,000 messages").isLessThan(256);
    }
}
