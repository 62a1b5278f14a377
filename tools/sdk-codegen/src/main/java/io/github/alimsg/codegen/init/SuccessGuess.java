package io.github.alimsg.codegen.init;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.wire.SuccessRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where answers say whether a call succeeded.
 *
 * @param code the field with the code; null when the HTTP status says it
 * @param message the field beside it
 * @param reason why, for people
 */
record SuccessGuess(@Nullable String code, String message, String reason) {
    private static final List<SuccessRule> RULES =
            List.of(SuccessRule.CODE, new SuccessRule("ResponseCode", "ResponseDescription"));

    /** Counts the operations that have a code, and the examples of it that are no success. */
    static SuccessGuess of(JsonNode apis) {
        for (SuccessRule rule : RULES) {
            int codes = 0;
            int successes = 0;
            int others = 0;
            String other = "";
            for (JsonNode api : apis) {
                JsonNode code = field(api, String.valueOf(rule.codeField()));
                String example = code.path("example").asText("").strip();
                codes += code.isMissingNode() ? 0 : 1;
                if (SuccessRule.isSuccess(example)) {
                    successes++;
                } else if (!example.isEmpty()) {
                    others++;
                    other = example;
                }
            }
            if (codes > 0) {
                return others > successes
                        ? new SuccessGuess(
                                null,
                                rule.messageField(),
                                "the HTTP status: examples of " + rule.codeField() + " are such as '" + other + "'")
                        : new SuccessGuess(
                                rule.codeField(),
                                rule.messageField(),
                                rule.codeField() + ", where an answer has it: " + codes + " of " + apis.size());
            }
        }
        return new SuccessGuess(null, SuccessRule.HTTP_STATUS.messageField(), "the HTTP status: there is no code");
    }

    private static JsonNode field(JsonNode api, String name) {
        for (JsonNode response : api.path("responses")) {
            for (var field : response.path("schema").path("properties").properties()) {
                if (field.getKey().equalsIgnoreCase(name) && !field.getValue().has("properties")) {
                    return field.getValue();
                }
            }
        }
        return api.path("");
    }
}
