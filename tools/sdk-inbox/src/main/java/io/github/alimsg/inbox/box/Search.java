package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.JsonNode;
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

    private final List<Predicate<StoredMessage>> terms = new ArrayList<>();

    private Search() {}

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

    @Override
    public boolean test(StoredMessage message) {
        for (Predicate<StoredMessage> term : terms) {
            if (!term.test(message)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<StoredMessage> term(String term) {
        int colon = term.indexOf(':');
        String key = colon < 0 ? "" : term.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!KEYS.contains(key)) {
            String word = term.toLowerCase(Locale.ROOT);
            return message -> message.words().contains(word);
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

    private static Predicate<StoredMessage> contains(String value, String field) {
        return message -> number(lower(message.json().path(field))).contains(value);
    }

    private static Predicate<StoredMessage> is(String value, String... fields) {
        return message -> {
            for (String field : fields) {
                if (lower(message.json().path(field)).equals(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static String lower(JsonNode value) {
        return value.isNull() ? "" : value.asText().toLowerCase(Locale.ROOT);
    }

    private static Predicate<StoredMessage> before(String value) {
        Instant time = time(value.toUpperCase(Locale.ROOT));
        return message -> message.at().isBefore(time);
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
