package io.github.alimsg.core.internal.reply;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import io.github.alimsg.core.internal.json.RawJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values that a request sent, in every form in which a reply may quote them: whole parameters, percent-encoded once
 * and twice, the parts of JSON and of lists, and the numbers and codes in all of them.
 */
final class SentValues {
    /** Shorter ASCII values occur inside many words, so they count only as whole words. */
    static final int LONG_ENOUGH = 4;

    /** Codes that are sent to people have at least four digits; three are for those that are written in two groups. */
    private static final int SHORT_NUMBER = 3;

    private final Set<String> values = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    /**
     * Collects what a request sent.
     *
     * @param secrets keys and tokens
     * @param pairs the request's parameters
     */
    SentValues(Collection<String> secrets, List<PercentEncodedPairs> pairs) {
        values.addAll(secrets);
        for (PercentEncodedPairs some : pairs) {
            String text = some.toString();
            for (int begin = 0, end; begin < text.length(); begin = end + 1) {
                int next = text.indexOf('&', begin);
                end = next < 0 ? text.length() : next;
                addEncoded(text.substring(text.indexOf('=', begin) + 1, end));
            }
        }
        values.removeIf(String::isBlank);
    }

    private void addEncoded(String value) {
        values.add(value);
        values.add(value.replace("%", "%25"));
        add(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    /** Adds a value, the numbers in it, and its parts when it is JSON or a list. */
    private void add(String value) {
        values.add(value);
        Numbers.in(value, (begin, end) -> {
            if (end - begin >= SHORT_NUMBER) {
                numbers.add(value.substring(begin, end));
            }
        });
        if (value.startsWith("{") || value.startsWith("[")) {
            JsonNode tree = RawJson.tree(value);
            if (tree != null) {
                add(tree);
            }
        } else {
            for (int begin = 0, end; begin < value.length(); begin = end + 1) {
                int next = value.indexOf(',', begin);
                end = next < 0 ? value.length() : next;
                values.add(value.substring(begin, end));
            }
        }
    }

    private void add(JsonNode node) {
        if (node.isValueNode()) {
            add(node.asText());
        } else {
            node.forEach(this::add);
        }
    }

    /** Hides them in a text. */
    void hideIn(RedactedText text) {
        for (String value : values) {
            if (value.length() >= LONG_ENOUGH || value.chars().anyMatch(c -> c >= 0x80)) {
                text.hide(value);
            } else {
                text.hideWord(value);
            }
        }
        text.hideNumbers(numbers);
    }

    /**
     * Returns whether a code or an id repeats one of them. Words without digits are common in codes, so only values
     * with digits count as quoted.
     *
     * @param id the code or id
     * @param shortest the minimum length of a value inside of it to count
     */
    boolean areQuotedIn(String id, int shortest) {
        return values.contains(id) || quotes(id, shortest, values) || quotes(id, shortest, numbers);
    }

    private static boolean quotes(String id, int shortest, Set<String> sent) {
        for (String value : sent) {
            if (value.length() >= shortest && Numbers.hasDigit(value) && id.contains(value)) {
                return true;
            }
        }
        return false;
    }
}
