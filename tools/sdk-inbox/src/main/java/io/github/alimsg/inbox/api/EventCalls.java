package io.github.alimsg.inbox.api;

import io.github.alimsg.inbox.box.Event;
import io.github.alimsg.inbox.box.Events;
import io.github.alimsg.inbox.http.OpenStream;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Telling readers what happens. */
final class EventCalls {
    private static final long PING_SECONDS = 15;

    private final Events events;

    EventCalls(Events events) {
        this.events = events;
    }

    void addTo(Routes routes) {
        routes.addStream("/events", this::stream);
    }

    private void stream(PageCall call, OpenStream stream) throws IOException, InterruptedException {
        String last = call.header("Last-Event-ID");
        long place = last == null ? events.end() : events.placeAfter(last);
        stream.begin();
        stream.write("retry: 1000\n\n");
        if (place < 0) {
            place = events.end();
            stream.write(events.reset(place).parts());
        }
        while (true) {
            List<Event> found = events.await(place, PING_SECONDS, TimeUnit.SECONDS);
            if (found == null) {
                place = events.end();
                stream.write(events.reset(place).parts());
            } else if (found.isEmpty()) {
                stream.write(": ping\n\n");
            } else {
                stream.write(parts(found));
                place = found.get(found.size() - 1).number();
            }
        }
    }

    /** Several in one write: many events cost no more packets than few. */
    private static List<byte[]> parts(List<Event> found) {
        List<byte[]> parts = new ArrayList<>();
        found.forEach(event -> parts.addAll(event.parts()));
        return parts;
    }
}
