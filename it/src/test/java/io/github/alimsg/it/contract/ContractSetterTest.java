package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.it.contract.Shape.Kind;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What setters of requests make of null, of nothing, and of phone numbers. */
class ContractSetterTest {
    private static final Pattern LIKE_A_NUMBER = Pattern.compile(
            "(?i).*(phone|mobile)(s|no|numbers?|numberjson)?|to|" + ".*(business|user|participant)number");

    /** Fields that are called like a phone number and hold something else, or one in a form of its own. */
    private static final Set<String> NO_NUMBERS = Set.of(
            "AddAuditViberOpen.request.AuditRecord.ContactPhone", // written for people to read
            "UpdateAuditRequest.request.AuditRecord.ContactPhone",
            "AddCustomAudienceUser.request.Users.Phone", // may be hashed
            "CheckMobilesCardSupport.request.Mobiles", // objects
            "QueryMobilesCardSupport.request.Mobiles",
            "CreateChatappMigrationInitiate.request.MobileNumber", // without country code
            "CreateChatappTemplate.request.Components.Buttons.PhoneNumber", // with a plus
            "CreateChatappTemplate.request.Components.Cards.CardComponents.Buttons.PhoneNumber",
            "ModifyChatappTemplate.request.Components.Buttons.PhoneNumber",
            "ModifyChatappTemplate.request.Components.Cards.CardComponents.Buttons.PhoneNumber",
            "GetChatFlowMetric.request.To", // a time
            "UpdateRCSSignature.request.ServicePhone", // has no documented form
            "UpgradeToRCSSignature.request.ServicePhone");

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static List<String> namesMissing(Throwable thrown) {
        return List.of(thrown.getMessage().split(" needs ", 2)[1].split(", "));
    }

    @Test
    void whatTheVendorLeavesOptionalMayBeLeftOut() {
        Map<String, String> optional = Map.of(
                "CreateChatappTemplate", "CustSpaceId",
                "ModifyChatappTemplate", "CustSpaceId",
                "GetChatappTemplateDetail", "CustSpaceId",
                "GetFlowJSONAssest", "FlowId",
                "SendChatappMassMessage", "SenderList");
        Api cams = Api.ALL.get(0);
        optional.forEach((name, parameter) -> {
            MetadataOperation operation = cams.operation(name);
            ObjectNode values = Samples.required().object(operation.request());
            stage.cloud().reset();
            stage.succeed(operation);

            stage.call(
                    cams,
                    name,
                    JavaObjects.build(
                            cams.requestType(name), operation.request(), values.without(parameter), Setters.TYPED));

            assertThat(stage.cloud().received().get(0).query()).doesNotContainKey(parameter);
            assertThat(stage.cloud().received().get(0).form()).doesNotContainKey(parameter);
        });
    }

    @TestFactory
    Stream<DynamicContainer> nullIsNotSetAndClearsAnOptionalFieldOfACopy() {
        return stage.forEveryOperation((api, operation) -> {
            Class<?> type = api.requestType(operation.name());
            ObjectNode full = Samples.full().object(operation.request());
            ObjectNode required = full.deepCopy();
            operation.request().stream()
                    .filter(field -> !field.required())
                    .forEach(field -> required.remove(field.name()));
            Object copy = copy(JavaObjects.build(type, operation.request(), full, Setters.TYPED));

            clear(copy, type, operation.request());
            Object cleared = Reflection.build(copy);

            assertThat(cleared).isEqualTo(JavaObjects.build(type, operation.request(), required, Setters.TYPED));
            stage.succeed(operation);
            stage.call(api, operation.name(), cleared);
            Arrival.expect(stage.cloud(), operation, required);
            forEveryObject(type, operation.request(), ContractSetterTest::expectNullIsNotSet);
        });
    }

    private static void expectNullIsNotSet(Class<?> type, List<Field> fields) {
        ObjectNode full = Samples.full().object(fields);
        ObjectNode required = full.deepCopy();
        fields.stream().filter(field -> !field.required()).forEach(field -> required.remove(field.name()));
        Object copy = copy(JavaObjects.build(type, fields, full, Setters.TYPED));

        clear(copy, type, fields);

        assertThat(Reflection.build(copy)).isEqualTo(JavaObjects.build(type, fields, required, Setters.TYPED));
    }

    private static Object copy(Object request) {
        return Reflection.invoke(Reflection.method(request.getClass(), "toBuilder"), request);
    }

    /** Gives null to every setter of every optional field. */
    private static void clear(Object builder, Class<?> type, List<Field> fields) {
        for (Field field : fields) {
            if (!field.required()) {
                List<Method> setters = setters(builder, type, field);
                assertThat(setters).as("setters of " + field.name()).isNotEmpty();
                setters.forEach(setter -> Reflection.invoke(setter, builder, new Object[] {null}));
            }
        }
    }

