package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.receipts.FailureReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An operation that sends messages.
 *
 * @param operation its name
 * @param idField the field of its reply that names the message
 * @param recipients the parameter that says whom it sends to
 * @param form how several recipients are in one parameter
 * @param errorCodes a code that a message fails with, for each reason that has one
 * @param receipts the receipts of one message to one recipient, in order
 */
public record Sending(
        String operation,
        String idField,
        String recipients,
        Form form,
        Map<FailureReason, String> errorCodes,
        Function<SentMessage, List<Receipt>> receipts) {

    /** How recipients are written. */
    public enum Form {
        ONE,
        COMMAS,
        JSON_ARRAY
    }

    /** Whom a call with these parameters sends to. */
    public List<String> recipientsOf(Map<String, String> parameters) {
        String value = parameters.getOrDefault(recipients, "");
        return switch (form) {
            case ONE -> List.of(value);
            case COMMAS ->
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
            case JSON_ARRAY -> texts(JsonTrees.read(value));
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
