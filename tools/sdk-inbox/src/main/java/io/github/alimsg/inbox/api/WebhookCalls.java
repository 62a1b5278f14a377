package io.github.alimsg.inbox.api;

import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import java.io.IOException;

/** Where receipts go. */
final class WebhookCalls {
    private final Box box;
    private final Webhooks webhooks;

    WebhookCalls(Box box, Webhooks webhooks) {
        this.box = box;
        this.webhooks = webhooks;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/webhooks", call -> Answer.ok(webhooks.json())).add("PUT", "/webhooks", this::put);
    }

    private Answer put(PageCall call) throws IOException {
        try {
            webhooks.change(call.body());
        } catch (IllegalArgumentException e) {
            throw CallException.wrong(String.valueOf(e.getMessage()));
        }
        box.events().add("webhooks", webhooks.json());
        return Answer.ok(webhooks.json());
    }
}
