package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever listens is told what happens, and goes on after a break")
class EventsTest extends InboxTestCase {
    private static final int MAX_READERS = 100;

    /** The next line that begins so, without its beginning. */
    private static String next(Iterator<String> lines, String beginning) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new AssertionError("the stream has ended");
    }

    private void send(String text) {
        sms.sendMessageToGlobe(m -> m.to("6281234567890").message(text));
    }

    @Test
    void aMessageAndItsRequestAreTold() {
        try (Stream<String> stream = page.events(null)) {
            Iterator<String> lines = stream.iterator();
            next(lines, "retry: ");
            send("Hello");

            List<String> kinds = new ArrayList<>();
            kinds.add(next(lines, "event: "));
            assertThat(Page.json(next(lines, "data: ")).path("at").asText()).isNotEmpty();
            kinds.add(next(lines, "event: "));
            assertThat(kinds).containsExactlyInAnyOrder("message", "request");
        }
    }

    @Test
    void aReaderGoesOnWhereItWas() {
        String id;
        try (Stream<String> stream = page.events(null)) {
            Iterator<String> lines = stream.iterator();
            next(lines, "retry: ");
            send("first");
            id = next(lines, "id: ");
            next(lines, "id: ");
        }
        send("second");
        try (Stream<String> stream = page.events(id)) {
            Iterator<String> lines = stream.iterator();
            next(lines, "event: request");
            next(lines, "event: message");
            assertThat(Page.json(next(lines, "data: ")).path("text").asText()).isEqualTo("second");
        }
    }

    @Test
    void aReaderOfAnotherRunReadsEverythingAnew() {
        try (Stream<String> stream = page.events("earlier-5")) {
            assertThat(next(stream.iterator(), "event: ")).isEqualTo("reset");
        }
    }

    @Test
    void thereAreAtMostAHundredReaders() {
        List<Stream<String>> streams = new ArrayList<>();
        try {
            for (int i = 0; i < MAX_READERS; i++) {
                Stream<String> stream = page.events(null);
                streams.add(stream);
                assertThat(next(stream.iterator(), "retry: ")).isEqualTo("1000");
            }
            assertThat(page.get("/events").statusCode()).isEqualTo(503);
            assertThat(page.get("/health").statusCode()).isEqualTo(200);
        } finally {
            streams.forEach(Stream::close);
        }
    }
}
