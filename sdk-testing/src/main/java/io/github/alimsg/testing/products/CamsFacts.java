package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CAMS, messages on chat channels. */
public final class CamsFacts implements ProductFacts {
    private static final String ONE = "SendChatappMessage";
    private static final String MASS = "SendChatappMassMessage";

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
        return List.of(sending(ONE, "MessageId"), sending(MASS, "GroupMessageId"));
    }

    private static Sending sending(String operation, String idField) {
        return new Sending(
                operation, MessageIds.inField(idField), ERROR_CODES, ReportedStates.OF_CHATS, CamsFacts::statuses);
    }

    @Override
    public List<Lookup> lookups() {
        return ChatLookups.ALL;
    }

    @Override
    public @Nullable String channel(String operation, Map<String, String> parameters) {
        return switch (operation) {
            case ONE, MASS -> parameters.getOrDefault("ChannelType", "").toUpperCase(Locale.ROOT);
            case "WhatsappCall" -> "WHATSAPP";
            default -> null;
        };
    }

    /** Whether an operation sends chat messages. */
    static boolean isChat(String operation) {
        return operation.equals(ONE) || operation.equals(MASS);
    }

    /** The id of a message of its own: a mass send has one id for all, which its reply names. */
    static String messageId(Message message) {
        return message.operation().equals(MASS)
                ? message.reportedId() + "-" + (message.position() + 1)
                : message.reportedId();
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

    private static List<Receipt> statuses(Message message) {
        List<Receipt> receipts = new ArrayList<>();
        message.states().forEach((state, at) -> receipts.add(new Receipt(STATUS, status(message, state, at))));
        return receipts;
    }

    private static ObjectNode status(Message message, DeliveryState state, Instant at) {
        boolean template =
                message.operation().equals(MASS) || message.parameter("Type").equalsIgnoreCase("template");
        String id = messageId(message);
        String taskId = message.parameter("TaskId");
        String name = state.name();
        ObjectNode receipt = Receipt.fields()
                .put("MessageId", id)
                .put("TaskId", taskId.isEmpty() ? id : taskId)
                .put("From", message.parameter("From"))
                .put("OriginPhoneNumber", message.parameter("From"))
                .put("To", message.recipient())
                .put("Status", name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
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

    /**
     * A message from somebody to a number or account of ours.
     *
     * @param type the kind of content, in capitals
     * @param message a text; for every other kind, its content as JSON
     */
    public static Receipt inbound(String id, String from, String to, String type, String message, Instant at) {
        return new Receipt(
                INBOUND,
                Receipt.fields()
                        .put("MessageId", id)
                        .put("From", from)
                        .put("To", to)
                        .put("DisplayName", "A customer")
                        .put("Name", "A customer")
                        .put("NoticeType", "inbound")
                        .put("Type", type)
                        .put("Message", message)
                        .put("Timestamp ", at.toEpochMilli())); // with a space, as samples of the vendor have it
    }
}
