package io.github.alimsg.inbox.api;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.render.Templates;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Every call of openapi.json, for a fake. */
public final class Calls {
    private final Routes routes = new Routes();
    private final Feed feed;

    /**
     * What the rest of the program knows.
     *
     * @param version the version of the program
     * @param api where SDKs send to
     * @param page where the page is
     * @param key a key that is accepted
     * @param defects what went wrong inside the program
     */
    public record About(String version, URI api, Supplier<URI> page, Credentials key, Supplier<List<String>> defects) {}

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
        this.feed = new Feed(cloud, box, templates);
        new MessageCalls(box).addTo(routes);
        new RequestCalls(box).addTo(routes);
        new EventCalls(box.events()).addTo(routes);
        new TemplateCalls(box, templates).addTo(routes);
        new WebhookCalls(box, webhooks).addTo(routes);
        new InfoCalls(box, webhooks, about).addTo(routes);
    }

    public Routes routes() {
        return routes;
    }

    /** Begins to keep what the fake is sent. */
    public void listen() {
        feed.listen();
    }
}
