package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** What runs here, where, and how to send to it. */
final class InfoCalls {
    private final Box box;
    private final Webhooks webhooks;
    private final Calls.About about;
    private final Instant started = Instant.now();
    private final Connect connect;

    InfoCalls(Box box, Webhooks webhooks, Calls.About about) {
        this.box = box;
        this.webhooks = webhooks;
        this.about = about;
        this.connect = new Connect(about);
    }

    void addTo(Routes routes) {
        routes.add("GET", "/health", this::health)
                .add("GET", "/connect", call -> Answer.ok(connect.json()))
                .add("GET", "/connect/{id}", call -> connect.text(call.variable()))
                .add("GET", "/certificate", this::certificate)
                .add("GET", "/openapi.json", this::openapi);
    }

    private Answer health(PageCall call) {
        ObjectNode json = Json.object().put("status", "ready").put("version", about.version());
        Json.put(json, "started", started);
        json.put("apiUrl", about.api().toString())
                .put("pageUrl", about.page().get().toString())
                .put("tls", about.certificate() != null)
                .put("accessKeyId", about.keys().get(0).accessKeyId())
                .put("accessKeySecret", about.keys().get(0).accessKeySecret())
                .put("max", box.max())
                .put("count", box.messages().size());
        json.set("webhooks", webhooks.json());
        json.set("defects", Json.texts(about.defects().get()));
        return Answer.ok(json);
    }

    private Answer certificate(PageCall call) {
        String pem = about.certificate();
        if (pem == null) {
            throw CallException.notFound("certificate: the API speaks plain HTTP");
        }
        return Answer.of(200, "application/x-pem-file", pem.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer openapi(PageCall call) throws IOException {
        try (InputStream file = InfoCalls.class.getResourceAsStream("/io/github/alimsg/inbox/openapi.json")) {
            return Answer.of(
                    200,
                    "application/json; charset=utf-8",
                    Objects.requireNonNull(file).readAllBytes());
        }
    }
}
