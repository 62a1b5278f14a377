package io.github.alimsg.inbox.api;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.render.Templates;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every call of openapi.json, for a fake. */
public final class Calls implements AutoCloseable {
    private final Routes routes = new Routes();
    private final Deliveries deliveries;
    private final Feed feed;

    /**
     * What the rest of the program knows.
     *
     * @param version the version of the program
     * @param api where SDKs send to
     * @param page where the page is
     * @param keys keys that are accepted; the first is shown to users
     * @param certificate what clients of the API have to trust, in PEM; null when it speaks plain HTTP
     * @param defects what went wrong inside the program
     */
    public record About(
            String version,
            URI api,
            Supplier<URI> page,
            List<Credentials> keys,
            @Nullable String certificate,
            Supplier<List<String>> defects) {
        /** Shows no key. */
        @Override
        public String toString() {
            return "About[" + version + "]";
        }
    }

    /**
     * Calls for a fake.
     *
     * @param clock runs what happens later
     */
    public Calls(
            FakeCloud cloud,
            Box box,
            Templates templates,
            Webhooks webhooks,
            ScheduledExecutorService clock,
            About about) {
        this.deliveries = new Deliveries(cloud, box, clock);
        var receipts = new Receipts(cloud, box, webhooks, deliveries);
        var faults = new FaultCalls(cloud, box, webhooks);
        Set<String> ownKeys =
                Set.copyOf(about.keys().stream().map(Credentials::accessKeyId).toList());
        var templateCalls = new TemplateCalls(box, templates);
        var created = new TemplateOperations(templates, templateCalls);
        this.feed = new Feed(cloud, box, templates, ownKeys, receipts::sent, request -> {
            created.seen(request);
            if (!request.faults().isEmpty()) {
                faults.applied();
            }
        });
        new MessageCalls(box).addTo(routes);
        new RequestCalls(box).addTo(routes);
        new EventCalls(box.events()).addTo(routes);
        templateCalls.addTo(routes);
        new WebhookCalls(box, webhooks).addTo(routes);
        new ReceiptCalls(box, receipts, deliveries).addTo(routes);
        new ReplyCalls(box, cloud.receipts(), webhooks, deliveries).addTo(routes);
        new InfoCalls(box, webhooks, about).addTo(routes);
        faults.addTo(routes);
    }

    public Routes routes() {
        return routes;
    }

    /** Begins to keep what the fake is sent. */
    public void listen() {
        feed.start();
    }

    @Override
    public void close() {
        feed.stop();
        deliveries.close();
    }
}
