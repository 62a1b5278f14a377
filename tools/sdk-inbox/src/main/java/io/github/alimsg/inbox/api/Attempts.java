package io.github.alimsg.inbox.api;

import io.github.alimsg.testing.ReceivedCall;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts requests with the same own id and content: a repeat, or a message that goes out twice. */
final class Attempts {
    private static final int MAX = 10_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** The id that the application chose; null when there is none. */
    static @Nullable String ownId(ReceivedCall call) {
        for (String name : new String[] {"OutId", "TaskId"}) {
            String id = call.parameter(name);
            if (id != null && !id.isEmpty()) {
                return id;
            }
        }
        return null;
    }

    /** Which request with its content this is, from 1. */
    synchronized int count(ReceivedCall call) {
        String ownId = ownId(call);
        if (ownId == null) {
            return 1;
        }
        String content =
                call.operation() + "\n" + ownId + "\n" + call.parameters().hashCode();
        int count = counts.merge(content, 1, Integer::sum);
        if (counts.size() > MAX) {
            counts.remove(counts.keySet().iterator().next());
        }
        return count;
    }
}
