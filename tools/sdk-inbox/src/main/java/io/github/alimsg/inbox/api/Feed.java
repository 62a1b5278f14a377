package io.github.alimsg.inbox.api;

import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.render.Rendering;
import io.github.alimsg.inbox.render.Templates;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.SentMessage;
import java.util.Map;
import java.util.Objects;

/** Puts what a fake is sent into the box. */
final class Feed {
    private final FakeCloud cloud;
    private final Box box;
    private final Rendering rendering;

    Feed(FakeCloud cloud, Box box, Templates templates) {
        this.cloud = cloud;
        this.box = box;
        this.rendering = new Rendering(templates);
    }

    void listen() {
        cloud.messages().onMessage(this::add);
    }

    private void add(SentMessage sent) {
        String product = Objects.requireNonNullElse(KnownProducts.of(sent.operation()), "");
        box.add(rendering.message(sent, product, Map.of()), sent);
    }
}
