package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A cloud that knows a product and was told nothing answers so that the product's client understands. */
class ContractExampleTest {
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
    Stream<DynamicContainer> theExamplesOfTheMetadataMakeAnAnswerOfSuccess() {
        return stage.forEveryOperation((api, operation) -> {
            ObjectNode values = Samples.full().object(operation.request());
            Class<?> type = api.requestType(operation.name());

            SdkResponse response = stage.call(
                    api, operation.name(), JavaObjects.build(type, operation.request(), values, Setters.TYPED));

            assertThat(response.requestId()).isNotBlank();
            assertThatCode(() -> JavaObjects.wire(operation.reply(), response)).doesNotThrowAnyException();
        });
    }
}
