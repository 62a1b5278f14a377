package io.github.alimsg.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Words the receipts that follow a call which sends. */
final class SentMessages {
    /** The operations whose receipts are worded, each with the field of its answer that names the message. */
    static final Map<String, String> ID_FIELDS = Map.of(
            "SendChatappMessage", "MessageId",
            "SendMessageToGlobe", "MessageId",
            "SendSms", "BizId",
            "SendBatchSms", "BizId");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(BEIJING);
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss Z", Locale.US)
            .withZone(BEIJING);

    private final UnaryOperator<@Nullable String> errorOf;

    /**
     * Words with failures.
     *
     * @param errorOf the error code for messages to a number; null for success
     */
    SentMessages(UnaryOperator<@Nullable String> errorOf) {
        this.errorOf = errorOf;
    }

    /** The receipts of a call in their order; none when its answer was no success. */
    List<FakeReceipts.Item> receipts(ReceivedCall call, Reply reply) {
        JsonNode answer = tree(new String(reply.bytes(), StandardCharsets.UTF_8));
        String code = answer.path("ResponseCode").asText(answer.path("Code").asText());
        if (reply.status() != 200 || !code.equalsIgnoreCase("OK")) {
            return List.of();
        }
        String id = answer.path(ID_FIELDS.get(call.operation())).asText("unnamed-" + call.sequence());
        var items = new ArrayList<FakeReceipts.Item>();
        switch (call.operation()) {
            case "SendChatappMessage" -> addStates(call, id, items);
            case "SendMessageToGlobe" -> items.add(globe(call, id));
            case "SendSms" -> {
                for (String number : parameter(call, "PhoneNumbers").split(",", -1)) {
                    items.add(report(call, id, number.strip()));
                }
            }
            default -> {
                for (JsonNode number : tree(parameter(call, "PhoneNumberJson"))) {
                    items.add(report(call, id, number.asText()));
                }
            }
        }
        return items;
    }

    private void addStates(ReceivedCall call, String id, List<FakeReceipts.Item> items) {
        String error = errorOf.apply(parameter(call, "To"));
        Instant at = call.receivedAt();
        for (String state : error == null ? List.of("Sent", "Delivered", "Read") : List.of("Failed")) {
            at = at.plusSeconds(1);
            items.add(new FakeReceipts.Item("ChatAppStatus", state(call, id, state, error, at)));
        }
    }

    private static ObjectNode state(ReceivedCall call, String id, String state, @Nullable String error, Instant at) {
        boolean template = parameter(call, "Type").equalsIgnoreCase("template");
        String taskId = parameter(call, "TaskId");
        ObjectNode receipt = JSON.createObjectNode()
                .put("MessageId", id)
                .put("TaskId", taskId.isEmpty() ? id : taskId)
                .put("From", parameter(call, "From"))
                .put("OriginPhoneNumber", parameter(call, "From"))
                .put("To", parameter(call, "To"))
                .put("Status", state)
                .put("Timestamp", at.toEpochMilli())
                .put("MsgFrameType", template ? "template" : "message")
                .put(
                        "Type",
                        template ? "TEMPLATE" : parameter(call, "MessageType").toUpperCase(Locale.ROOT));
        if (template) {
            receipt.put("TemplateCode", parameter(call, "TemplateCode")).put("Language", parameter(call, "Language"));
        }
        return error == null
                ? receipt
                : receipt.put("ErrorCode", error).put("ErrorDescription", error + ":made to fail by FakeReceipts");
    }

    private FakeReceipts.Item globe(ReceivedCall call, String id) {
        String error = errorOf.apply(parameter(call, "To"));
        return new FakeReceipts.Item(
                "GlobeSmsReport",
                JSON.createObjectNode()
                        .put("To", parameter(call, "To"))
                        .put("SendDate", RFC_1123.format(call.receivedAt()))
                        .put("ReceiveDate", RFC_1123.format(call.receivedAt().plusSeconds(2)))
                        .put("Status", error == null ? "1" : "2")
                        .put("ErrorCode", error == null ? "success" : error)
                        .put("ErrorDescription", error == null ? "success" : "made to fail by FakeReceipts")
                        .put("TaskId", parameter(call, "TaskId"))
                        .put("SmsSize", "1")
                        .put("MessageId", id));
    }

    private FakeReceipts.Item report(ReceivedCall call, String id, String number) {
        String error = errorOf.apply(number);
        return new FakeReceipts.Item(
                "SmsReport",
                JSON.createObjectNode()
                        .put("phone_number", number)
                        .put("send_time", LOCAL.format(call.receivedAt()))
                        .put("report_time", LOCAL.format(call.receivedAt().plusSeconds(2)))
                        .put("success", error == null)
                        .put("err_code", error == null ? "DELIVERED" : error)
                        .put("err_msg", error == null ? "delivered" : "made to fail by FakeReceipts")
                        .put("sms_size", "1")
                        .put("biz_id", id)
                        .put("out_id", parameter(call, "OutId")));
    }

    /** A message from somebody to a number or account of ours. */
    static FakeReceipts.Item chatReply(String id, String from, String to, String text, Instant at) {
        return new FakeReceipts.Item(
                "ChatAppInbound",
                JSON.createObjectNode()
                        .put("MessageId", id)
                        .put("From", from)
                        .put("To", to)
                        .put("DisplayName", "A customer")
                        .put("Name", "A customer")
                        .put("NoticeType", "inbound")
                        .put("Type", "TEXT")
                        .put("Message", text)
                        .put("Timestamp ", at.toEpochMilli())); // with a space, as samples of the vendor have it
    }

    /** A text message from somebody. */
    static FakeReceipts.Item smsReply(long id, String phoneNumber, String content, Instant at) {
        return new FakeReceipts.Item(
                "SmsUp",
                JSON.createObjectNode()
                        .put("phone_number", phoneNumber)
                        .put("send_time", LOCAL.format(at))
                        .put("content", content)
                        .put("dest_code", "1001")
                        .put("sequence_id", id));
    }

    private static String parameter(ReceivedCall call, String name) {
        String value = call.parameter(name);
        return value == null ? "" : value;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }
}
