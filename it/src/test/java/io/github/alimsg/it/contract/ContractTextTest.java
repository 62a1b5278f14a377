package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.it.contract.Shape.Kind;
import io.github.alimsg.testing.ReceivedCall;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** An emoji arrives as one character, and half of one is never sent. */
class ContractTextTest {
    private static final String HIGH = "\uD83D";
    private static final String LOW = "\uDE00";

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @TestFactory
    Stream<DynamicContainer> emojiArriveAsTheyAreAndNotAsEscapes() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            Class<?> type = api.requestType(operation.name());
            stage.succeed(operation);

            stage.call(api, operation.name(), JavaObjects.build(type, operation.request(), values, Setters.TYPED));

            ReceivedCall call = stage.cloud().received().get(0);
            assertThat(call.parameters().values())
                    .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("\\ud83c"));
            boolean hasText = values.toString().contains("🎉");
            assertThat(String.join("", call.parameters().values()).contains("🎉"))
                    .isEqualTo(hasText);
        });
    }

    @TestFactory
    Stream<DynamicContainer> halfACharacterIsRefusedBeforeSendingUnderTheNameOfItsParameter() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            Class<?> type = api.requestType(operation.name());
            for (Field field : operation.request()) {
                cut(field.shape(), values.path(field.name()), text -> {
                    ObjectNode changed = values.deepCopy();
                    changed.set(field.name(), text);
                    Object request = JavaObjects.build(type, operation.request(), changed, Setters.TYPED);
                    expectRefusal(api, operation, request, field.name());
                });
            }
        });
    }

    @TestFactory
    Stream<DynamicContainer> halfACharacterIsRefusedInParametersThatNobodyKnows() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.required().object(operation.request());
            Object builder = Reflection.builder(api.requestType(operation.name()));
            JavaObjects.fill(builder, api.requestType(operation.name()), operation.request(), values, Setters.TYPED);
            ((SdkRequest.Builder<?>) builder).putParam("Unknown", "‹a›" + HIGH);

            expectRefusal(api, operation, Reflection.build(builder), "Unknown");
        });
    }

    private static void expectRefusal(Api api, MetadataOperation operation, Object request, String name) {
        assertThatThrownBy(() -> stage.call(api, operation.name(), request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(" holds half a character ")
                .hasMessageNotContainingAny(HIGH, LOW, "‹");
        assertThat(stage.cloud().attempts()).as(name).isEmpty();
    }

    /** Puts half a character into every text of a value, one after the other. */
    private static void cut(Shape shape, JsonNode value, Consumer<JsonNode> changed) {
        if (shape instanceof Shape.Open open && !open.number()
                || shape instanceof Shape.Single single && single.kind() == Kind.TEXT) {
            changed.accept(TextNode.valueOf(value.asText() + HIGH));
            changed.accept(TextNode.valueOf(LOW + value.asText()));
            changed.accept(TextNode.valueOf(HIGH + value.asText() + LOW));
        } else if (shape instanceof Shape.Struct struct) {
            for (Field field : struct.fields()) {
                cut(field.shape(), value.path(field.name()), text -> {
                    ObjectNode object = value.deepCopy();
                    object.set(field.name(), text);
                    changed.accept(object);
                });
            }
        } else if (shape instanceof Shape.Items items) {
            cut(items.item(), value.path(1), text -> {
                ArrayNode list = value.deepCopy();
                list.set(1, text);
                changed.accept(list);
            });
        } else if (shape instanceof Shape.Members members) {
            String name = value.fieldNames().next();
            cut(members.value(), value.path(name), text -> {
                ObjectNode object = value.deepCopy();
                object.set(name, text);
                changed.accept(object);
            });
            ObjectNode object = value.deepCopy();
            object.set("name" + HIGH, value.path(name));
            changed.accept(object);
        } else if (shape instanceof Shape.JsonText json) {
            String map = "{\"a\":\"‹b›" + HIGH + "\"}";
            String inside = switch (json.content()) {
                case TEXTS -> "[\"a\",\"‹b›" + HIGH + "\"]";
                case MAP_OF_TEXTS -> map;
                case MAPS_OF_TEXTS, OBJECTS -> "[" + map + "]";
            };
            changed.accept(TextNode.valueOf(inside));
            if (!json.list()) {
                changed.accept(TextNode.valueOf("{\"a" + LOW + "\":\"‹b›\"}"));
            }
        } else if (shape instanceof Shape.Any) {
            changed.accept(TextNode.valueOf("‹a›" + HIGH));
        }
    }
}
