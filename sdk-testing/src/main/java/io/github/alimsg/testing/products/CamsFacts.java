package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.receipts.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** CAMS, messages on chat channels. */
public final class CamsFacts implements ProductFacts {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10));
    private static final ReceiptKind STATUS = new ReceiptKind("ChatAppStatus", PAUSES, false);
    private static final ReceiptKind INBOUND = new ReceiptKind("ChatAppInbound", PAUSES, false);

    /** Codes of WhatsApp. */
    private static final Map<FailureReason, String> ERROR_CODES = Map.ofEntries(
            Map.entry(FailureReason.WINDOW_CLOSED, "131047"),
            Map.entry(FailureReason.NOT_ON_CHANNEL, "131026"),
            Map.entry(FailureReason.OPTED_OUT, "131050"),
            Map.entry(FailureReason.RECIPIENT_LIMIT, "131049"),
            Map.entry(FailureReason.SENDER_LIMIT, "131048"),
            Map.entry(FailureReason.SENDER_REFUSED, "368"),
            Map.entry(FailureReason.CONTENT, "131051"),
            Map.entry(FailureReason.TEMPLATE, "132001"),
            Map.entry(FailureReason.SERVER_FAULT, "131016"),
            Map.entry(FailureReason.UNKNOWN, "131000"));

    CamsFacts() {}

    @Override
    public List<Sending> sendings() {
        return List.of(new Sending(
                "SendChatappMessage",
                "MessageId",
                MessageFacts.to("To", MessageFacts.Form.ONE),
                ERROR_CODES,
                CamsFacts::states));
    }

    @Override
    public List<ReceiptKind> receiptKinds() {
        return List.of(STATUS, INBOUND);
    }

    @Override
    public List<UploadPermission> uploads() {
        return List.of(new UploadPermission(
                "GetChatappUploadAuthorization",
                UploadPermission.Key.TEMPORARY,
                "chatapp-files",
                "C200293990209",
                grant -> Map.of("Data", uploadKey(grant))));
    }

    private static Map<String, ?> uploadKey(UploadGrant grant) {
        return Map.of(
                "AccessKeyId", grant.accessKeyId(),
                "AccessKeySecret", grant.secret(),
                "SecurityToken", Objects.requireNonNull(grant.token()),
                "BucketName", grant.bucket(),
                "Dir", grant.directory(),
                "EndPoint", grant.address().toString(),
                "Expire", grant.validity().toSeconds());
    }

    private static List<Receipt> states(SentMessage message) {
        List<Receipt> receipts = new ArrayList<>();
        Instant at = message.at();
        for (String state : message.error() == null ? List.of("Sent", "Delivered", "Read") : List.of("Failed")) {
            at = at.plusSeconds(1);
            receipts.add(new Receipt(STATUS, state(message, state, at)));
        }
        return receipts;
    }

    private static ObjectNode state(SentMessage message, String state, Instant at) {
        boolean template = message.parameter("Type").equalsIgnoreCase("template");
        String taskId = message.parameter("TaskId");
        ObjectNode receipt = Receipt.fields()
                .put("MessageId", message.id())
                .put("TaskId", taskId.isEmpty() ? message.id() : taskId)
                .put("From", message.parameter("From"))
                .put("OriginPhoneNumber", message.parameter("From"))
                .put("To", message.recipient())
                .put("Status", state)
                .put("Timestamp", at.toEpochMilli())
                .put("MsgFrameType", template ? "template" : "message")
                .put(
                        "Type",
                        template ? "TEMPLATE" : message.parameter("MessageType").toUpperCase(Locale.ROOT));
        if (template) {
            receipt.put("TemplateCode", message.parameter("TemplateCode"))
                    .put("Language", message.parameter("Language"));
        }
        String error = message.error();
        return error == null
                ? receipt
                : receipt.put("ErrorCode", error).put("ErrorDescription", error + ":made to fail by FakeReceipts");
    }

    /** A message from somebody to a number or account of ours. */
    public static Receipt inbound(String id, String from, String to, String text, Instant at) {
        return new Receipt(
                INBOUND,
                Receipt.fields()
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
}
