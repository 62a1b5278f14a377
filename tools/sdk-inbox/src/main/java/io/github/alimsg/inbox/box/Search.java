package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** A search for messages: words, and {@code key:value}; all have to match, in any case of letters. */
public final class Search implements Predicate<StoredMessage> {
    private static final Set<String> KEYS = Set.of("to", "from", "op", "state", "id", "template", "error", "before");

    /** Fields that words are looked for in. */
    private static final List<String> TEXTS =
            List.of("text", "to", "sender", "signName", "template", "ownId", "otp", "button");

    private static final List<String> PARTS =
            List.of("header", "body", "footer", "buttons", "list", "location", "media");

    private final List<Predicate<ObjectNode>> terms = new ArrayList<>();

    private Search() {}

    /** A search that finds every message. */
    public static Search all() {
        return new Search();
    }

    /**
     * Reads a search.
     *
     * @throws IllegalArgumentException when a key has no value, or {@code before:} no time
     */
    public static Search of(String text) {
        var search = new Search();
        int at = 0;
        while (at < text.length()) {
            var term = new StringBuilder();
            boolean quoted = false;
            for (; at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at))); at++) {
                if (text.charAt(at) == '"') {
                    quoted = !quoted;
                } else {
                    term.append(text.charAt(at));
                }
            }
            at++;
            if (term.length() > 0) {
                search.terms.add(term(term.toString()));
            }
        }
        return search;
    }

    /** Adds what the Message of openapi.json has to be like. @return this search */
    public Search where(Predicate<ObjectNode> condition) {
        terms.add(condition);
        return this;
    }

    @Override
    public boolean test(StoredMessage message) {
        if (terms.isEmpty()) {
            return true;
        }
        ObjectNode json = message.json();
        for (Predicate<ObjectNode> term : terms) {
            if (!term.test(json)) {
                return false;
            }
        }
        return true;
    }

    /** What words are looked for in, in small letters. */
    private static String words(ObjectNode json) {
        var words = new StringBuilder();
        for (String field : TEXTS) {
            String value = Json.text(json, field);
            if (value != null) {
                words.append(value).append('\n');
            }
        }
        json.path("values").forEach(value -> words.append(value.asText()).append('\n'));
        JsonNode parts = json.path("parts");
        for (String field : PARTS) {
            collect(parts.path(field), words);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static void collect(JsonNode node, StringBuilder words) {
        if (node.isTextual()) {
            words.append(node.asText()).append('\n');
        }
        node.forEach(child -> collect(child, words));
    }

    private static Predicate<ObjectNode> term(String term) {
        int colon = term.indexOf(':');
        String key = colon < 0 ? "" : term.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!KEYS.contains(key)) {
            String word = term.toLowerCase(Locale.ROOT);
            return message -> words(message).contains(word);
        }
        String value = term.substring(colon + 1).toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(key + ": needs a value, such as " + key + ":" + example(key));
        }
        return switch (key) {
            case "to" -> contains(number(value), "to");
            case "from" -> contains(number(value), "sender");
            case "op" -> is(value, "operation");
            case "state" -> is(value, "state");
            case "id" -> is(value, "id", "serviceId", "requestId", "ownId");
            case "template" -> is(value, "template");
            case "error" -> is(value, "errorCode");
            default -> before(value);
        };
    }

    private static String example(String key) {
        return switch (key) {
            case "to", "from" -> "6281234567890";
            case "op" -> "SendSms";
            case "state" -> "failed";
            case "before" -> "2026-01-31";
            default -> "…";
        };
    }

    /** A number without what people put between digits. */
    public static String number(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (" +-()./".indexOf(c) < 0) {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static Predicate<ObjectNode> contains(String value, String field) {
        return message -> number(lower(message.path(field))).contains(value);
    }

    private static Predicate<ObjectNode> is(String value, String... fields) {
        return message -> {
            for (String field : fields) {
                if (lower(message.path(field)).equals(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static String lower(JsonNode value) {
        return value.isNull() ? "" : value.asText().toLowerCase(Locale.ROOT);
    }

    private static Predicate<ObjectNode> before(String value) {
        Instant time = time(value.toUpperCase(Locale.ROOT));
        return message -> Instant.parse(message.path("at").asText()).isBefore(time);
    }

    private static Instant time(String value) {
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException(
                    "before: needs a day or a time in UTC, such as 2026-01-31 or 2026-01-31T08:00:00Z");
        }
    }
}
