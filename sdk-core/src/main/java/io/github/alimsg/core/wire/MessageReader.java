package io.github.alimsg.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.internal.json.RawJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one request from its parameters. */
final class MessageReader {
    private final MessageFacts facts;
    private final Map<String, String> parameters;

    /** Lists by parameter: what is read once for all recipients. */
    private final Map<String, List<JsonNode>> lists = new HashMap<>();

    MessageReader(MessageFacts facts, Map<String, String> parameters) {
        this.facts = facts;
        this.parameters = parameters;
    }

    List<String> recipients() {
        String to = facts.to;
        if (to == null) {
            return List.of();
        }
        int dot = to.indexOf('.');
        if (dot >= 0) {
            return members(to.substring(0, dot), to.substring(dot + 1));
        }
        String value = parameters.get(to);
        if (value == null) {
            return List.of();
        }
        return switch (facts.form) {
            case ONE -> List.of(value);
            case COMMAS -> separated(value);
            case JSON ->
                isList(value) ? list(to).stream().map(MessageReader::text).toList() : separated(value);
        };
    }

    List<OutgoingMessage> messages(Operation<?, ?> operation, Map<String, Pattern> homeNumbers) {
        List<String> recipients = recipients();
        if (recipients.isEmpty()) {
            return List.of(message(operation, "", 0));
        }
        List<OutgoingMessage> messages = new ArrayList<>(recipients.size());
        for (int i = 0; i < recipients.size(); i++) {
            messages.add(message(operation, international(recipients.get(i), homeNumbers), i));
        }
        return messages;
    }

    private OutgoingMessage message(Operation<?, ?> operation, String to, int index) {
        String ownId = operation.ownId();
        return OutgoingMessage.builder(operation.name(), to)
                .sender(value(facts.sender, index))
                .text(value(facts.text, index))
                .template(value(facts.template, index))
                .values(values(value(facts.values, index)))
                .category(value(facts.category, index))
                .ownId(ownId == null ? null : parameters.get(ownId))
                .build();
    }

    private static String international(String recipient, Map<String, Pattern> homeNumbers) {
        String digits = String.valueOf(PhoneForm.DIGITS_OR_ID.of(recipient));
        for (Map.Entry<String, Pattern> home : homeNumbers.entrySet()) {
            if (home.getValue().matcher(digits).matches()) {
                return home.getKey() + digits;
            }
        }
        return digits;
    }

    private static List<String> separated(String value) {
        List<String> parts = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }

    /** A value of the message to the recipient with this index. */
    private @Nullable String value(@Nullable String path, int index) {
        if (path == null) {
            return null;
        }
        int dot = path.indexOf('.');
        if (dot >= 0) {
            return member(path.substring(0, dot), path.substring(dot + 1), index);
        }
        String value = parameters.get(path);
        if (value == null || facts.form != MessageFacts.Form.JSON || !isList(value)) {
            return value;
        }
        List<JsonNode> items = list(path);
        return index < items.size() ? text(items.get(index)) : null;
    }

    private List<String> members(String parameter, String member) {
        int count = 0;
        if (parameters.containsKey(parameter)) {
            count = list(parameter).size();
        } else {
            String start = parameter + "." + (count + 1) + ".";
            while (hasParameterOf(start)) {
                count++;
                start = parameter + "." + (count + 1) + ".";
            }
        }
        List<String> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String value = member(parameter, member, i);
            members.add(value == null ? "" : value);
        }
        return members;
    }

    private boolean hasParameterOf(String start) {
        return parameters.keySet().stream().anyMatch(name -> name.startsWith(start));
    }

    /** A list of objects is one text in JSON, or numbered parameters. */
    private @Nullable String member(String parameter, String member, int index) {
        if (!parameters.containsKey(parameter)) {
            return parameters.get(parameter + "." + (index + 1) + "." + member);
        }
        List<JsonNode> items = list(parameter);
        return index < items.size() ? text(items.get(index).path(member)) : null;
    }

    private List<JsonNode> list(String parameter) {
        return lists.computeIfAbsent(parameter, name -> {
            List<JsonNode> items = new ArrayList<>();
            JsonNode tree = RawJson.tree(parameters.getOrDefault(name, ""));
            if (tree != null && tree.isArray()) {
                tree.forEach(items::add);
            }
            return items;
        });
    }

    private static boolean isList(String value) {
        return value.startsWith("[");
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private static Map<String, String> values(@Nullable String json) {
        JsonNode tree = json == null ? null : RawJson.tree(json);
        if (tree == null || !tree.isObject()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        tree.properties().forEach(member -> {
            String value = text(member.getValue());
            values.put(member.getKey(), value == null ? "" : value);
        });
        return values;
    }
}
