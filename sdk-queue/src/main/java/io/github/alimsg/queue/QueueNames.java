package io.github.alimsg.queue;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names of queues, such as {@code Alicom-Queue-1234567890-ChatAppStatus}. The console shows them; for WhatsApp and
 * Viber the service lists them with the sender's numbers:
 *
 * <pre>{@code
 * var numbers = cams.queryChatappPhoneNumbers(q -> q.custSpaceId(space)).phoneNumbers();
 * for (String name : QueueNames.of(numbers, n -> n.statusQueue(), n -> n.upQueue())) {
 *     builder.receive(name, receipts);
 * }
 * }</pre>
 */
public final class QueueNames {
    private QueueNames() {}

    /**
     * Collects the names in a list that the service returned. Those that are absent or empty are left out, and each is
     * there once.
     *
     * @param items what names queues, such as the phone numbers of an account
     * @param queues read the names of an item's queues
     * @param <T> what names queues
     * @return the names, in alphabetical order
     */
    @SafeVarargs
    public static <T> SortedSet<String> of(
            Iterable<? extends T> items, Function<? super T, @Nullable String>... queues) {
        var names = new TreeSet<String>();
        for (T item : items) {
            for (Function<? super T, @Nullable String> queue : queues) {
                String name = queue.apply(item);
                if (name != null && !name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return Collections.unmodifiableSortedSet(names);
    }

    /**
     * Returns what a queue is for, which its name ends with.
     *
     * @param queueName the queue's name
     * @return what follows the last dash, such as {@code ChatAppStatus}
     * @throws IllegalArgumentException when nothing follows a dash
     */
    public static String messageType(String queueName) {
        String type = queueName.substring(queueName.lastIndexOf('-') + 1);
        if (type.isEmpty() || type.length() == queueName.length()) {
            throw new IllegalArgumentException(
                    "the name does not end with a message type, as Alicom-Queue-1234567890-SmsReport does; name the type");
        }
        return type;
    }
}
