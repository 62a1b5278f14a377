package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A response is not lost over one value of another shape than documented, unless what happens next depends on it. */
class ContractOddValueTest {
    private static final List<String> NO_STRUCT =
            List.of("[]", "[{\"a\":[1]}]", "7", "\"None\"", "true", "\"{broken\"");
    private static final List<String> NOTHING_UNWRAPPED = List.of("7", "true", "\"{broken\"");
    private static final List<String> NO_LIST = List.of("{}", "{\"a\":[1]}", "7", "true");
    private static final List<String> NO_MAP = List.of("[]", "[{\"a\":1}]", "7", "\"None\"");
    private static final List<String> NO_WHOLE_NUMBER =
            List.of("1.5", "\"1.5\"", "1e30", "\"many\"", "{\"a\":[1]}", "[]", "true");
    private static final List<String> NO_NUMBER = List.of("\"many\"", "{\"a\":[1]}", "[]", "true");
    private static final List<String> NO_TRUTH = List.of("\"perhaps\"", "2", "{\"a\":[1]}", "[]");
    private static final List<String> NO_TIME =
            List.of("\"soon\"", "\"2026-02-30\"", "\"2026-01-02 03:04:05\"", "7", "true", "{\"a\":[1]}", "[]");
    private static final List<String> NO_PLAIN_TEXT = List.of("{\"a\":[1]}", "[]");

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /**
     * A reply with one odd value.
     *
     * @param path the names that lead to the value, dotted
     * @param fields the reply's fields beside the envelope
     * @param left those that a response has
     */
    private record Odd(String path, ObjectNode fields, ObjectNode left) {}

    @TestFactory
    Stream<DynamicContainer> oneOddValueIsAbsentAndEverythingElseIsRead() {
        return stage.forEveryOperation((api, operation) -> {
            Set<String> strict = api.customization().strictFields(operation.name());
            for (Odd odd : oddities(operation, Set.of())) {
                if (!strict.contains(odd.path)) {
                    ObjectNode reply = Replies.envelope(operation).setAll(odd.fields);

                    SdkResponse response = answer(api, operation, reply);

                    assertThat(Json.differences(odd.left, JavaObjects.wire(operation.reply(), response)))
                            .as(odd.path)
                            .isEmpty();
                    assertThat(response.rawJson()).isEqualTo(reply.toString());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicContainer> anOddValueThatDecidesWhatHappensNextIsMalformed() {
        return stage.forOperations(
                (api, name) -> !api.customization().strictFields(name).isEmpty(), (api, operation) -> {
                    Set<String> strict = api.customization().strictFields(operation.name());
                    for (Odd odd : oddities(operation, strict)) {
                        if (strict.contains(odd.path)) {
                            ObjectNode reply = Replies.envelope(operation).setAll(odd.fields);

                            assertThatThrownBy(() -> answer(api, operation, reply))
                                    .as(odd.path + " in " + reply)
                                    .isInstanceOf(MalformedResponseException.class)
                                    .hasMessageContaining("expected ")
                                    .hasMessageNotContaining("‹");
                        }
                    }
                });
    }

    private static SdkResponse answer(Api api, MetadataOperation operation, ObjectNode reply) {
        stage.cloud().reset();
        stage.cloud().when(operation.name()).thenReturn(reply.toString());
        ObjectNode values = Samples.required().object(operation.request());
        Object request =
                JavaObjects.build(api.requestType(operation.name()), operation.request(), values, Setters.TYPED);
        try {
            return stage.call(api, operation.name(), request);
        } finally {
            assertThat(stage.cloud().received()).hasSize(1);
        }
    }

    private static List<Odd> oddities(MetadataOperation operation, Set<String> strict) {
        List<Odd> odd = new ArrayList<>();
        ObjectNode full = Samples.full().object(operation.reply());
        members(operation.reply(), full, "", strict, (path, reply, left) -> {
            if (left != null) {
                odd.add(new Odd(path, (ObjectNode) reply, (ObjectNode) left));
            }
        });
        return odd;
    }

    /** Takes a value with something odd in it, and what is left of it; null when the value itself is odd. */
    private interface Change {
        void take(String path, JsonNode odd, @Nullable JsonNode left);
    }

    private static void members(
            List<Shape.Field> fields, ObjectNode object, String path, Set<String> strict, Change change) {
        for (Shape.Field field : fields) {
            String inside = path.isEmpty() ? field.name() : path + "." + field.name();
            values(field.shape(), object.path(field.name()), inside, strict, (place, odd, left) -> {
                ObjectNode reply = object.deepCopy();
                reply.set(field.name(), odd);
                ObjectNode rest = object.deepCopy();
                rest.remove(field.name());
                if (left != null) {
                    rest.set(field.name(), left);
                }
                change.take(place, reply, rest);
            });
        }
    }

    private static void values(Shape shape, JsonNode value, String path, Set<String> strict, Change change) {
        for (String odd : odd(shape, strict.contains(path))) {
            change.take(path, Json.parse(odd), null);
        }
        if (shape instanceof Shape.Struct struct) {
            members(struct.fields(), (ObjectNode) value, path, strict, change);
        }
        if (shape instanceof Shape.Unwrapped unwrapped) {
            members(
                    List.of(unwrapped.only()),
                    (ObjectNode) value,
                    path,
                    strict,
                    (place, odd, left) -> change.take(place, odd, left == null || left.isEmpty() ? null : left));
        }
        if (shape instanceof Shape.Items items) {
            values(items.item(), value.path(0), path, strict, (place, odd, left) -> {
                ArrayNode reply = value.deepCopy();
                reply.set(0, odd);
                ArrayNode rest = value.deepCopy();
                rest.remove(0);
                if (left != null) {
                    rest.insert(0, left);
                }
                change.take(place, reply, rest);
            });
        }
    }

    private static List<String> odd(Shape shape, boolean strict) {
        if (shape instanceof Shape.Struct) {
            return NO_STRUCT;
        }
        if (shape instanceof Shape.Unwrapped) {
            return NOTHING_UNWRAPPED; // what it holds may come without the object
        }
        if (shape instanceof Shape.Items) {
            return NO_LIST;
        }
        if (shape instanceof Shape.JsonText json) {
            return json.list() ? NO_LIST : NO_MAP;
        }
        if (shape instanceof Shape.Members) {
            return NO_MAP;
        }
        if (shape instanceof Shape.Open open && open.number()) {
            return NO_WHOLE_NUMBER;
        }
        if (!(shape instanceof Shape.Single single)) {
            return List.of(); // anything can be text, and anything can be anything
        }
        return switch (single.kind()) {
            case TEXT -> strict ? NO_PLAIN_TEXT : List.of();
            case INTEGER, LONG, MILLISECONDS, SECONDS -> NO_WHOLE_NUMBER;
            case DOUBLE, RATE, DECIMAL -> NO_NUMBER;
            case BOOLEAN, YES_NO -> NO_TRUTH;
            case MOMENT, DATE, BASIC_DATE -> NO_TIME;
        };
    }
}
