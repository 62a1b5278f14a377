package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.Signature;
import io.github.alimsg.it.contract.MetadataOperation.Parameter;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What arrived at the cloud, against what the metadata says should. */
final class Arrival {
    private static final Set<String> OF_OLD_SIGNATURE = Set.of(
            "AccessKeyId",
            "Action",
            "Format",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureVersion",
            "Timestamp",
            "Version");

    private Arrival() {}

    /** Expects one call, with these values in the places the metadata names, and nothing else. */
    static void expect(FakeCloud cloud, MetadataOperation operation, ObjectNode values) {
        expect(onlyCall(cloud), operation, values);

        ReceivedRequest request = cloud.attempts().get(0);
        ReceivedCall call = cloud.received().get(0);
        int mark = request.target().indexOf('?');
        assertThat(pairs(mark < 0 ? "" : request.target().substring(mark + 1)))
                .as("no parameter stands twice in the query")
                .isEqualTo(call.query().size());
        assertThat(pairs(request.body()))
                .as("no parameter stands twice in the form")
                .isEqualTo(call.form().size());
    }

    /** Expects these values in the places the metadata names, and nothing else. */
    static void expect(ReceivedCall call, MetadataOperation operation, ObjectNode values) {
        expect(call, Set.of(), operation, values);
    }

    /** Expects one call with these values in their places, and what the older signature adds to the query. */
    static void expectWithOldSignature(FakeCloud cloud, MetadataOperation operation, ObjectNode values) {
        ReceivedCall call = onlyCall(cloud);
        assertThat(call.signature()).isEqualTo(Signature.RPC_1_0);
        assertThat(call.query()).containsKeys(OF_OLD_SIGNATURE.toArray(String[]::new));
        expect(call, OF_OLD_SIGNATURE, operation, values);
    }

    private static void expect(
            ReceivedCall call, Set<String> ofSignature, MetadataOperation operation, ObjectNode values) {
        assertThat(call.operation()).isEqualTo(operation.name());
        assertThat(call.refusalCode()).as("why the gateway refused").isNull();
        Map<String, String> query = new TreeMap<>(call.query());
        query.keySet().removeAll(ofSignature);
        expectSame("query", expected(operation, values, false), query, operation);
        expectSame("form", expected(operation, values, true), call.form(), operation);
    }

    private static ReceivedCall onlyCall(FakeCloud cloud) {
        assertThat(cloud.received()).hasSize(1);
        return cloud.received().get(0);
    }

    private static long pairs(String encoded) {
        return encoded.isEmpty() ? 0 : encoded.chars().filter(c -> c == '&').count() + 1;
    }

    /** JSON parameters are compared as trees, all others letter by letter. */
    private static void expectSame(
            String place, Map<String, String> expected, Map<String, String> actual, MetadataOperation operation) {
        assertThat(actual.keySet()).as(place).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (Parameter parameter : operation.parameters()) {
            String name = parameter.field().name();
            String text = expected.get(name);
            String found = actual.get(name);
            if (text != null && found != null && parameter.style().equals("json")) {
                assertThat(Json.differences(Json.parse(text), Json.parse(found)))
                        .as(place + " " + name)
                        .isEmpty();
            }
        }
        Map<String, String> letterByLetter = new TreeMap<>(expected);
        Map<String, String> foundLetterByLetter = new TreeMap<>(actual);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.style().equals("json")) {
                letterByLetter.remove(parameter.field().name());
                foundLetterByLetter.remove(parameter.field().name());
            }
        }
        assertThat(foundLetterByLetter).as(place).containsExactlyInAnyOrderEntriesOf(letterByLetter);
    }

    private static Map<String, String> expected(MetadataOperation operation, ObjectNode values, boolean form) {
        Map<String, String> texts = new TreeMap<>();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = values.get(parameter.field().name());
            if (value != null && parameter.inForm() == form) {
                add(texts, parameter.field().name(), value, parameter.style());
            }
        }
        return texts;
    }

    private static void add(Map<String, String> texts, String name, JsonNode value, String style) {
        if (style.equals("json")) {
            texts.put(name, value.toString());
        } else if (value.isNull()) {
            return; // has its number in a list, but flattened parameters have no way to say null
        } else if (!value.isContainerNode()) {
            texts.put(name, value.asText());
        } else if (!List.of("repeatList", "flat").contains(style)) {
            throw new IllegalArgumentException(name + " is a list or an object without a style");
        } else if (value.isArray()) {
            int number = 1;
            for (JsonNode item : value) {
                add(texts, name + "." + number++, item, style);
            }
        } else {
            value.properties().forEach(member -> add(texts, name + "." + member.getKey(), member.getValue(), style));
        }
    }
}
