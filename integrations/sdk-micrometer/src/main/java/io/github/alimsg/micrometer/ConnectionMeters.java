package io.github.alimsg.micrometer;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.Setting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;

/**
 * Meters of the connections of one client: how many are in use, and how many may be.
 *
 * <pre>{@code
 * new ConnectionMeters(cams, Tags.of("client", "cams")).bindTo(registry);
 * }</pre>
 *
 * <p>Clients that are derived by {@code withOptions} share connections with the first, so one of them is enough. Each
 * client needs tags of its own: a registry ignores a second gauge with the same name and tags. Where the transport is the
 * application's and does not tell, nothing is registered.
 */
public final class ConnectionMeters implements MeterBinder {
    private static final String MAX = "maxConnections";

    private final SdkClient<?> client;
    private final Tags tags;

    /**
     * Creates the meters of a client.
     *
     * @param client the client; a registry holds it weakly
     * @param tags tell its connections from those of other clients
     */
    public ConnectionMeters(SdkClient<?> client, Iterable<Tag> tags) {
        this.client = Objects.requireNonNull(client, "client");
        this.tags = Tags.of(tags);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (client.connectionsInUse().isPresent()) {
            Gauge.builder(
                            ClientMeterDocumentation.CONNECTIONS_IN_USE.getName(),
                            client,
                            c -> c.connectionsInUse().orElse(0))
                    .description("Connections in use")
                    .baseUnit(ClientMeterDocumentation.CONNECTIONS_IN_USE.getBaseUnit())
                    .tags(tags)
                    .register(registry);
        }
        for (Setting setting : client.settings()) {
            if (setting.name().equals(MAX)) {
                int max = Integer.parseInt(setting.value());
                Gauge.builder(ClientMeterDocumentation.CONNECTIONS_MAX.getName(), () -> max)
                        .description("How many connections may be open")
                        .baseUnit(ClientMeterDocumentation.CONNECTIONS_MAX.getBaseUnit())
                        .tags(tags)
                        .register(registry);
            }
        }
    }
}
