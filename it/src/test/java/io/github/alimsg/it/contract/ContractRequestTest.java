package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.it.contract.Shape.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a request holds arrives where the metadata wants it. */
class ContractRequestTest {
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
    Stream<DynamicContainer> everyParameterArrivesByNamePlaceAndText() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            Object request = request(api, operation, values, Setters.TYPED);
            stage.succeed(operation);

            stage.call(api, operation.name(), request);

            Arrival.expect(stage.cloud(), operation, values);
        });
    }

    @TestFactory
    Stream<DynamicContainer> everyRequestAsksForJson() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.required().object(operation.request());
            Object request = request(api, operation, values, Setters.TYPED);
            stage.succeed(operation);

            stage.call(api, operation.name(), request);
            stage.callWithOldSignature(api, operation.name(), request);

            assertThat(stage.cloud().received().get(0).header("Accept")).isEqualTo("application/json");
            assertThat(stage.cloud().received().get(0).header("Authorization"))
                    .containsPattern("SignedHeaders=(content-type;)?host;x-acs-action;"); // as the vendor signs
            assertThat(stage.cloud().received().get(1).query()).containsEntry("Format", "JSON");
        });
    }

    @TestFactory
    Stream<DynamicContainer> itArrivesAmongTheParametersOfTheOldSignatureToo() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            Object request = request(api, operation, values, Setters.TYPED);
            stage.succeed(operation);

            stage.callWithOldSignature(api, operation.name(), request);

            Arrival.expectWithOldSignature(stage.cloud(), operation, values);
        });
    }

    @TestFactory
    Stream<DynamicContainer> whatIsSetAsTextOneByOneOrInPlaceArrivesJustTheSame() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.withSpacedJson().object(operation.request());
            Class<?> type = api.requestType(operation.name());
            stage.succeed(operation);

            stage.callInPlace(
                    api,
                    operation.name(),
                    builder -> JavaObjects.fill(builder, type, operation.request(), values, Setters.CONVENIENT));

            Arrival.expect(stage.cloud(), operation, values);
        });
    }

    @TestFactory
    Stream<DynamicContainer> withRequiredFieldsAloneNothingElseArrives() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.required().object(operation.request());
            stage.succeed(operation);

            stage.call(api, operation.name(), request(api, operation, values, Setters.TYPED));

            Arrival.expect(stage.cloud(), operation, values);
        });
    }

    @TestFactory
    Stream<DynamicContainer> aCallWithoutAnyRequestIsThereWhereNothingIsRequired() {
        return stage.forEveryOperation((api, operation) -> {
            boolean required = operation.request().stream().anyMatch(Field::required);
            List<Method> without = Arrays.stream(api.clientType().getMethods())
                    .filter(method ->
                            method.getName().equals(api.method(operation.name()).getName()))
                    .filter(method -> method.getParameterCount() == 0)
                    .toList();

            assertThat(without).hasSize(required ? 0 : 1);
            if (!required) {
                stage.succeed(operation);
                Reflection.invoke(without.get(0), stage.client(api));
                Arrival.expect(stage.cloud(), operation, JsonNodeFactory.instance.objectNode());
            }
        });
    }

    @Test
    void aRateBeyondZeroAndOneIsRefused() {
        int rates = 0;
        for (Api api : Api.ALL) {
            for (Operation<?, ?> operation : api.product().operations()) {
                for (Field field : api.operation(operation.name()).request()) {
                    if (field.shape() instanceof Shape.Single single && single.kind() == Kind.RATE) {
                        expectRate(api.requestType(operation.name()), field);
                        rates++;
                    }
                }
            }
        }
        assertThat(rates).isPositive();
    }

    private static void expectRate(Class<?> type, Field field) {
        Object builder = Reflection.builder(type);
        String name = Reflection.accessor(type, field).getName();
        Method setter = Reflection.method(builder.getClass(), name, double.class);
        for (double rate : new double[] {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Reflection.invoke(setter, builder, rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
        Reflection.invoke(setter, builder, 0.0);
        Reflection.invoke(setter, builder, 1.0);
    }

    @TestFactory
    Stream<DynamicContainer> everyMissingFieldIsNamedAtOnce() {
        return stage.forEveryOperation(
                (api, operation) -> expectMissingNamed(api.requestType(operation.name()), operation.request()));
    }

    private static void expectMissingNamed(Class<?> type, List<Field> fields) {
        List<String> required = fields.stream()
                .filter(Field::required)
                .map(field -> Reflection.accessor(type, field).getName())
                .toList();
        Throwable thrown = catchThrowable(() -> Reflection.build(Reflection.builder(type)));
        if (required.isEmpty()) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
            String[] words = thrown.getMessage().split(" needs ", 2);
            assertThat(words[0]).endsWith(type.getSimpleName());
            assertThat(words[1].split(", ")).containsExactlyInAnyOrderElementsOf(required);
        }
        for (Field field : fields) {
            Type nested = Reflection.accessor(type, field).getGenericReturnType();
            Shape shape = field.shape();
            while (shape instanceof Shape.Items items) {
                shape = items.item();
                nested = ((ParameterizedType) nested).getActualTypeArguments()[0];
            }
            if (shape instanceof Shape.Struct struct) {
                expectMissingNamed((Class<?>) nested, struct.fields());
            }
        }
    }

    @TestFactory
    Stream<DynamicContainer> theAccessorsTellWhatWasSet() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());

            Object request = request(api, operation, values, Setters.TYPED);

            assertThat(Json.differences(values, JavaObjects.wire(operation.request(), request)))
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicContainer> aCopyEqualsItsOriginalAndAnyOtherRequestDoesNot() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            Object request = request(api, operation, values, Setters.TYPED);
            Object copy =
                    Reflection.build(Reflection.invoke(Reflection.method(request.getClass(), "toBuilder"), request));

            assertThat(copy).isEqualTo(request).hasSameHashCodeAs(request).isNotSameAs(request);
            assertThat(request(api, operation, values, Setters.TYPED)).isEqualTo(request);
            for (Field field : operation.request()) {
                ObjectNode without = values.deepCopy();
                without.remove(field.name());
                if (!field.required()) {
                    assertThat(request(api, operation, without, Setters.TYPED))
                            .as("without " + field.name())
                            .isNotEqualTo(request);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicContainer> printedItShowsWhatIsSetAndNothingSensitive() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            Secrets secrets = Secrets.of(operation.request(), values);

            for (Setters setters : Setters.values()) {
                String printed = request(api, operation, values, setters).toString();

                assertThat(secrets.hidden()).noneMatch(printed::contains);
            }
            String printed = request(api, operation, values, Setters.TYPED).toString();
            assertThat(secrets.shown()).allMatch(printed::contains);
        });
    }

    @TestFactory
    Stream<DynamicContainer> objectsUnderASensitiveNamePrintedAloneShowNothingEither() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());

            Secrets.expectSilence(operation.request(), request(api, operation, values, Setters.TYPED));
        });
    }

    private static Object request(Api api, MetadataOperation operation, ObjectNode values, Setters setters) {
        return JavaObjects.build(api.requestType(operation.name()), operation.request(), values, setters);
    }
}
