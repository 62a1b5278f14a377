package io.github.alimsg.spring.boot.health;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.spring.boot.ConfiguredClient;
import io.github.alimsg.spring.boot.ConfiguredClients;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the health of the clients in use is, and how the queues are doing, for the indicators of both generations of Spring
 * Boot. Makes no call unless that was asked for. Contains no key and nothing personal.
 */
public final class ClientHealth {
    private final ConfiguredClients clients;
    private final QueueHealth queues;
    private final @Nullable Duration timeout;
    private final List<HealthCall<?>> calls;

    /**
     * The health of clients and queues.
     *
     * @param timeout the longest time of a call; null to make none
     */
    ClientHealth(ConfiguredClients clients, QueueHealth queues, @Nullable Duration timeout, List<HealthCall<?>> calls) {
        this.clients = clients;
        this.queues = queues;
        this.timeout = timeout;
        this.calls = calls;
    }

    /**
     * The health of all clients and queues.
     *
     * @param isUp false when a call was made and failed
     * @param details what to show of each client, by the name of its bean; and of queues, as {@code queues}
     */
    public record Report(boolean isUp, Map<String, Object> details) {}

    /** {@return the health now} */
    public Report report() {
        boolean up = true;
        Map<String, Object> details = new LinkedHashMap<>();
        for (ConfiguredClient client : clients.list()) {
            boolean failed = timeout != null && !call(client, timeout);
            up &= !failed;
            details.put(client.name(), details(client));
        }
        Map<String, Object> read = queues.details();
        if (!read.isEmpty()) {
            details.put("queues", read);
        }
        return new Report(up, details);
    }

    /** {@return whether the client answers, as far as there is a call to find out} What it failed with is its last failure. */
    private boolean call(ConfiguredClient configured, Duration longest) {
        SdkClient<?> client = configured.client();
        if (client == null) {
            return true;
        }
        try {
            for (HealthCall<?> call : calls) {
                if (call.isFor(client)) {
                    call.make(client, longest);
                }
            }
            return true;
        } catch (SdkException | IllegalStateException e) { // or the client is closed
            return false;
        }
    }

    private static Map<String, Object> details(ConfiguredClient client) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("endpoint", client.endpoint());
        details.put("credentials", client.credentials());
        if (client.lastSuccess() != null) {
            details.put("lastSuccess", String.valueOf(client.lastSuccess()));
        }
        ConfiguredClient.Failure failure = client.lastFailure();
        if (failure != null) {
            details.put(
                    "lastFailure",
                    Map.of(
                            "time",
                            failure.time().toString(),
                            "operation",
                            failure.operation(),
                            "error",
                            failure.error()));
        }
        return details;
    }
}
