package io.github.alimsg.queue;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.receipts.ReceiptDispatcher;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link ReceiptQueue}. */
public final class ReceiptQueueBuilder {
    private static final int MAX_WORKERS = 1_000;

    private final Site site;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private DybaseClient.Builder client = DybaseClient.builder();
    private @Nullable CredentialsProvider credentials;
    private @Nullable URI queueEndpoint;
    private int workers = 8;
    private Duration pollWait = Duration.ofSeconds(20);
    private RetryDelay retryDelay = RetryDelay.DEFAULT;
    private Consumer<? super QueueFailure> onFailure = DefaultListeners::warn;
    private Consumer<? super QueueStatus> onPollFailure = DefaultListeners::warn;
    private TimeSource time = TimeSource.system();
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    /** What is done with a queue. */
    record Subscription(String messageType, ReceiptDispatcher receipts) {}

    ReceiptQueueBuilder(Site site) {
        this.site = Objects.requireNonNull(site);
    }

    /**
     * Sets the settings of the client that asks for the queues' keys: endpoint, proxy, certificates, timeouts,
     * transport. Polls use the same settings over connections of their own, unless a transport is set. Default: those
     * of {@code DybaseClient.builder()}.
     *
     * @param client the settings, which are completed from the site and the environment
     * @return this builder
     */
    public ReceiptQueueBuilder client(DybaseClient.Builder client) {
        this.client = Objects.requireNonNull(client);
        return this;
    }

    /**
     * Sets the account's own keys, which are exchanged for those of the queues. Default: the client's.
     *
     * @param credentials asked when a key of a queue is needed
     * @return this builder
     */
    public ReceiptQueueBuilder credentials(CredentialsProvider credentials) {
        this.credentials = Objects.requireNonNull(credentials);
        return this;
    }

    /**
     * Sets the address of the queues. Default: the site's; or the client's own, if that is plain {@code http}, as
     * {@code FakeCloud}'s is.
     *
     * @param endpoint {@code https://host} or {@code https://host:port}; {@code http} only at a loopback address
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public ReceiptQueueBuilder queueEndpoint(URI endpoint) {
        DybaseClient.builder().endpoint(endpoint); // by the rules for all endpoints
        this.queueEndpoint = endpoint;
        return this;
    }

    /**
     * Receives from a queue whose name ends with what it is for, as the console names them.
     *
     * @param queueName the queue's name, such as {@code Alicom-Queue-1234567890-ChatAppStatus}
     * @param receipts handles its messages
     * @return this builder
     * @throws IllegalArgumentException when that is not the name of a queue, or it is named twice
     */
    public ReceiptQueueBuilder receive(String queueName, ReceiptDispatcher receipts) {
        return receive(queueName, QueueNames.messageType(queueName), receipts);
    }

    /**
     * Receives from a queue.
     *
     * @param queueName the queue's name
     * @param messageType what it is for, such as {@code ChatAppStatus}
     * @param receipts handles its messages
     * @return this builder
     * @throws IllegalArgumentException when that is not the name of a queue, or it is named twice
     */
    public ReceiptQueueBuilder receive(String queueName, String messageType, ReceiptDispatcher receipts) {
        Objects.requireNonNull(messageType, "messageType");
        Objects.requireNonNull(receipts, "receipts");
        Queue.requireName(queueName);
        if (subscriptions.putIfAbsent(queueName, new Subscription(messageType, receipts)) != null) {
            throw new IllegalArgumentException(
                    queueName + " is named twice; one dispatcher handles all kinds of receipts");
        }
        return this;
    }

    /**
     * Sets how many messages of each queue are handled at a time. A queue is asked for as many messages as it has free
     * workers, up to 16. Default 8.
     *
     * @param workers 1 to 1,000
     * @return this builder
     * @throws IllegalArgumentException when it is out of bounds
     */
    public ReceiptQueueBuilder workers(int workers) {
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("workers must be between 1 and 1000, not " + workers);
        }
        this.workers = workers;
        return this;
    }

    /**
     * Sets how long a poll waits at the service for messages. Longer polls cost less. Default 20 seconds.
     *
     * @param wait 1 to 30 seconds, in whole ones
     * @return this builder
     * @throws IllegalArgumentException when it is out of bounds
     */
    public ReceiptQueueBuilder pollWait(Duration wait) {
        this.pollWait = Bounds.between("pollWait", wait, Duration.ofSeconds(1), Bounds.MAX_WAIT);
        return this;
    }

    /**
     * Sets when a message that was not handled comes again: after the first delay, then after twice as long each time.
     * Default 10 seconds, up to 15 minutes. One that cannot be read comes after the longest delay at once.
     *
     * @param first the first delay, 1 second to 12 hours
     * @param longest the longest delay, up to 12 hours
     * @return this builder
     * @throws IllegalArgumentException when one is out of bounds, or the longest is shorter than the first
     */
    public ReceiptQueueBuilder retryDelay(Duration first, Duration longest) {
        Bounds.visibility("the first delay", first);
        this.retryDelay =
                new RetryDelay(first, Bounds.between("the longest delay", longest, first, Bounds.MAX_VISIBILITY));
        return this;
    }

    /**
     * Sets who is told of each message that was not handled, on the thread that tried. Default: a line in the log at
     * WARN, without messages of exceptions.
     *
     * @param listener the listener; what it throws is ignored
     * @return this builder
     */
    public ReceiptQueueBuilder onFailure(Consumer<? super QueueFailure> listener) {
        this.onFailure = Objects.requireNonNull(listener);
        return this;
    }

    /**
     * Sets who is told when polls of a queue begin to fail, and when they end because the service refuses the queue or
     * its keys. Default: a line in the log at WARN.
     *
     * @param listener is given the queue's status, with the failure; what it throws is ignored
     * @return this builder
     */
    public ReceiptQueueBuilder onPollFailure(Consumer<? super QueueStatus> listener) {
        this.onPollFailure = Objects.requireNonNull(listener);
        return this;
    }

    /** Sets clock and waiting, for tests. */
    ReceiptQueueBuilder time(TimeSource time) {
        this.time = time;
        return this;
    }

    /** Sets the jitter, for tests. */
    ReceiptQueueBuilder random(DoubleSupplier random) {
        this.random = random;
        return this;
    }

    /**
     * Builds it. Nothing is received before {@link ReceiptQueue#start()}.
     *
     * @return the queue; close it
     * @throws IllegalArgumentException when a setting of the client or a variable of the environment is invalid
     */
    public ReceiptQueue build() {
        if (credentials != null) {
            client.credentials(credentials);
        }
        var settings = new ConsumerSettings(workers, pollWait, retryDelay, onFailure, onPollFailure, time, random);
        return new ReceiptQueue(
                QueueAccess.open(site, client, queueEndpoint, time),
                Collections.unmodifiableMap(new LinkedHashMap<>(subscriptions)),
                settings);
    }
}
