package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.template.TemplateText;
import io.github.alimsg.testing.products.Templates.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Templates of chat messages: the service accepts what does not fit, and a receipt says that it failed. */
public final class ChatTemplates {
    private static final String UNKNOWN_TEMPLATE = "132001";
    private static final String WRONG_VALUES = "132000";

    private final ConcurrentMap<Key, String> known = new ConcurrentHashMap<>();

    private record Key(String code, String language) {}

    ChatTemplates() {}

    public void add(String code, String language, String body) {
        known.put(new Key(code, language), body);
    }

    Set<String> codes() {
        return known.keySet().stream().map(Key::code).collect(Collectors.toSet());
    }

    void remove(String code) {
        known.keySet().removeIf(key -> key.code.equals(code));
    }

    /** The text that people receive; null when the template was not added, or does not fit. */
    @Nullable
    String text(Message message) {
        String body = known.get(new Key(message.parameter("TemplateCode"), message.parameter("Language")));
        Map<String, String> values = message.content().values();
        TemplateText text = body == null ? null : TemplateText.of(body, "$(", ")");
        return text != null && values.keySet().containsAll(text.variables()) ? text.render(values) : null;
    }

    void clear() {
        known.clear();
    }

    private static Key key(Map<String, String> parameters) {
        return new Key(parameters.getOrDefault("TemplateCode", ""), parameters.getOrDefault("Language", ""));
    }

    @Nullable
    Mismatch refusal(String operation, Map<String, String> parameters) {
        boolean unknown =
                operation.equals("GetChatappTemplateDetail") && !known.isEmpty() && !known.containsKey(key(parameters));
        return unknown ? new Mismatch("DetailError.TemplateNotExist", "the account has no such template") : null;
    }

    /** The error that a receipt of a message says; null when its template is not to blame. */
    public @Nullable String error(Map<String, String> parameters) {
        if (known.isEmpty() || !parameters.getOrDefault("Type", "").equalsIgnoreCase("template")) {
            return null;
        }
        String body = known.get(key(parameters));
        if (body == null) {
            return UNKNOWN_TEMPLATE;
        }
        JsonNode values = JsonTrees.read(parameters.getOrDefault("TemplateParams", "{}"));
        boolean complete = TemplateText.of(body, "$(", ")").variables().stream().allMatch(values::hasNonNull);
        return complete ? null : WRONG_VALUES;
    }

    Map<String, ?> fields(String operation, Map<String, String> parameters) {
        return switch (operation) {
            case "CreateChatappTemplate" -> named(Templates.newCode(), parameters.getOrDefault("Name", ""));
            case "ModifyChatappTemplate" ->
                named(parameters.getOrDefault("TemplateCode", ""), parameters.getOrDefault("TemplateName", ""));
            case "GetChatappTemplateDetail" -> details(parameters);
            default -> Map.of();
        };
    }

    private static Map<String, ?> named(String code, String name) {
        return Map.of("Data", Map.of("TemplateCode", code, "TemplateName", name));
    }

    private Map<String, ?> details(Map<String, String> parameters) {
        String body = known.get(key(parameters));
        return body == null
                ? Map.of()
                : Map.of(
                        "Data",
                        Map.of(
                                "TemplateCode",
                                parameters.getOrDefault("TemplateCode", ""),
                                "Language",
                                parameters.getOrDefault("Language", ""),
                                "AuditStatus",
                                "pass",
                                "Components",
                                List.of(Map.of("Type", "BODY", "Text", body))));
    }
}
