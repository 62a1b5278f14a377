package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.gateway.Keys;
import io.github.alimsg.testing.gateway.Service;
import io.github.alimsg.testing.products.KeyLoan;
import io.github.alimsg.testing.products.Products;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All queues, and the keys that open them. Safe for any number of threads. */
public final class Queues {
    private static final int MAX_NAME = 120;

    private final FakeClock clock;
    private final int max;
    private final QueueKeys keys = new QueueKeys();
    private final Map<String, MessageQueue> byName = new ConcurrentHashMap<>();

    /**
     * No queues.
     *
     * @param max how many messages a queue keeps, the newest
     */
    public Queues(FakeClock clock, int max) {
        this.clock = clock;
        this.max = max;
    }

    /**
     * The service that they are called at.
     *
     * @param accountKeys the keys of the account, which do not open queues
     */
    public Service service(Keys accountKeys) {
        return new QueueService(this, accountKeys);
    }

    /** A queue, a new one if there is none yet. @throws IllegalArgumentException when no queue can have this name */
    public MessageQueue open(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a queue's name has letters, digits and dashes, at most " + MAX_NAME
                    + ", and begins with a letter or a digit");
        }
        return byName.computeIfAbsent(name, fresh -> new MessageQueue(fresh, clock, max));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME
                && name.charAt(0) != '-'
                && name.chars()
                        .allMatch(
                                c -> c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
    }

    @Nullable
    MessageQueue find(String name) {
        return byName.get(name);
    }

    public QueueKeys keys() {
        return keys;
    }

    /** The fields by which the reply to a call lends a key; none when its operation does not. */
    public Map<String, ?> loan(String operation, Map<String, String> parameters) {
        KeyLoan loan = Products.keyLoan(operation);
        return loan == null
                ? Map.of()
                : loan.fields().apply(keys.lend(parameters.get(loan.queueParameter()), clock.now()));
    }

    /** The clock was moved by hand. */
    public void clockMoved() {
        byName.values().forEach(MessageQueue::clockMoved);
    }

    /** Empties them. */
    public void reset() {
        keys.reset();
        byName.values().forEach(MessageQueue::reset);
    }

    /** Ends all polls. */
    public void close() {
        byName.values().forEach(MessageQueue::close);
    }
}
