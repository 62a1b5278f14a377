package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.template.TemplateText;
import io.github.alimsg.testing.products.Templates.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Templates of text messages in mainland China, and how values are refused: a second writing of the vendor's rules. */
public final class MainlandTemplates {
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String content, Map<String, String> rules) {}

    MainlandTemplates() {}

    public void add(String code, String content, Map<String, String> rules) {
        known.put(code, new Known(content, Map.copyOf(rules)));
    }

    Set<String> codes() {
        return known.keySet();
    }

    void remove(String code) {
        known.remove(code);
    }

    void clear() {
        known.clear();
    }

    /** Nothing is refused before the first template is added. */
    @Nullable
    Mismatch refusal(String operation, Map<String, String> parameters) {
        List<JsonNode> messages = known.isEmpty() ? List.of() : messages(operation, parameters);
        if (known.isEmpty() || messages.isEmpty() && !operation.equals("GetSmsTemplate")) {
            return null;
        }
        Known template = known.get(parameters.getOrDefault("TemplateCode", ""));
        if (template == null) {
            return new Mismatch("isv.SMS_TEMPLATE_ILLEGAL", "the account has no such template");
        }
        for (JsonNode values : messages) {
            Mismatch mismatch = mismatch(template, values);
            if (mismatch != null) {
                return mismatch;
            }
        }
        return null;
    }

    /** The values of every message of a call; a missing node for no JSON, nothing for a call that sends none. */
    private static List<JsonNode> messages(String operation, Map<String, String> parameters) {
        return switch (operation) {
            case "SendSms" -> List.of(JsonTrees.read(parameters.getOrDefault("TemplateParam", "{}")));
            case "SendBatchSms" -> {
                List<JsonNode> messages = new ArrayList<>();
                int count = JsonTrees.read(parameters.getOrDefault("PhoneNumberJson", "[]"))
                        .size();
                JsonNode values = JsonTrees.read(parameters.getOrDefault("TemplateParamJson", "[]"));
                for (int i = 0; i < count; i++) {
                    messages.add(values.path(i).isMissingNode() ? Receipt.fields() : values.get(i));
                }
                yield messages;
            }
            default -> List.of();
        };
    }

    private static @Nullable Mismatch mismatch(Known template, JsonNode values) {
        if (!values.isObject()) {
            return new Mismatch("isv.INVALID_JSON_PARAM", "the values are no JSON object");
        }
        for (String variable : TemplateText.of(template.content, "${", "}").variables()) {
            JsonNode value = values.path(variable);
            if (value.isMissingNode()) {
                return new Mismatch("isv.TEMPLATE_MISSING_PARAMETERS", "no value for " + variable);
            }
            if (!value.isTextual()) {
                return new Mismatch("isv.INVALID_JSON_PARAM", variable + " is no text");
            }
            String code = refusal(template.rules.getOrDefault(variable, ""), value.textValue());
            if (code != null) {
                return new Mismatch(code, "the value of " + variable + " does not fit");
            }
        }
        return null;
    }

    private static @Nullable String refusal(String rule, String value) {
        int digits = (int) value.chars().filter(c -> c >= '0' && c <= '9').count();
        int letters = (int) value.chars()
                .filter(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
                .count();
        int hyphens = (int) value.chars().filter(c -> c == '-').count();
        int length = value.codePointCount(0, value.length());
        return switch (rule) {
            case "numberCaptcha" -> illegal(length, 4, 6, digits == length);
            case "characterWithNumber2" -> illegal(length, 4, 6, digits + letters == length);
            case "phone_number2" -> illegal(length, 5, 15, digits + hyphens == length && digits >= 5 && digits <= 13);
            case "time" -> {
                String code = illegal(length, 1, 35, value.indexOf('_') < 0);
                yield code == null ? webAddress(value) : code;
            }
            case "money",
                    "name",
                    "user_nick",
                    "unit_name",
                    "address",
                    "license_plate_number",
                    "tracking_number",
                    "pick_up_code",
                    "other_number2",
                    "link_param",
                    "email_address",
                    "others" -> length < 1 || length > 35 ? "isv.PARAM_LENGTH_LIMIT" : webAddress(value);
            default -> null;
        };
    }

    private static @Nullable String illegal(int length, int min, int max, boolean fits) {
        return length < min || length > max ? "isv.PARAM_LENGTH_LIMIT" : fits ? null : "isv.TEMPLATE_PARAMS_ILLEGAL";
    }

    private static @Nullable String webAddress(String value) {
        String lowerCase = value.toLowerCase(Locale.ROOT);
        return lowerCase.contains("http://") || lowerCase.contains("https://") ? "isv.PARAM_NOT_SUPPORT_URL" : null;
    }

    /** The text that people receive; null when the template was not added, or does not fit. */
    @Nullable
    String text(Message message) {
        Known template = known.get(message.parameter("TemplateCode"));
        if (template == null) {
            return null;
        }
        TemplateText text = TemplateText.of(template.content, "${", "}");
        Map<String, String> values = message.content().values();
        return values.keySet().containsAll(text.variables())
                ? "【" + message.content().sender() + "】" + text.render(values)
                : null;
    }

    Map<String, ?> fields(String operation, Map<String, String> parameters) {
        String code = parameters.getOrDefault("TemplateCode", "");
        return switch (operation) {
            case "CreateSmsTemplate", "AddSmsTemplate" -> Map.of("TemplateCode", "SMS_" + Templates.newCode());
            case "UpdateSmsTemplate", "ModifySmsTemplate", "DeleteSmsTemplate" -> Map.of("TemplateCode", code);
            case "GetSmsTemplate" -> details(code);
            default -> Map.of();
        };
    }

    private Map<String, ?> details(String code) {
        Known template = known.get(code);
        if (template == null) {
            return Map.of();
        }
        ObjectNode rules = Receipt.fields();
        template.rules.forEach(rules::put);
        return Map.of(
                "TemplateCode",
                code,
                "TemplateContent",
                template.content,
                "TemplateStatus",
                "1",
                "TemplateType",
                "1",
                "VariableAttribute",
                rules.toString());
    }
}
