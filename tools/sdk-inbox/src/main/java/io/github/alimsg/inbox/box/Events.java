package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.inbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happened, for readers that go on where they were. Their place names this run of the program. */
public final class Events {
    /** Kept for readers that come back, and for those that are slower than the others. */
    private static final int MAX = 2000;

    private static final int MAX_AT_ONCE = 200;

    private final Newest<Event> newest = new Newest<>(MAX);
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    /** Something happened. */
    public void add(String kind, JsonNode data) {
        add(kind, Json.bytes(data));
    }

    /** Something happened. Its data are JSON, which has no line ends: it escapes them. */
    void add(String kind, byte[] data) {
        newest.add(number -> event(kind, number, data));
    }

    private Event event(String kind, long number, byte[] data) {
        String head = "id: " + run + "-" + number + "\nevent: " + kind + "\ndata: ";
        return new Event(number, head.getBytes(StandardCharsets.UTF_8), data);
    }

    /** The place of a reader that begins now. */
    public long end() {
        return newest.last();
    }

    /** The place after an event; negative when it can't be told, or events after it are gone. */
    public long placeAfter(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.startsWith(run + "-")) {
            return -1;
        }
        try {
            long place = Long.parseLong(lastEventId.substring(run.length() + 1));
            return place >= newest.first() - 1 && place <= newest.last() ? place : -1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    /** Tells a reader to read everything anew. */
    public Event reset(long place) {
        return event("reset", place, new byte[] {'{', '}'});
    }

    /** Waits for events after a place. @return null when some of them are gone already; empty when none came in time */
    public @Nullable List<Event> await(long place, long time, TimeUnit unit) throws InterruptedException {
        newest.awaitAbove(place, time, unit);
        List<Event> found = newest.after(place, MAX_AT_ONCE, any -> true).entries();
        return found.isEmpty() || found.get(0).number() == place + 1 ? found : null;
    }
}
