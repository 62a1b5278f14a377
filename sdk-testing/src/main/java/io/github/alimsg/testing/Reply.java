package io.github.alimsg.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A reply of {@link FakeCloud}: HTTP status, headers and body. Immutable. The fake adds {@code Date}, {@code
 * Content-Length} and {@code x-acs-request-id} where they are not set.
 */
public final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean disconnecting;

    private Reply(int status, Map<String, String> headers, byte[] body, boolean disconnecting) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("an HTTP status is between 200 and 599, not " + status);
        }
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.disconnecting = disconnecting;
    }

    /**
     * Returns a JSON body with HTTP 200.
     *
     * @param json the body, sent as it is
     * @return the reply
     */
    public static Reply json(String json) {
        return json(200, json);
    }

    /**
     * Returns a JSON body.
     *
     * @param status the HTTP status
     * @param json the body, sent as it is
     * @return the reply
     */
    public static Reply json(int status, String json) {
        return of(status, "application/json;charset=utf-8", json);
    }

    /**
     * Returns an HTML page, as proxies and load balancers do.
     *
     * @param status the HTTP status
     * @param html the page
     * @return the reply
     */
    public static Reply html(int status, String html) {
        return of(status, "text/html;charset=utf-8", html);
    }

    /**
     * Returns an XML body.
     *
     * @param status the HTTP status
     * @param xml the body
     * @return the reply
     */
    public static Reply xml(int status, String xml) {
        return of(status, "text/xml;charset=utf-8", xml);
    }

    /**
     * Returns a reply without a body.
     *
     * @param status the HTTP status
     * @return the reply
     */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0], false);
    }

    /**
     * Returns a redirect, which the SDK must not follow.
     *
     * @param status the HTTP status, such as 302, 307 or 308
     * @param location where to
     * @return the reply
     */
    public static Reply redirect(int status, URI location) {
        return empty(status).withHeader("Location", location.toString());
    }

    /**
     * Returns a redirect, which the SDK must not follow.
     *
     * @param status the HTTP status, such as 302, 307 or 308
     * @param location where to
     * @return the reply
     */
    public static Reply redirect(int status, String location) {
        return redirect(status, URI.create(location));
    }

    /**
     * Returns a text of any kind, in UTF-8.
     *
     * @param status the HTTP status
     * @param contentType the content type
     * @param text the body
     * @return the reply
     */
    public static Reply of(int status, String contentType, String text) {
        return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns bytes of any kind.
     *
     * @param status the HTTP status
     * @param contentType the content type
     * @param body the body
     * @return the reply
     */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body.clone(), false);
    }

    /**
     * Returns the same reply with a header added or replaced.
     *
     * @param name the header's name, in any case
     * @param value its value
     * @return the reply
     */
    public Reply withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, Objects.requireNonNull(value));
        return new Reply(status, Collections.unmodifiableMap(more), body, disconnecting);
    }

    /**
     * Returns the same reply, after which the connection is closed silently: the client may think that it is alive and
     * use it again.
     *
     * @return the reply
     */
    public Reply thenDisconnect() {
        return new Reply(status, headers, body, true);
    }

    /**
     * Returns its HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Returns its headers by name, without those that the fake adds.
     *
     * @return the headers, unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns its body as text.
     *
     * @return the body, read as UTF-8
     */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return body;
    }

    boolean disconnecting() {
        return disconnecting;
    }

    boolean hasHeader(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Reply[%d, %d bytes]", status, body.length);
    }
}
