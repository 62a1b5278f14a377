package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What an answer holds can be read, deep, and what it does not hold is absent. */
class ContractResponseTest {
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
    Stream<DynamicContainer> everyFieldOfTheAnswerIsToldByAnAccessor() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode reply = Replies.full(operation);

            SdkResponse response = answer(api, operation, reply);

            expectTold(operation, reply, response);
            assertThat(Reflection.accessors(response.getClass()))
                    .as("accessors for what the metadata does not know")
                    .hasSameSizeAs(operation.reply());
        });
    }

    @TestFactory
    Stream<DynamicContainer> theEnvelopeIsToldByEveryResponse() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode reply = Replies.full(operation);

            SdkResponse response = answer(api, operation, reply);

            String codeField = operation.codeField() == null ? "Code" : operation.codeField();
            assertThat(response.requestId()).isEqualTo(text(reply, "RequestId"));
            assertThat(response.serviceCode()).isEqualTo(text(reply, codeField));
            assertThat(response.serviceMessage()).isEqualTo(text(reply, operation.messageField()));
            assertThat(response.raw("/AccessDeniedDetail")).isEqualTo(text(reply, "AccessDeniedDetail"));
            assertThat(response.raw("/Success")).isEqualTo(text(reply, "Success"));
            assertThat(response.httpStatus()).isEqualTo(200);
            assertThat(response.attempts()).isEqualTo(1);
            assertThat(response.rawJson()).isEqualTo(reply.toString());
        });
    }

    private static @Nullable String text(ObjectNode reply, String field) {
        return reply.has(field) ? reply.path(field).asText() : null;
    }

    @TestFactory
    Stream<DynamicContainer> anEmptyAnswerIsNoSuccessWhereACodeIsOwed() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode empty = JsonNodeFactory.instance.objectNode();

            if (operation.codeField() != null) {
                assertThatThrownBy(() -> answer(api, operation, empty))
                        .isInstanceOf(MalformedResponseException.class)
                        .hasMessageContaining("neither success nor failure");
            } else {
                expectAllAbsent(operation, answer(api, operation, empty));
            }
            assertThat(stage.cloud().received()).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicContainer> theEnvelopeAloneLeavesEverythingElseAbsent() {
        return stage.forEveryOperation(
                (api, operation) -> expectAllAbsent(operation, answer(api, operation, Replies.envelope(operation))));
    }

    @TestFactory
    Stream<DynamicContainer> nullIsAbsentWhereverItStands() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode reply = Replies.envelope(operation);
            operation.reply().forEach(field -> reply.putNull(field.name()));

            expectAllAbsent(operation, answer(api, operation, reply));
        });
    }

    private static void expectAllAbsent(MetadataOperation operation, SdkResponse response) {
        assertThat(Reflection.accessors(response.getClass())).hasSameSizeAs(operation.reply());
        for (Method accessor : Reflection.accessors(response.getClass())) {
            assertThat(JavaObjects.isAbsent(Reflection.invokeForAny(accessor, response)))
                    .as(accessor.getName())
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicContainer> fieldsThatNobodyDocumentedAreNoHindrance() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode reply = Replies.full(operation);
            reply.putObject("Undocumented").putArray("List").addObject().put("Deep", 1);
            addUndocumented(operation.reply(), reply);

            SdkResponse response = answer(api, operation, reply);

            assertThat(Json.differences(Replies.known(operation, reply), JavaObjects.wire(operation.reply(), response)))
                    .isEmpty();
            assertThat(response.raw("/Undocumented/List/0/Deep")).isEqualTo("1");
        });
    }

    /** Adds fields to objects, and to objects in lists. */
    private static void addUndocumented(Iterable<Shape.Field> fields, ObjectNode object) {
        for (Shape.Field field : fields) {
            Shape shape = field.shape();
            if (shape instanceof Shape.Struct struct) {
                addUndocumented(struct.fields(), (ObjectNode) object.path(field.name()));
            } else if (shape instanceof Shape.Unwrapped unwrapped) {
                addUndocumented(List.of(unwrapped.only()), (ObjectNode) object.path(field.name()));
            } else if (shape instanceof Shape.Items items && items.item() instanceof Shape.Struct struct) {
                object.path(field.name()).forEach(item -> addUndocumented(struct.fields(), (ObjectNode) item));
            }
        }
        object.putArray(Replies.UNDOCUMENTED).addArray().add("text").addObject().putNull("nothing");
    }

    @TestFactory
    Stream<DynamicContainer> aCopyTellsTheSame() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode reply = Replies.full(operation);
            SdkResponse response = answer(api, operation, reply);

            Object copy =
                    Reflection.build(Reflection.invoke(Reflection.method(response.getClass(), "toBuilder"), response));

            expectTold(operation, reply, copy);
            assertThat(copy).hasToString(response.toString());
            assertThat(((SdkResponse) copy).rawJson()).isEqualTo(response.rawJson());
            expectEqualParts(operation, response, answerAgain(api, operation, reply));
        });
    }

    /** Responses have no equality, as no two calls are alike; the objects in them do. */
    private static void expectEqualParts(MetadataOperation operation, SdkResponse one, SdkResponse other) {
        for (Shape.Field field : operation.reply()) {
            Method accessor = Reflection.accessor(one.getClass(), field);
            Object value = Reflection.invoke(accessor, one);
            assertThat(Reflection.invoke(accessor, other))
                    .as(field.name())
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value);
            if (field.held() instanceof Shape.Struct) {
                Object copy =
                        Reflection.build(Reflection.invoke(Reflection.method(value.getClass(), "toBuilder"), value));
                assertThat(copy).isEqualTo(value).hasSameHashCodeAs(value).isNotSameAs(value);
            }
        }
    }

    @TestFactory
    Stream<DynamicContainer> testsOfApplicationsCanBuildEveryResponse() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.reply());
            Class<?> type = api.generated(operation.name()).responseType();

            Object response = JavaObjects.build(type, operation.reply(), values, Setters.TYPED);

            expectTold(operation, values, response);
        });
    }

    @TestFactory
    Stream<DynamicContainer> printedItShowsWhatIsThereAndNothingSensitive() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode reply = Replies.full(operation);
            Secrets secrets = Secrets.of(operation.reply(), reply);

            SdkResponse response = answer(api, operation, reply);

            assertThat(response.toString()).contains("requestId=" + response.requestId());
            assertThat(secrets.hidden()).noneMatch(response.toString()::contains);
            assertThat(secrets.shown()).allMatch(response.toString()::contains);
        });
    }

    @TestFactory
    Stream<DynamicContainer> objectsUnderASensitiveNamePrintedAloneShowNothingEither() {
        return stage.forEveryOperation((api, operation) ->
                Secrets.expectSilence(operation.reply(), answer(api, operation, Replies.full(operation))));
    }

    private static void expectTold(MetadataOperation operation, ObjectNode reply, Object response) {
        assertThat(Json.differences(Replies.known(operation, reply), JavaObjects.wire(operation.reply(), response)))
                .isEmpty();
    }

    private static SdkResponse answerAgain(Api api, MetadataOperation operation, ObjectNode reply) {
        stage.cloud().reset();
        return answer(api, operation, reply);
    }

    private static SdkResponse answer(Api api, MetadataOperation operation, ObjectNode reply) {
        stage.cloud().when(operation.name()).thenReturn(reply.toString());
        ObjectNode values = Samples.required().object(operation.request());
        Object request =
                JavaObjects.build(api.requestType(operation.name()), operation.request(), values, Setters.TYPED);
        return stage.call(api, operation.name(), request);
    }
}
