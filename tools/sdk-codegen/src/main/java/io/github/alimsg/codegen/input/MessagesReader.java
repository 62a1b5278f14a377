package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.Customization.Message;
import io.github.alimsg.codegen.input.YamlValue.Entry;
import io.github.alimsg.core.wire.MessageFacts.Form;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the operations that send messages send, to whom. Operations that send have an entry each, so that a guard
 * of sends misses none.
 */
final class MessagesReader {
    /** What {@code to} says of a request that names nobody. */
    private static final String NOBODY = "none";

    private static final List<String> KEYS =
            List.of("to", "form", "sender", "text", "template", "values", "category", "ownId", "id");
    private static final Set<String> SENDING = Set.of("SEND", "SENDS_CODE");

    private final Problems problems;

    MessagesReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads the section.
     *
     * @param entries its entries
     * @param section where it is, or would be
     * @param effects effects of all operations
     * @param omitted operations that are not generated
     */
    Map<String, Message> read(
            Collection<Entry> entries, SourcePosition section, Map<String, String> effects, Set<String> omitted) {
        Map<String, Message> messages = new TreeMap<>();
        for (Entry entry : entries) {
            Map<String, Entry> parts = entry.value().entries(KEYS);
            String operation = entry.key();
            String effect = effects.get(operation);
            if (effect != null && SENDING.contains(effect)) {
                messages.put(operation, message(operation, parts, entry.position()));
            } else if (effect != null) {
                problems.add(entry.position(), operation + " sends nothing", "remove it from messages");
            } else if (!omitted.contains(operation)) {
                problems.add(
                        entry.position(), "no operation is called '" + operation + "'", "remove it, or fix its name");
            }
        }
        new TreeMap<>(effects).forEach((operation, effect) -> {
            if (SENDING.contains(effect) && !messages.containsKey(operation)) {
                problems.add(
                        section,
                        operation + " is missing in messages",
                        "add it with 'to: Parameter', or 'to: none' when its request names nobody");
            }
        });
        return messages;
    }

    private Message message(String operation, Map<String, Entry> parts, SourcePosition position) {
        String to = text(parts, "to");
        if (to == null) {
            problems.add(
                    position,
                    "'to' of " + operation + " is missing in messages",
                    "name the parameter, or write 'to: none' when the request names nobody");
        }
        return new Message(
                NOBODY.equals(to) ? null : to,
                form(parts.get("form")),
                text(parts, "sender"),
                text(parts, "text"),
                text(parts, "template"),
                text(parts, "values"),
                text(parts, "category"),
                text(parts, "ownId"),
                texts(parts.get("id")),
                position);
    }

    private Form form(@Nullable Entry entry) {
        if (entry == null) {
            return Form.ONE;
        }
        String word = entry.value().text();
        for (Form form : Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(word)) {
                return form;
            }
        }
        problems.add(
                entry.value().position(),
                "'" + word + "' is not a form of recipients",
                "use one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Form.values())
                                        .map(form -> form.name().toLowerCase(Locale.ROOT))
                                        .toList()));
        return Form.ONE;
    }

    /** One text, or a list of them. */
    private static List<String> texts(@Nullable Entry entry) {
        if (entry == null) {
            return List.of();
        }
        YamlValue value = entry.value();
        return value.isText()
                ? List.of(value.text())
                : value.items().stream().map(YamlValue::text).toList();
    }

    private static @Nullable String text(Map<String, Entry> parts, String name) {
        Entry entry = parts.get(name);
        return entry == null ? null : entry.value().text();
    }
}
