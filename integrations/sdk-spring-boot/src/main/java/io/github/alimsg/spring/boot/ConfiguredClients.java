package io.github.alimsg.spring.boot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The clients that were auto-configured so far. Clients are created when something first needs them. */
public final class ConfiguredClients {
    private final List<ConfiguredClient> clients = new CopyOnWriteArrayList<>();

    ConfiguredClients() {}

    void add(ConfiguredClient client) {
        clients.add(client);
    }

    /** {@return the clients, in the order of their creation} */
    public List<ConfiguredClient> list() {
        return List.copyOf(clients);
    }
}
