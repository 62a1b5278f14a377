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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** How to send to the inbox: snippets with the running port, and a table for other languages. */
final class Connect {
    private static final String FOLDER = "/io/github/alimsg/inbox/connect/";

    private record Snippet(String id, String title, String language, String file) {}

    private static final List<Snippet> SNIPPETS = List.of(
            new Snippet("environment", "This SDK, by environment", "shell", "environment.sh"),
            new Snippet("java", "Java, this SDK", "java", "OwnSdk.java"),
            new Snippet("curl", "Any language: a signed call with curl and openssl", "shell", "send.sh"),
            new Snippet("java-vendor", "Java, the vendor's SDK", "java", "VendorSdk.java"),
            new Snippet("node-vendor", "Node, the vendor's SDK", "javascript", "vendor.js"));

    private record Row(String language, String settings, String note) {}

    /** The vendor's generated SDKs are made from one description and take the same two settings. */
    private static final List<Row> ROWS = List.of(
            new Row("Java, Node", "HTTP", "Config.endpoint and Config.protocol; see the snippets"),
            new Row("Python", "HTTP", "Config(endpoint=…, protocol='HTTP'); not tried"),
            new Row("Go", "HTTP", "Config.Endpoint and Config.Protocol; not tried"),
            new Row("PHP", "HTTP", "Config.endpoint and Config.protocol; not tried"),
            new Row("C#", "HTTP", "Config.Endpoint and Config.Protocol; not tried"),
            new Row("RPC style, any", "http", "POST to /, HMAC-SHA1, SignatureVersion 1.0; see the curl snippet"));

    private final URI api;
    private final Credentials key;

    Connect(URI api, Credentials key) {
        this.api = api;
        this.key = key;
    }

    ObjectNode json() {
        ArrayNode snippets = Json.array();
        for (Snippet snippet : SNIPPETS) {
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
                    .put("endpoint", api.getAuthority())
                    .put("protocol", row.settings())
                    .put("note", row.note());
        }
        ObjectNode json = Json.object();
        json.set("snippets", snippets);
        json.set("table", table);
        return json;
    }

    /** One snippet. @throws CallException when there is none of that name */
    Answer text(String id) {
        for (Snippet snippet : SNIPPETS) {
            if (snippet.id().equals(id)) {
                byte[] text = code(snippet.file()).getBytes(StandardCharsets.UTF_8);
                return new Answer(200, "text/plain; charset=utf-8", text);
            }
        }
        throw CallException.notFound("snippet " + id);
    }

    private String code(String file) {
        try (InputStream text = Connect.class.getResourceAsStream(FOLDER + file)) {
            return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("127.0.0.1:8025", api.getAuthority())
                    .replace("inbox-key", key.accessKeyId())
                    .replace("inbox-secret", key.accessKeySecret());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
