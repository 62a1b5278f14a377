package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.Search;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.inbox.render.Rendering;
import io.github.alimsg.inbox.render.Templates;
import java.io.IOException;
import java.util.function.Predicate;

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
        replaced();
        return Answer.ok(templates.json());
    }

    /** One was added, or has another text. */
    void added(ObjectNode template, boolean isNew) {
        box.events().add("template", template);
        if (!isNew) {
            String code = template.path("code").asText();
            renderAnew(message -> code.equals(Json.text(message, "template")));
        }
    }

    /** Any may be others. */
    void replaced() {
        box.events().add("templates", templates.json());
        renderAnew(message -> message.has("template"));
    }

    private void renderAnew(Predicate<ObjectNode> changed) {
        for (StoredMessage message : box.messages()
                .after(0, Integer.MAX_VALUE, Search.all().where(changed))
                .entries()) {
            box.change(message, rendering::text);
        }
    }
}
