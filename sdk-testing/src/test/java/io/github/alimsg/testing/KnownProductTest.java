package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.testing.PlainClient.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fake that knows a product: what it answers unasked, what it refuses, and how fast it may be called. */
class KnownProductTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-02T03:04:05.250Z"));
    private final FakeCloud cloud =
            FakeCloud.builder().timeSource(time).withProduct(Letters.PRODUCT).start();
    private final PlainClient client = new PlainClient(cloud);

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private Answer post(String operation) throws IOException {
        return client.call(operation).version("2026-01-01").at(time.instant()).post();
    }

    private JsonNode json(String operation) throws IOException {
        Answer answer = post(operation);
        assertThat(answer.status()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void answersComeFromTheMetadatasExamples() throws IOException {
        JsonNode answer = json("ListLetters");

        assertThat(answer.path("Total").isIntegralNumber()).isTrue();
        assertThat(answer.path("Total").asLong()).isEqualTo(9007199254740993L);
        assertThat(answer.path("Weight").isIntegralNumber()).isTrue();
        assertThat(answer.path("Urgent").isBoolean()).isTrue();
        assertThat(answer.path("Urgent").asBoolean()).isTrue();
        assertThat(answer.path("Template").isTextual()).isTrue();
        assertThat(answer.path("Template").asText()).isEqualTo("{\"name\":\"Ayu\"}");
        assertThat(answer.path("Options").toString()).isEqualTo("{\"a\":[1]}");
        assertThat(answer.path("Prose").toString()).isEqualTo("{}");
        assertThat(answer.path("Counts").toString()).isEqualTo("{\"key\":3}");
        assertThat(answer.path("Untyped").asText()).isEqualTo("whatever");
        assertThat(answer.path("Nothing").toString()).isEqualTo("[]");
        assertThat(answer.path("AccessDeniedDetail").asText()).isEqualTo("None");
        assertThat(answer.at("/Data/List").toString())
                .isEqualTo("[{\"LetterId\":\"L-1\",\"Pages\":2,\"Tags\":[\"example\"]}]");
    }

    @Test
    void sharedSchemasAreFollowedAndEndWhenTheyHoldThemselves() throws IOException {
        JsonNode stamp = json("ListLetters").path("Stamp");

        assertThat(stamp.path("Price").decimalValue()).isEqualTo(new BigDecimal("0.95"));
        assertThat(stamp.at("/Under/Under/Motif").asText()).isEqualTo("heron");
    }

    @Test
    void codesSaySuccessWhateverTheExampleSays() throws IOException {
        JsonNode list = json("ListLetters");
        assertThat(list.path("Code").asText()).isEqualTo("OK");
        assertThat(list.path("Success").asBoolean()).isTrue();
        assertThat(list.at("/Data/Code").asInt()).isEqualTo(200);
        assertThat(list.at("/Data/Success").asText()).isEqualTo("true");
        assertThat(list.at("/Data/Message").asText()).isEqualTo("OK");

        JsonNode sent = json("SendLetter");
        assertThat(sent.path("ResponseCode").asText()).isEqualTo("OK");
        assertThat(sent.path("ResponseDescription").asText()).isEqualTo("OK");
        assertThat(sent.path("LetterId").asText()).isEqualTo("L-1");
        assertThat(sent.has("Code")).isFalse();

        assertThat(json("Ping").size()).isEqualTo(1);
    }

    @Test
    void everyAnswerHasItsOwnRequestId() throws IOException {
        String first = json("SendLetter").path("RequestId").asText();
        String second = json("SendLetter").path("RequestId").asText();

        assertThat(first).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}").isNotEqualTo(second);
        JsonNode otherSpelling = json("ListLetters");
        assertThat(otherSpelling.path("requestId").asText()).hasSize(36);
        assertThat(otherSpelling.has("RequestId")).isFalse();
    }

    @Test
    void fieldsOfTheUsualAnswerCanBeReplaced() throws IOException {
        cloud.when("SendLetter").thenSucceedWith(Map.of("LetterId", "L-2", "Pages", 3));

        JsonNode answer = json("SendLetter");

        assertThat(answer.path("LetterId").asText()).isEqualTo("L-2");
        assertThat(answer.path("Pages").asInt()).isEqualTo(3);
        assertThat(answer.path("ResponseCode").asText()).isEqualTo("OK");
    }

    @Test
    void businessFailuresStandInTheProductsEnvelope() throws IOException {
        cloud.when("SendLetter").thenBusinessFailure("TOO_HEAVY", "too heavy");
        cloud.when("ListLetters").thenBusinessFailure("NO_BOX", "no box");

        assertThat(json("SendLetter").path("ResponseCode").asText()).isEqualTo("TOO_HEAVY");
        assertThat(json("SendLetter").path("ResponseDescription").asText()).isEqualTo("too heavy");
        assertThat(json("SendLetter").has("Code")).isFalse();
        assertThat(json("ListLetters").path("Code").asText()).isEqualTo("NO_BOX");
        assertThat(json("ListLetters").path("Message").asText()).isEqualTo("no box");
    }

    @Test
    void unknownOperationsAndVersionsAreRefused() throws IOException {
        Answer operation = post("SendParcel");
        assertThat(operation.status()).isEqualTo(404);
        assertThat(operation.body()).contains("InvalidAction.NotFound");

        Answer version = client.call("SendLetter")
                .version("1999-01-01")
                .at(time.instant())
                .post();
        assertThat(version.status()).isEqualTo(400);
        assertThat(version.body()).contains("InvalidVersion");
        assertThat(cloud.received())
                .extracting(ReceivedCall::refusalCode)
                .containsExactly("InvalidAction.NotFound", "InvalidVersion");
    }

    @Test
    void stubsForUnknownOperationsAreTypingMistakes() {
        assertThatThrownBy(() -> cloud.when("sendLetter"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no known product has an operation sendLetter; did you mean SendLetter?");
        assertThatThrownBy(() -> cloud.enforceLimit("SendParcel", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void documentedLimitsAreEnforcedOnDemand() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(post("SendLetter").status()).isEqualTo(200);
        }
        cloud.enforceLimits();
        assertThat(post("SendLetter").status()).isEqualTo(200);
        assertThat(post("SendLetter").status()).isEqualTo(200);

        Answer third = post("SendLetter");

        assertThat(third.status()).isEqualTo(400);
        assertThat(third.body()).contains("\"Code\":\"System.LimitControl\"");
        assertThat(third.headers().get("x-acs-retry-after")).isEqualTo("750");
        assertThat(cloud.received("SendLetter").get(7).accepted()).isFalse();
        assertThat(post("ListLetters").status()).isEqualTo(200);
        assertThat(post("Ping").status()).isEqualTo(200);
    }

    @Test
    void aLimitIsCountedInFullSecondsOfTheFakesClock() throws IOException {
        cloud.enforceLimit("Ping", 1);
        assertThat(post("Ping").status()).isEqualTo(200);
        time.advance(Duration.ofMillis(749));
        assertThat(post("Ping").headers().get("x-acs-retry-after")).isEqualTo("1");
        time.advance(Duration.ofMillis(1));
        assertThat(post("Ping").status()).isEqualTo(200);
        assertThat(post("Ping").headers().get("x-acs-retry-after")).isEqualTo("1000");
    }
}
