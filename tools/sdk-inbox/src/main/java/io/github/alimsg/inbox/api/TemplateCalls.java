package io.github.alimsg.inbox.api;

import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.render.Rendering;
import io.github.alimsg.inbox.render.Templates;
import java.io.IOException;

/** The texts of templates. */
final class TemplateCalls {
    private final Box box;
    private final Templates templates;
    private final Rendering rendering;

    TemplateCalls(Box box, Templates templates) {
        this.box = box;
        this.templates = templates;
        this.rendering = new Rendering(templates);
    }

    void addTo(Routes routes) {
        routes.add("GET", "/templates", call -> Answer.ok(templates.json())).add("PUT", "/templates", this::put);
    }

    private Answer put(PageCall call) throws IOException {
        try {
            templates.replace(call.body());
        } catch (IllegalArgumentException e) {
            throw CallException.wrong(String.valueOf(e.getMessage()));
        }
        box.events().add("templates", templates.json());
        for (StoredMessage message : box.messages()
                .after(0, Integer.MAX_VALUE, one -> one.text("template") != null)
                .entries()) {
            box.change(message, rendering::text);
        }
        return Answer.ok(templates.json());
    }
}
