package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How to send to the inbox: snippets with the running port, and a table for other languages. */
final class Connect {
    private static final String FOLDER = "/io/github/alimsg/inbox/connect/";

    /** Only where the API speaks TLS. */
    private static final Snippet CERTIFICATE = new Snippet("certificate", "Certificate", "shell", "certificate.sh");

    private record Snippet(String id, String title, String language, String file) {}

    private static final List<Snippet> SNIPPETS = List.of(
            new Snippet("environment", "Environment", "shell", "environment.sh"),
            new Snippet("java", "Java", "java", "OwnSdk.java"),
            new Snippet("curl", "curl", "shell", "send.sh"),
            new Snippet("java-vendor", "Vendor's Java", "java", "VendorSdk.java"),
            new Snippet("node-vendor", "Vendor's Node", "javascript", "vendor.js"));

    private record Row(String language, String note) {}

    /** The vendor's generated SDKs are made from one description and take the same two settings. */
    private static final List<Row> ROWS = List.of(
            new Row("Java, Node", "Config.endpoint and Config.protocol; see the snippets"),
            new Row("Python", "Config(endpoint=…, protocol=…); not tried"),
            new Row("Go", "Config.Endpoint and Config.Protocol; not tried"),
            new Row("PHP", "Config.endpoint and Config.protocol; not tried"),
            new Row("C#", "Config.Endpoint and Config.Protocol; not tried"),
            new Row("RPC style, any", "POST to /, HMAC-SHA1, SignatureVersion 1.0; see the curl snippet"));

    private final Calls.About about;
    private final boolean tls;

    Connect(Calls.About about) {
        this.about = about;
        this.tls = about.certificate() != null;
    }

    private List<Snippet> snippets() {
        List<Snippet> all = new ArrayList<>(SNIPPETS);
        if (tls) {
            all.add(0, CERTIFICATE);
        }
        return all;
    }

    ObjectNode json() {
        ArrayNode snippets = Json.array();
        for (Snippet snippet : snippets()) {
            snippets.addObject()
                    .put("id", snippet.id())
                    .put("title", snippet.title())
                    .put("language", snippet.language())
                    .put("code", code(snippet.file()));
        }
        ArrayNode table = Json.array();
        for (Row row : ROWS) {
            table.addObject()
                    .put("language", row.language())
                    .put("endpoint", about.api().getAuthority())
                    .put("protocol", tls ? "HTTPS" : "HTTP")
                    .put("note", row.note());
        }
        ObjectNode json = Json.object();
        json.set("snippets", snippets);
        json.set("table", table);
        return json;
    }

    /** One snippet. @throws CallException when there is none of that name */
    Answer text(String id) {
        for (Snippet snippet : snippets()) {
            if (snippet.id().equals(id)) {
                byte[] text = code(snippet.file()).getBytes(StandardCharsets.UTF_8);
                return Answer.of(200, "text/plain; charset=utf-8", text);
            }
        }
        throw CallException.notFound("snippet " + id);
    }

    private String code(String file) {
        try (InputStream text = Connect.class.getResourceAsStream(FOLDER + file)) {
            Credentials key = about.keys().get(0);
            String code = new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("http://127.0.0.1:8025", about.api().toString())
                    .replace("127.0.0.1:8025", about.api().getAuthority())
                    .replace("inbox-key", key.accessKeyId())
                    .replace("inbox-secret", key.accessKeySecret())
                    .replace("http://page.example/", about.page().get().toString());
            return tls ? code.replace("\"HTTP\"", "\"HTTPS\"").replace("'HTTP'", "'HTTPS'") : code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
