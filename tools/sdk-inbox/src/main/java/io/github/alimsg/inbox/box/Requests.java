package io.github.alimsg.inbox.box;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The newest requests by number. They arrive in nearly that order, as they are answered. Safe for any number of threads. */
public final class Requests {
    private final int max;
    private final ConcurrentSkipListMap<Long, StoredRequest> requests = new ConcurrentSkipListMap<>();
    private final AtomicInteger size = new AtomicInteger();

    Requests(int max) {
        this.max = max;
    }

    void add(StoredRequest request) {
        if (requests.put(request.sequence(), request) == null
                && size.incrementAndGet() > max
                && requests.pollFirstEntry() != null) {
            size.decrementAndGet();
        }
    }

    public @Nullable StoredRequest get(long number) {
        return requests.get(number);
    }

    /** The highest number; 0 when there is none. */
    public long last() {
        var last = requests.lastEntry();
        return last == null ? 0 : last.getKey();
    }

    /** The oldest above a number, in order. */
    public List<StoredRequest> after(long number, int limit) {
        return first(requests.tailMap(number, false).values(), limit);
    }

    /** The newest below a number, in order. */
    public List<StoredRequest> before(long number, int limit) {
        List<StoredRequest> found =
                first(requests.headMap(number, false).descendingMap().values(), limit);
        Collections.reverse(found);
        return found;
    }

    private static List<StoredRequest> first(Iterable<StoredRequest> all, int limit) {
        List<StoredRequest> found = new ArrayList<>();
        for (StoredRequest one : all) {
            if (found.size() == limit) {
                break;
            }
            found.add(one);
        }
        return found;
    }

    void clear() {
        while (requests.pollFirstEntry() != null) {
            size.decrementAndGet();
        }
    }
}
