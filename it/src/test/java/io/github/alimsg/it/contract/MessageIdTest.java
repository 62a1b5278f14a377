package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation that sends says what its response calls the message, or that nothing there does. */
class MessageIdTest {
    private static final String NONE = "";

    /** What the service replies besides the envelope; each has the id "the-id" when it has one. */
    private static final Map<String, String> REPLIES = Map.ofEntries(
            Map.entry("SendSms", "\"BizId\":\"the-id\""),
            Map.entry("SendBatchSms", "\"BizId\":\"the-id\""),
            Map.entry("SendCardSms", "\"Data\":{\"BizCardId\":\"the-id\",\"BizDigitalId\":\"2\",\"BizSmsId\":\"3\"}"),
            Map.entry("SendBatchCardSms", "\"Data\":{\"BizCardId\":\"\",\"BizSmsId\":\"the-id\"}"),
            Map.entry("SendLogisticsSms", "\"Data\":{\"BizId\":\"the-id\"}"),
            Map.entry("SendRCS", NONE),
            Map.entry("SendRCSReply", NONE),
            Map.entry("RequiredPhoneCode", NONE),
            Map.entry("SendMessageToGlobe", "\"MessageId\":\"the-id\""),
            Map.entry("BatchSendMessageToGlobe", "\"MessageIdList\":\"[\\\"the-id\\\",\\\"2\\\"]\""),
            Map.entry("SendMessageWithTemplate", "\"MessageId\":\"the-id\""),
            Map.entry("SendChatappMessage", "\"MessageId\":\"the-id\""),
            Map.entry("SendChatappMassMessage", "\"GroupMessageId\":\"the-id\""),
            Map.entry("WhatsappCall", "\"Model\":{\"CallId\":\"the-id\"}"),
            Map.entry("GetChatappVerifyCode", NONE),
            Map.entry("GetMigrationVerifyCode", NONE),
            Map.entry("TriggerChatFlow", NONE));

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void everyOperationThatSendsIsHere() {
        Map<String, Boolean> sending = new TreeMap<>();
        Map<String, Boolean> here = new TreeMap<>();
        for (Api api : Api.ALL) {
            for (Operation<?, ?> operation : api.product().operations()) {
                if (operation.messages() != null) {
                    sending.put(
                            operation.name(),
                            api.customization().message(operation.name()).has("id"));
                }
            }
        }
        REPLIES.forEach((name, reply) -> here.put(name, !reply.equals(NONE)));
        assertThat(here).isEqualTo(sending).hasSize(17);
    }

    @TestFactory
    Stream<DynamicContainer> theIdIsTakenOutOfTheResponse() {
        return stage.forOperations((api, name) -> REPLIES.containsKey(name), (api, operation) -> {
            String fields = REPLIES.getOrDefault(operation.name(), NONE);
            assertThat(messageId(api, operation, fields)).isEqualTo(fields.equals(NONE) ? null : "the-id");
        });
    }

    @TestFactory
    Stream<DynamicContainer> aReplyWithoutItHasNone() {
        return stage.forOperations((api, name) -> REPLIES.containsKey(name), (api, operation) -> {
            for (String fields : List.of(NONE, "\"Data\":null", "\"MessageIdList\":\"[]\"", "\"MessageId\":\"\"")) {
                assertThat(messageId(api, operation, fields)).isNull();
            }
        });
    }

    @SuppressWarnings("unchecked") // an operation reads its own responses
    private static @Nullable String messageId(Api api, MetadataOperation operation, String fields) {
        String envelope = Replies.envelope(operation).toString();
        String reply = fields.isEmpty() ? envelope : envelope.substring(0, envelope.length() - 1) + "," + fields + "}";
        stage.cloud().reset();
        stage.cloud().when(operation.name()).thenReturn(reply);
        Object request = JavaObjects.build(
                api.requestType(operation.name()),
                operation.request(),
                Samples.required().object(operation.request()),
                Setters.TYPED);
        SdkResponse response = stage.call(api, operation.name(), request);
        return ((Operation<?, SdkResponse>) api.generated(operation.name())).messageId(response);
    }
}
