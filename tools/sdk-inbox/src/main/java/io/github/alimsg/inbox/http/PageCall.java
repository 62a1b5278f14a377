package io.github.alimsg.inbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.alimsg.inbox.json.Durations;
import io.github.alimsg.inbox.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of the page or of a program: its path, its query and its body. */
public final class PageCall {
    private static final int MAX_BODY = 256 * 1024;
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private final HttpExchange exchange;
    private final String path;
    private final String variable;
    private final Map<String, String> query;

    private PageCall(HttpExchange exchange, String path, String variable, Map<String, String> query) {
        this.exchange = exchange;
        this.path = path;
        this.variable = variable;
        this.query = query;
    }

    /** A call as it arrives. */
    static PageCall of(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return new PageCall(
                exchange,
                path == null ? "" : path,
                "",
                query(exchange.getRequestURI().getRawQuery()));
    }

    /** The same call, with the variable part of its path. */
    PageCall with(String variable) {
        return new PageCall(exchange, path, variable, query);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        int at = 0;
        while (raw != null && at < raw.length()) {
            int end = raw.indexOf('&', at);
            String pair = raw.substring(at, end < 0 ? raw.length() : end);
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
            at = end < 0 ? raw.length() : end + 1;
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw CallException.wrong("the query is not percent-encoded UTF-8");
        }
    }

    HttpExchange exchange() {
        return exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return path;
    }

    /** A header; null when it was not sent. */
    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** The variable part of the path, decoded. */
    public String variable() {
        return variable;
    }

    /** The variable part of the path as a number. @throws CallException when it is none */
    public long number() {
        try {
            return Long.parseLong(variable);
        } catch (NumberFormatException e) {
            throw CallException.notFound("number " + variable);
        }
    }

    /** A parameter of the query; null when it is absent or empty. */
    public @Nullable String parameter(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A parameter that is a number. @throws CallException when it is none, or too small or large */
    public long number(String name, long min, long max, long absent) {
        String value = parameter(name);
        if (value == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw CallException.wrong(name + " is a whole number from " + min + (max == Long.MAX_VALUE ? "" : " to " + max)
                + ", not " + value);
    }

    /** How long the caller wants to wait. @throws CallException when that is too long, or no duration */
    public Duration patience() {
        String value = parameter("wait");
        try {
            return value == null ? Duration.ofSeconds(10) : Durations.parse(value, MAX_WAIT);
        } catch (IllegalArgumentException e) {
            throw CallException.wrong("wait: " + e.getMessage());
        }
    }

    /** The body. @throws CallException when it is not a JSON object, or too large */
    public ObjectNode body() throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new CallException(413, "the body has more than 256 KB");
        }
        if (Json.read(new String(bytes, StandardCharsets.UTF_8)) instanceof ObjectNode object) {
            return object;
        }
        throw CallException.wrong("the body is not a JSON object");
    }
}
