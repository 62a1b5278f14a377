package io.github.alimsg.testing.messages;

import io.github.alimsg.testing.products.Message;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages by what they have in common, in order. Guarded by its owner. */
final class MessageIndex {
    private final Function<Message, @Nullable String> key;
    private final Map<String, Deque<Message>> byKey = new HashMap<>();

    MessageIndex(Function<Message, @Nullable String> key) {
        this.key = key;
    }

    void add(Message message) {
        String of = key.apply(message);
        if (of != null) {
            byKey.computeIfAbsent(of, any -> new ArrayDeque<>(1)).addLast(message);
        }
    }

    /** Forgets the message that was added first of all. */
    void removeOldest(Message oldest) {
        String of = key.apply(oldest);
        Deque<Message> same = of == null ? null : byKey.get(of);
        if (same != null) {
            same.removeFirst();
            if (same.isEmpty()) {
                byKey.remove(of);
            }
        }
    }

    Collection<Message> of(String value) {
        Deque<Message> same = byKey.get(value);
        return same == null ? List.of() : same;
    }

    void clear() {
        byKey.clear();
    }
}
