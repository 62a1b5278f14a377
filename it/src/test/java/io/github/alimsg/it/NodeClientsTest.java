package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Stub;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vendor's own Node clients against the fake: what they call a success is one, and every refusal reaches them under
 * its own code. Needs Node 20 and npm: {@code ./mvnw -pl :it -am verify -P node}. What these clients send is part of
 * every build, as recorded requests in sdk-testing.
 */
@Tag("node")
class NodeClientsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable NodeProgram node;

    private final FakeCloud cloud = FakeCloud.builder()
            .withProduct(DysmsMainlandClient.PRODUCT, CamsClient.PRODUCT)
            .start();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        node = NodeProgram.start("clients.js");
    }

    @AfterAll
    static void end() {
        if (node != null) {
            node.close();
        }
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    /** A client and how it calls. */
    private record Way(String client, String signature, String method, boolean token, String action) {
        String version() {
            return action.equals("SendChatappMessage") || action.equals("CreateChatappTemplate")
                    ? "2020-06-06"
                    : "2017-05-25";
        }

        Map<String, String> parameters() {
            return switch (action) {
                case "SendSms" ->
                    Map.of(
                            "PhoneNumbers", "13900000000",
                            "SignName", "阿里云 *~+/!'()",
                            "TemplateCode", "SMS_1",
                            "TemplateParam", "{\"code\":\"\uD83D\uDE00 1\"}");
                case "SendChatappMessage" ->
                    Map.of(
                            "ChannelType", "whatsapp",
                            "Type", "message",
                            "MessageType", "text",
                            "Content", "{\"text\":\"\uD83D\uDE00 *~+\"}",
                            "From", "6281100000001",
                            "To", "6281234567890");
                default -> Map.of();
            };
        }

        Map<String, String> form() {
            return switch (action) {
                case "AddShortUrl" ->
                    Map.of("SourceUrl", "https://example.com/?a=b c*~", "ShortUrlName", "n", "EffectiveDays", "30");
                case "CreateChatappTemplate" ->
                    Map.of("Name", "n*~ 1", "Language", "en_US", "TemplateType", "WHATSAPP", "Category", "UTILITY");
                default -> Map.of();
            };
        }

        @Override
        public String toString() {
            return client + " " + signature + " " + method + (token ? " with a token " : " ") + action;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(false, true)
                .flatMap(token -> Stream.of("POST", "GET")
                        .flatMap(method -> Stream.of(
                                        new Way("pop-core", "RPC", method, token, "SendSms"),
                                        new Way("dysmsapi", "RPC", method, token, "SendSms"),
                                        new Way("dysmsapi", "ACS3", method, token, "SendSms"),
                                        new Way("cams", "RPC", method, token, "SendChatappMessage"),
                                        new Way("cams", "ACS3", method, token, "SendChatappMessage"),
                                        new Way("dysmsapi", "RPC", method, token, "AddShortUrl"),
                                        new Way("dysmsapi", "ACS3", method, token, "AddShortUrl"),
                                        new Way("cams", "RPC", method, token, "CreateChatappTemplate"),
                                        new Way("cams", "ACS3", method, token, "CreateChatappTemplate"))
                                .filter(way -> way.method().equals("POST")
                                        || way.form().isEmpty())));
    }

    /** One call of one client. */
    private final class Call {
        private final Way way;
        private final ObjectNode json = JSON.createObjectNode();

        Call(Way way, Credentials key) {
            this.way = way;
            json.put("client", way.client())
                    .put("endpoint", cloud.endpoint().getAuthority())
                    .put("signature", way.signature())
                    .put("method", way.method())
                    .put("action", way.action())
                    .put("version", way.version());
            json.set("parameters", JSON.valueToTree(way.parameters()));
            json.set("form", JSON.valueToTree(way.form()));
            by(key);
        }

        Call by(Credentials key) {
            json.putArray("key")
                    .add(key.accessKeyId())
                    .add(key.accessKeySecret())
                    .add(key.securityToken());
            return this;
        }

        Call with(String field, String value) {
            json.put(field, value);
            return this;
        }

        /** The code that the client threw; null when it returned. */
        @Nullable
        String refusal() throws IOException {
            JsonNode outcome = outcome();
            assertThat(outcome.has("code") || outcome.has("body"))
                    .as(way.toString())
                    .isTrue();
            return outcome.path("code").textValue();
        }

        JsonNode outcome() throws IOException {
            return Objects.requireNonNull(node).call(json);
        }
    }

    private Call call(Way way) {
        return new Call(way, way.token() ? cloud.acceptTemporary(Duration.ofHours(1)) : cloud.credentials());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aCallIsAcceptedAndItsResponseIsReadAsASuccess(Way way) throws IOException {
        JsonNode body = call(way).outcome().path("body");

        assertThat(body.path("code").asText(body.path("Code").asText())).isEqualToIgnoringCase("OK");
        ReceivedCall received = cloud.received(way.action()).get(0);
        assertThat(received.accepted()).isTrue();
        assertThat(received.hasSecurityToken()).isEqualTo(way.token());
        assertThat(received.parameters()).containsAllEntriesOf(way.parameters());
        assertThat(received.parameters()).containsAllEntriesOf(way.form());
        assertThat(cloud.attempts().get(0).method()).isEqualTo(way.method());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRefusalOfTheKeyReachesTheClientUnderItsOwnCode(Way way) throws IOException {
        Credentials key = way.token() ? cloud.acceptTemporary(Duration.ofHours(1)) : cloud.credentials();
        Call call = call(way).by(key);

        cloud.accept(copy(key, key.accessKeyId(), "another", key.securityToken()));
        assertThat(call.refusal()).isEqualTo("SignatureDoesNotMatch");

        cloud.revoke(key.accessKeyId());
        assertThat(call.refusal()).isEqualTo("InvalidAccessKeyId.NotFound");

        cloud.accept(key).deactivate(key.accessKeyId());
        assertThat(call.refusal()).isEqualTo("InvalidAccessKeyId.Inactive");
        cloud.accept(key);

        if (way.token()) {
            cloud.expire(key.accessKeyId());
            assertThat(call.refusal()).isEqualTo("InvalidSecurityToken.Expired");

            cloud.accept(copy(key, key.accessKeyId(), key.accessKeySecret(), "another"));
            assertThat(call.refusal()).isEqualTo("InvalidSecurityToken.MismatchWithAccessKey");
            cloud.accept(key);
        }
        assertThat(call.refusal()).isNull();
    }

    private static Credentials copy(Credentials of, String id, String secret, @Nullable String token) {
        return token == null ? Credentials.of(id, secret) : Credentials.temporary(id, secret, token, of.expiration());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRefusalOfTheSignaturesTimeOrNonceReachesTheClientUnderItsOwnCode(Way way) throws IOException {
        String longAgo = Instant.now().minusSeconds(3600).toString().substring(0, 19) + "Z";
        assertThat(call(way).with("timestamp", longAgo).refusal()).isEqualTo("InvalidTimeStamp.Expired");
        assertThat(call(way).with("timestamp", "yesterday").refusal()).isEqualTo("InvalidTimeStamp.Format");

        assertThat(call(way).with("nonce", "the-same-twice").refusal()).isNull();
        assertThat(call(way).with("nonce", "the-same-twice").refusal()).isEqualTo("SignatureNonceUsed");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRefusalOfTheOperationReachesTheClientUnderItsOwnCode(Way way) throws IOException {
        assertThat(call(way).with("action", "SendFax").refusal()).isEqualTo("InvalidAction.NotFound");
        assertThat(call(way)
                        .with("action", "SendFax")
                        .with("version", "2001-01-01")
                        .refusal())
                .isEqualTo("InvalidVersion");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatTheServiceRefusesReachesTheClientUnderItsOwnCode(Way way) throws IOException {
        refused(way, Stub::thenThrottle, "System.LimitControl", 400);
        refused(way, stub -> stub.thenFail(400, "Throttling.User", "slow down"), "Throttling.User", 400);
        refused(way, stub -> stub.thenDeny("dysms:SendSms"), "NoPermission", 403);
        refused(way, stub -> stub.thenFail(400, "MissingPhoneNumbers", "missing"), "MissingPhoneNumbers", 400);
        refused(way, stub -> stub.thenFail(503, "ServiceUnavailable", "later"), "ServiceUnavailable", 503);

        cloud.when(way.action()).thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up");
        JsonNode outcome = call(way).outcome();
        JsonNode body = outcome.path("body");
        assertThat(outcome.path("code")
                        .asText(body.path("code").asText(body.path("Code").asText())))
                .as("a failure inside HTTP 200: thrown by one client, returned by the others")
                .isEqualTo("isv.AMOUNT_NOT_ENOUGH");
    }

    private void refused(Way way, Consumer<Stub> told, String code, int status) throws IOException {
        told.accept(cloud.when(way.action()));
        JsonNode outcome = call(way).outcome();
        assertThat(outcome.path("code").textValue()).isEqualTo(code);
        assertThat(outcome.path("status").asInt()).isEqualTo(status);
    }
}
