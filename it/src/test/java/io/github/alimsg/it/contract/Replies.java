package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.it.contract.Shape.Kind;
import java.util.Set;

/** Answers to operations. */
final class Replies {
    /** Name of a field that no metadata knows. */
    static final String UNDOCUMENTED = "UndocumentedList";

    private static final Set<String> OF_SUCCESS = Set.of("Code", "ResponseCode");

    private Replies() {}

    /** {@return an answer of success with every field of the metadata} */
    static ObjectNode full(MetadataOperation operation) {
        ObjectNode reply = envelope(operation);
        reply.setAll(Samples.full().object(operation.reply()));
        return reply;
    }

    /** {@return an answer of success with nothing but the envelope, as far as the metadata knows it} */
    static ObjectNode envelope(MetadataOperation operation) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("RequestId", "A90E4451-FED7-49D2-87C8-00700A8C4D0D"); // one answer's schema forgets it
        operation.envelope().forEach((name, shape) -> {
            boolean number = shape instanceof Shape.Single single && single.kind() != Kind.BOOLEAN && !single.quoted();
            if (name.equals("RequestId")) {
                return;
            }
            if (name.equals("Success")) {
                reply.put(name, true);
            } else if (OF_SUCCESS.contains(name) && number) {
                reply.put(name, 200);
            } else {
                reply.put(name, OF_SUCCESS.contains(name) ? "OK" : name + " of the service");
            }
        });
        return reply;
    }

    /** {@return of an answer, what the metadata knows beside the envelope} */
    static ObjectNode known(MetadataOperation operation, ObjectNode reply) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        for (Shape.Field field : operation.reply()) {
            known.set(field.name(), known(field.shape(), reply.path(field.name())));
        }
        return known;
    }

    private static JsonNode known(Shape shape, JsonNode value) {
        JsonNode copy = value.deepCopy();
        if (shape instanceof Shape.Struct || shape instanceof Shape.Items || shape instanceof Shape.Unwrapped) {
            copy.findParents(UNDOCUMENTED).forEach(parent -> ((ObjectNode) parent).remove(UNDOCUMENTED));
        }
        return copy;
    }
}
