package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.alimsg.core.wire.PhoneForm;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.inbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** The recipients that a call names, so that the page shows a refusal where the message would have been. */
final class Recipients {
    private static final int MAX = 20;
    private static final String TO = "To";

    /** Those of text messages to mainland China, which may leave out the calling code. */
    private static final List<String> MAINLAND = List.of("PhoneNumbers", "PhoneNumberJson");

    private Recipients() {}

    /** Numbers as messages have them; at most 20. */
    static ArrayNode of(Map<String, String> parameters) {
        ArrayNode numbers = Json.array();
        for (String name : MAINLAND) {
            for (String number : read(parameters.getOrDefault(name, ""))) {
                add(numbers, withCallingCode(number));
            }
        }
        read(parameters.getOrDefault(TO, "")).forEach(number -> add(numbers, number));
        return numbers;
    }

    private static List<String> read(String value) {
        List<String> numbers = new ArrayList<>();
        JsonNode list = value.startsWith("[") ? Json.read(value) : null;
        if (list != null) {
            list.forEach(number -> numbers.add(number.asText()));
        } else {
            for (var parts = new StringTokenizer(value, ","); parts.hasMoreTokens(); ) {
                numbers.add(parts.nextToken().strip());
            }
        }
        return numbers;
    }

    private static String withCallingCode(String number) {
        String digits = String.valueOf(PhoneForm.DIGITS.of(number));
        for (var home : DysmsMainlandClient.PRODUCT.homeNumbers().entrySet()) {
            if (home.getValue().matcher(digits).matches()) {
                return home.getKey() + digits;
            }
        }
        return digits;
    }

    private static void add(ArrayNode numbers, String number) {
        if (!number.isEmpty() && numbers.size() < MAX) {
            numbers.add(number);
        }
    }
}
