package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeQueue;
import io.github.alimsg.testing.QueuedMessage;
import io.github.alimsg.testing.ReceivedCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The vendor's own Node client consumes a queue of the fake, with a key that another of them borrows: its signature holds,
 * and it reads what the fake writes. Needs
 * Node 20 and npm: {@code ./mvnw -pl :it -am verify -P node}.
 */
@Tag("node")
class NodeQueueClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "Alicom-Queue-1-SmsUp";
    private static @Nullable NodeProgram node;
    private static @Nullable NodeProgram api;

    private final FakeCloud cloud = FakeCloud.start();
    private final FakeQueue queue = cloud.queue(NAME);
    private Credentials key = cloud.credentials();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        node = NodeProgram.start("queue.js");
        api = NodeProgram.start("clients.js");
    }

    @AfterAll
    static void end() {
        for (NodeProgram program : Arrays.asList(node, api)) {
            if (program != null) {
                program.close();
            }
        }
    }

    @BeforeEach
    void borrowAKey() throws IOException {
        ObjectNode call = JSON.createObjectNode()
                .put("client", "pop-core")
                .put("endpoint", cloud.endpoint().getAuthority())
                .put("signature", "RPC")
                .put("method", "POST")
                .put("action", "QueryTokenForMnsQueue")
                .put("version", "2017-05-25");
        call.putObject("parameters").put("MessageType", "SmsUp").put("QueueName", NAME);
        putKey(call);
        JsonNode lent = Objects.requireNonNull(api).call(call).path("body").path("MessageTokenDTO");
        key = Credentials.temporary(
                lent.path("AccessKeyId").asText(),
                lent.path("AccessKeySecret").asText(),
                lent.path("SecurityToken").asText(),
                null);
    }

    private void putKey(ObjectNode call) {
        call.putArray("key").add(key.accessKeyId()).add(key.accessKeySecret()).add(key.securityToken());
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private JsonNode call(String method, Object... arguments) throws IOException {
        ObjectNode call = JSON.createObjectNode()
                .put("endpoint", cloud.endpoint().toString())
                .put("method", method);
        putKey(call);
        ArrayNode all = call.putArray("arguments").add(NAME);
        for (Object argument : arguments) {
            all.add(JSON.<JsonNode>valueToTree(argument));
        }
        return Objects.requireNonNull(node).call(call);
    }

    private void reply(String... texts) {
        for (String text : texts) {
            queue.put(cloud.receipts().smsText("13900000000", text));
        }
    }

    @Test
    void aReceiptIsReceivedExtendedAndDeleted() throws IOException {
        reply("TD");

        JsonNode received = call("receiveMessage", 1);

        assertThat(received.path("code").asInt()).isEqualTo(200);
        JsonNode message = received.path("body");
        String json = new String(
                Base64.getDecoder().decode(message.path("MessageBody").asText()), StandardCharsets.UTF_8);
        assertThat(JSON.readTree(json).path("content").asText()).isEqualTo("TD");
        QueuedMessage queued = queue.messages().get(0);
        assertThat(message.path("MessageId").asText()).isEqualTo(queued.id());

        String old = message.path("ReceiptHandle").asText();
        JsonNode extended = call("changeMessageVisibility", old, 600);
        assertThat(extended.path("code").asInt()).isEqualTo(200);
        assertThat(queue.messages().get(0).visibleAt())
                .isAfter(queued.visibleAt().plus(Duration.ofMinutes(5)));
        assertThat(call("deleteMessage", old).path("error").asText()).isEqualTo("MNSMessageNotExistError");

        String handle = extended.path("body").path("ReceiptHandle").asText();
        assertThat(call("deleteMessage", handle).path("code").asInt()).isEqualTo(204);
        assertThat(queue.deleted()).isEqualTo(1);
    }

    @Test
    void aBatchIsReceivedAndDeletedInPart() throws IOException {
        reply("one", "two", "three");

        JsonNode received = call("batchReceiveMessage", 16, 1).path("body");

        assertThat(received).hasSize(3);
        List<String> handles = received.findValuesAsText("ReceiptHandle");
        assertThat(call("batchDeleteMessage", handles.subList(0, 2))
                        .path("code")
                        .asInt())
                .isEqualTo(204);
        JsonNode again = call("batchDeleteMessage", handles);
        assertThat(again.path("code").asInt()).isEqualTo(404);
        assertThat(again.path("body").findValuesAsText("ErrorCode"))
                .containsExactly("MessageNotExist", "MessageNotExist");
        assertThat(again.path("body").findValuesAsText("ReceiptHandle")).isEqualTo(handles.subList(0, 2));
        assertThat(queue.deleted()).isEqualTo(3);
    }

    @Test
    void theQueueIsLookedAt() throws IOException {
        reply("one", "two");

        assertThat(call("peekMessage").path("body").path("DequeueCount").asText())
                .isEqualTo("0");
        assertThat(call("batchPeekMessage", 16).path("body")).hasSize(2);
        assertThat(call("getQueueAttributes")
                        .path("body")
                        .path("ActiveMessages")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void refusalsReachTheClientUnderTheirOwnCodes() throws IOException {
        assertThat(call("receiveMessage", 0).path("error").asText()).isEqualTo("MNSMessageNotExistError");
        assertThat(call("batchReceiveMessage", 17).path("error").asText()).isEqualTo("MNSInvalidArgumentError");

        Credentials right = key;
        key = Credentials.temporary(
                right.accessKeyId(), "another", Objects.requireNonNull(right.securityToken()), null);
        assertThat(call("receiveMessage", 0).path("error").asText()).isEqualTo("MNSSignatureDoesNotMatchError");
        List<ReceivedCall> received = cloud.received("ReceiveMessage");
        assertThat(received.get(received.size() - 1).refusalReason()).contains("another secret");

        key = cloud.credentials();
        assertThat(call("receiveMessage", 0).path("error").asText()).isEqualTo("MNSAccessDeniedError");
        key = right;
        cloud.expireQueueKeys();
        assertThat(call("receiveMessage", 0).path("error").asText()).isEqualTo("MNSInvalidSecurityToken.ExpiredError");
    }
}
