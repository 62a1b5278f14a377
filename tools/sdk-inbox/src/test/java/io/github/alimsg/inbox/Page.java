package io.github.alimsg.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Calls an inbox as programs do. */
public final class Page {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin,connection");
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI uri;

    public Page(URI uri) {
        this.uri = uri;
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a request below the root. */
    public HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> settings) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path));
        settings.accept(request);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return send(
                "/_inbox/api" + path,
                request -> request.method(
                                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json"));
    }

    /** The status and the body of a call. */
    public HttpResponse<String> get(String path) {
        return send("/_inbox/api" + path, request -> {});
    }

    public HttpResponse<String> post(String path, String body) {
        return call("POST", path, body);
    }

    public HttpResponse<String> put(String path, String body) {
        return call("PUT", path, body);
    }

    public HttpResponse<String> delete(String path) {
        return call("DELETE", path, "");
    }

    /** What a call that succeeds answers. */
    public JsonNode read(String path) {
        return ok(get(path));
    }

    public static JsonNode ok(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response.body());
    }

    /** The lines of the stream of events; close it. */
    public Stream<String> events(String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve("/_inbox/api/events"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
