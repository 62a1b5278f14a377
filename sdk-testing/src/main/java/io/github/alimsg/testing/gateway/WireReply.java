package io.github.alimsg.testing.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A reply of the fake: HTTP status, headers and body. Immutable. */
public final class WireReply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean disconnecting;

    private WireReply(int status, Map<String, String> headers, byte[] body, boolean disconnecting) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("an HTTP status is between 200 and 599, not " + status);
        }
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.disconnecting = disconnecting;
    }

    public static WireReply json(int status, String json) {
        return of(status, "application/json;charset=utf-8", json);
    }

    public static WireReply html(int status, String html) {
        return of(status, "text/html;charset=utf-8", html);
    }

    public static WireReply xml(int status, String xml) {
        return of(status, "text/xml;charset=utf-8", xml);
    }

    public static WireReply empty(int status) {
        return new WireReply(status, Map.of(), new byte[0], false);
    }

    public static WireReply of(int status, String contentType, String text) {
        return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static WireReply of(int status, String contentType, byte[] body) {
        return new WireReply(status, Map.of("Content-Type", contentType), body.clone(), false);
    }

    /** The same with a header more, or another value of it. */
    public WireReply withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, Objects.requireNonNull(value));
        return new WireReply(status, Collections.unmodifiableMap(more), body, disconnecting);
    }

    /** The same, after which the connection is closed. */
    public WireReply thenDisconnect() {
        return new WireReply(status, headers, body, true);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The body, read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** How many bytes the body has. */
    public int size() {
        return body.length;
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
}
