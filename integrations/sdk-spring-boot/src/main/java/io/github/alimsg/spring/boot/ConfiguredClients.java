package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The clients that were auto-configured so far. Clients are created when something first needs them. */
public final class ConfiguredClients {
    private final List<ConfiguredClient> clients = new ArrayList<>();
    private final List<BiConsumer<String, SdkClient<?>>> listeners = new ArrayList<>();

    ConfiguredClients() {}

    synchronized void add(ConfiguredClient client) {
        clients.add(client);
        listeners.forEach(client::tell);
    }

    /** {@return the clients, in the order of their creation} */
    public synchronized List<ConfiguredClient> list() {
        return List.copyOf(clients);
    }

    /**
     * Tells of each client: those that were created already, now, and others when they are.
     *
     * @param listener is given the name of the bean, and the client
     */
    public synchronized void whenCreated(BiConsumer<String, SdkClient<?>> listener) {
        listeners.add(listener);
        clients.forEach(client -> client.tell(listener));
    }
}