    private static List<Method> setters(Object builder, Class<?> type, Field field) {
        String name = Reflection.accessor(type, field).getName();
        return Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .filter(method -> !method.getParameterTypes()[0].isPrimitive())
                .toList();
    }

    @TestFactory
    Stream<DynamicContainer> aRequiredFieldThatIsNullIsNamedWithAllOthers() {
        return stage.forEveryOperation((api, operation) -> forEveryObject(
                api.requestType(operation.name()), operation.request(), ContractSetterTest::expectNullNamed));
    }

    private static void expectNullNamed(Class<?> type, List<Field> fields) {
        List<Field> required = fields.stream().filter(Field::required).toList();
        Object builder = copy(JavaObjects.build(type, fields, Samples.full().object(fields), Setters.TYPED));

        for (Field field : required) {
            setters(builder, type, field).forEach(setter -> Reflection.invoke(setter, builder, new Object[] {null}));
        }

        if (!required.isEmpty()) {
            Throwable thrown = catchThrowable(() -> Reflection.build(builder));
            assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
            assertThat(namesMissing(thrown))
                    .containsExactlyInAnyOrderElementsOf(required.stream()
                            .map(field -> Reflection.accessor(type, field).getName())
                            .toList());
        }
    }

    /** A request's class and those of the objects in it. */
    private static void forEveryObject(Class<?> type, List<Field> fields, BiConsumer<Class<?>, List<Field>> check) {
        check.accept(type, fields);
        for (Field field : fields) {
            java.lang.reflect.Type nested = Reflection.accessor(type, field).getGenericReturnType();
            Shape shape = field.shape();
            while (shape instanceof Shape.Items items) {
                shape = items.item();
                nested = Reflection.argument(nested, 0);
            }
            if (shape instanceof Shape.Struct struct) {
                forEveryObject(Reflection.raw(nested), struct.fields(), check);
            }
        }
    }

    @TestFactory
    Stream<DynamicContainer> anEmptyMapOfTextsIsLeftOutAtAnyDepth() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            ObjectNode without = withEmptyMaps(operation.request(), values, false);
            Object request = JavaObjects.build(
                    api.requestType(operation.name()),
                    operation.request(),
                    withEmptyMaps(operation.request(), values, true),
                    Setters.TYPED);
            stage.succeed(operation);

            stage.call(api, operation.name(), request);

