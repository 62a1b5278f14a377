package io.github.alimsg.queue;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.protocol.QueueClient;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.queue.token.QueueCredentials;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What opens queues: the client that asks for their keys, and the connections of the polls, which are their own. */
final class QueueAccess implements AutoCloseable {
    private final DybaseClient tokens;
    private final HttpTransport transport;
    private final boolean ownsTransport;
    private final QueueClient client;
    private final TimeSource time;
    private final ConcurrentMap<String, Queue> queues = new ConcurrentHashMap<>();

    private QueueAccess(
            DybaseClient tokens, HttpTransport transport, boolean ownsTransport, URI endpoint, TimeSource time) {
        this.tokens = tokens;
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.time = time;
        this.client = new QueueClient(transport, endpoint.toString(), time);
    }

    /**
     * Opens the connections.
     *
     * @param site where the queues are
     * @param settings of the client that asks for keys
     * @param endpoint the address of the queues; null for the site's
     * @param time clock and waiting
     */
    static QueueAccess open(Site site, DybaseClient.Builder settings, @Nullable URI endpoint, TimeSource time) {
        if (settings.options().region() == null) {
            settings.region(site.region());
        }
        DybaseClient tokens = settings.build();
        try {
            HttpTransport given = settings.transport();
            HttpTransport transport = given == null ? settings.newTransport() : given;
            URI queues = endpoint == null ? endpoint(site, settings.options().endpoint()) : endpoint;
            return new QueueAccess(tokens, transport, given == null, queues, time);
        } catch (RuntimeException e) {
            tokens.close();
            throw e;
        }
    }

    /** A client with plain http calls this machine: a service for tests, which has the queues as well. */
    private static URI endpoint(Site site, @Nullable URI ofTokens) {
        return ofTokens != null && "http".equalsIgnoreCase(ofTokens.getScheme()) ? ofTokens : site.queueEndpoint();
    }

    QueueClient client() {
        return client;
    }

    /** The queue with a name, whose keys are asked for when they are needed. */
    Queue queue(String name, String messageType) {
        return queues.computeIfAbsent(name, of -> {
            CredentialsProvider keys = QueueCredentials.of(tokens, messageType, of, time);
            return new Queue(of, keys);
        });
    }

    @Override
    public void close() {
        tokens.close();
        if (ownsTransport) {
            transport.close();
        }
    }
}
