package io.github.alimsg.spring.boot.observation;

import io.github.alimsg.core.SdkClient;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.micrometer.ConnectionMeters;
import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.spring.boot.ConfiguredClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Creates what measures calls, receipts and connections. */
final class Meters {
    private Meters() {}

    static ClientMeters ofClients(MeterRegistry registry) {
        return new ClientMeters(registry);
    }

    static ReceiptMeters ofReceipts(MeterRegistry registry) {
        return new ReceiptMeters(registry);
    }

    static MeterBinder ofConnections(ConfiguredClients clients) {
        return registry -> clients.whenCreated((name, client) -> bind(registry, name, client));
    }

    private static void bind(MeterRegistry registry, String name, SdkClient<?> client) {
        new ConnectionMeters(client, Tags.of("client", name)).bindTo(registry);
    }
}