            Arrival.expect(stage.cloud(), operation, without);
        });
    }

    @Test
    void thereAreMapsOfTexts() {
        List<String> paths = new ArrayList<>();
        forEveryField((api, field) -> {
            if (isTextMap(field.shape())) {
                paths.add(field.path());
            }
        });
        assertThat(paths)
                .contains(
                        "SendSms.request.TemplateParam",
                        "SendCardSms.request.CardObjects.dyncParams",
                        "SendMessageWithTemplate.request.TemplateParam",
                        "SendChatappMessage.request.TemplateParams",
                        "SendChatappMassMessage.request.SenderList.TemplateParams",
                        "CreateChatappTemplate.request.Example");
    }

    private static boolean isTextMap(Shape shape) {
        return shape instanceof Shape.JsonText json && !json.list()
                || shape instanceof Shape.Members members
                        && members.value() instanceof Shape.Single single
                        && single.kind() == Kind.TEXT;
    }

    /** The values with maps of texts emptied, or without them. */
    private static ObjectNode withEmptyMaps(List<Field> fields, JsonNode values, boolean keep) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            JsonNode value = values.get(field.name());
            if (value == null || isTextMap(field.shape()) && !keep) {
                continue;
            }
            copy.set(field.name(), withEmptyMaps(field.shape(), value, keep));
        }
        return copy;
    }

    private static JsonNode withEmptyMaps(Shape shape, JsonNode value, boolean keep) {
        if (isTextMap(shape)) {
            return shape instanceof Shape.JsonText ? TextNode.valueOf("{}") : JsonNodeFactory.instance.objectNode();
        }
        if (shape instanceof Shape.Struct struct) {
            return withEmptyMaps(struct.fields(), value, keep);
        }
        if (shape instanceof Shape.Items items) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> list.add(withEmptyMaps(items.item(), item, keep)));
            return list;
        }
        return value;
    }

    @TestFactory
    Stream<DynamicContainer> aVariableThatIsNullIsNamedAndNoValueIs() {
        return stage.forEveryOperation((api, operation) -> forEveryObject(
                api.requestType(operation.name()), operation.request(), ContractSetterTest::expectVariableNamed));
    }

    private static void expectVariableNamed(Class<?> type, List<Field> fields) {
        Map<String, String> variables = new HashMap<>();
        variables.put("code", "482913");
        variables.put("name", null);
        for (Field field : fields) {
            if (isTextMap(field.shape())) {
                String name = Reflection.accessor(type, field).getName();
                Object builder = Reflection.builder(type);

                Throwable thrown = catchThrowable(() ->
                        Reflection.invoke(Reflection.method(builder.getClass(), name, Map.class), builder, variables));

                assertThat(thrown)
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("'name'")
                        .hasMessageNotContaining("482913");
            }
        }
    }

    @TestFactory
    Stream<DynamicContainer> aPhoneNumberArrivesInTheFormOfItsParameterHoweverItIsGiven() {
        return stage.forEveryOperation((api, operation) -> forEveryObject(
                api.requestType(operation.name()),
                operation.request(),
                (type, fields) -> fields.forEach(field -> expectNumbers(api, type, fields, field))));
    }

    private static void expectNumbers(Api api, Class<?> type, List<Field> fields, Field field) {
        String style = api.customization().phoneNumbers(field.path());
        if (style == null || style.equals("as-written")) {
            return;
        }
        String text = "+86 (139) 0000-1234";
        PhoneNumber number = PhoneNumber.of(text);
        String written = style.startsWith("own") ? "13900001234" : "8613900001234";
        Method accessor = Reflection.accessor(type, field);
        if (style.equals("own-list")) {
            String two = written + "," + written;
            assertThat(given(type, fields, accessor, String.class, text + "," + text))
                    .isEqualTo(two);
            assertThat(given(type, fields, accessor, PhoneNumber[].class, new PhoneNumber[] {number, number}))
                    .isEqualTo(two);
            assertThat(given(type, fields, accessor, List.class, List.of(text, text)))
                    .isEqualTo(two);
        } else if (accessor.getReturnType() == List.class) {
            assertThat(given(type, fields, accessor, List.class, List.of(text, "Acme")))
                    .isEqualTo(List.of(written, "Acme"));
            assertThat(given(type, fields, accessor, PhoneNumber[].class, new PhoneNumber[] {number}))
                    .isEqualTo(List.of(written));
        } else {
            assertThat(given(type, fields, accessor, String.class, text)).isEqualTo(written);
            assertThat(given(type, fields, accessor, PhoneNumber.class, number)).isEqualTo(written);
            assertThat(given(type, fields, accessor, String.class, "Acme 1")).isEqualTo("Acme 1");
        }
    }

    /** What a field of an otherwise full object holds after one setter was called. */
    private static Object given(
            Class<?> type, List<Field> fields, Method accessor, Class<?> parameter, Object argument) {
        Object builder = copy(JavaObjects.build(type, fields, Samples.full().object(fields), Setters.TYPED));
        Reflection.invoke(Reflection.method(builder.getClass(), accessor.getName(), parameter), builder, argument);
        return Reflection.invoke(accessor, Reflection.build(builder));
    }

    @Test
    void everyParameterThatIsCalledLikeAPhoneNumberIsDeclaredAsOne() {
        List<String> undeclared = new ArrayList<>();
        forEveryField((api, field) -> {
            if (LIKE_A_NUMBER.matcher(field.name()).matches()
                    && api.customization().phoneNumbers(field.path()) == null) {
                undeclared.add(field.path());
            }
        });
        assertThat(undeclared).containsExactlyInAnyOrderElementsOf(NO_NUMBERS);
    }

    private static void forEveryField(BiConsumer<Api, Field> check) {
        for (Api api : Api.ALL) {
            api.product()
                    .operations()
                    .forEach(operation ->
                            forEveryField(api, api.operation(operation.name()).request(), check));
        }
    }

    private static void forEveryField(Api api, List<Field> fields, BiConsumer<Api, Field> check) {
        for (Field field : fields) {
            check.accept(api, field);
            Shape shape = field.shape();
            while (shape instanceof Shape.Items items) {
                shape = items.item();
            }
            if (shape instanceof Shape.Struct struct) {
                forEveryField(api, struct.fields(), check);
            }
        }
    }

    @Test
    void aParameterOutsideTheModelMayBeNullToo() throws ReflectiveOperationException {
        Api sms = Api.ALL.get(1);
        Object builder = Reflection.builder(sms.requestType("SendMessageToGlobe"));
        Method put = SdkRequest.Builder.class.getMethod("putParam", String.class, String.class);

        put.invoke(builder, "New", "1");
        put.invoke(builder, "New", null);
        put.invoke(builder, "Newer", null);
        builder.getClass().getMethod("to", String.class).invoke(builder, "6281234567890");
        builder.getClass().getMethod("message", String.class).invoke(builder, "m");

        assertThat(((SdkRequest) Reflection.build(builder)).extraParams()).isEmpty();
    }
}
