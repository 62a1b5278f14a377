package io.github.alimsg.core.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.internal.json.RawJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a service's message what the request sent: gateways quote parameters, and {@code SignatureDoesNotMatch}
 * quotes all of them, percent-encoded twice. Off the path of a call that succeeds.
 */
public final class Redaction {
    /** Shorter values of ASCII stand inside many words, so they count as whole words only. */
    private static final int LONG_ENOUGH = 4;

    private static final Pattern STRING_TO_SIGN =
            Pattern.compile("(?is)[,;.:]?\\s*(server\\s+)?(string\\s*to\\s*sign|canonical\\s*request)\\b.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{7,}");

    private Redaction() {}

    /**
     * A message without the values of a request.
     *
     * @param message the service's message
     * @param secrets further texts to take out
     * @param pairs the request's parameters
     */
    public static @Nullable String of(
            @Nullable String message, Collection<String> secrets, List<PercentEncodedPairs> pairs) {
        if (message == null || message.isBlank()) {
            return message;
        }
        String text = STRING_TO_SIGN.matcher(message).replaceFirst(" (the string to sign is left out)");
        var values = new TreeSet<String>(
                Comparator.comparingInt(String::length).reversed().thenComparing(v -> v));
        values.addAll(secrets);
        for (PercentEncodedPairs some : pairs) {
            for (String pair : some.toString().split("&", -1)) {
                String value = pair.substring(pair.indexOf('=') + 1);
                values.add(value);
                addLeaves(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8), values);
            }
        }
        for (String value : values) {
            text = without(value, text);
        }
        return NUMBER.matcher(text).replaceAll(digits -> shape(digits.group()));
    }

    private static String without(String value, String text) {
        if (value.isBlank()) {
            return text;
        }
        if (value.length() >= LONG_ENOUGH || value.chars().anyMatch(c -> c >= 0x80)) {
            return text.replace(value, shape(value));
        }
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(value) + "(?![A-Za-z0-9])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(shape(value)));
    }

    /** A value, and what stands inside it when it is JSON or a list. */
    private static void addLeaves(String value, Collection<String> values) {
        values.add(value);
        if (value.startsWith("{") || value.startsWith("[")) {
            JsonNode tree = RawJson.tree(value);
            if (tree != null) {
                addLeaves(tree, values);
            }
        } else if (value.indexOf(',') >= 0) {
            values.addAll(List.of(value.split(",", -1)));
        }
    }

    private static void addLeaves(JsonNode node, Collection<String> values) {
        if (node.isValueNode()) {
            addLeaves(node.asText(), values);
        } else {
            node.forEach(child -> addLeaves(child, values));
        }
    }

    /** What is shown in place of a value. */
    public static String shape(String value) {
        return "<" + value.codePointCount(0, value.length()) + " chars>";
    }
}
