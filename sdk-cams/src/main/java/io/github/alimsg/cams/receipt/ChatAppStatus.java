package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of a sent message, called ChatAppStatus by the service. Statuses come in any order and more than once; a
 * message may be reported as read before it is reported as delivered, so keep the furthest {@link #state()}.
 */
public final class ChatAppStatus extends DeliveryReport {
    private static final List<String> SHOWN = List.of(
            "MessageId",
            "TaskId",
            "Status",
            "Timestamp",
            "ErrorCode",
            "MsgFrameType",
            "Type",
            "TemplateCode",
            "Language");
    private static final List<String> IDENTITY = List.of("MessageId", "To", "Status", "Timestamp");

    ChatAppStatus(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY, ChannelCodes.REASONS);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<ChatAppStatus> parse(byte[] body) {
        return readAll(body, ChatAppStatus::new);
    }

    /** {@return the id that was returned when the message was sent; null when it is absent} */
    @Override
    public @Nullable String messageId() {
        return fields().text("MessageId");
    }

    /** {@return the sender's own id of the task, or the message id when there was none; null when it is absent} */
    public @Nullable String taskId() {
        return fields().text("TaskId");
    }

    /** {@return the status of the message; null when it is absent} */
    public @Nullable MessageStatus status() {
        return fields().value("Status", MessageStatus::of);
    }

    @Override
    public @Nullable String ownId() {
        String taskId = taskId();
        return taskId == null || taskId.equals(messageId()) ? null : taskId;
    }

    @Override
    public DeliveryState state() {
        MessageStatus status = status();
        return status == null ? DeliveryState.UNKNOWN : status.state();
    }

    /** {@return its description; null when it is absent} */
    public @Nullable String statusDescription() {
        return fields().text("StatusDescription");
    }

    /** {@return when that happened (in milliseconds on the wire); null when it is absent} */
    public @Nullable Instant timestamp() {
        return fields().instant("Timestamp", Beijing.TIME);
    }

    /** {@return the same as {@link #timestamp}} */
    @Override
    public @Nullable Instant happenedAt() {
        return timestamp();
    }

    /** {@return the channel's error code, such as {@code 131026} of WhatsApp; null when it is absent} */
    @Override
    public @Nullable String errorCode() {
        return fields().text("ErrorCode");
    }

    /** {@return its description; null when it is absent} */
    public @Nullable String errorDescription() {
        return fields().text("ErrorDescription");
    }

    /** {@return the number or account it was sent from; null when it is absent} */
    public @Nullable String from() {
        return fields().text("From");
    }

    /** {@return the number or account it was sent to; null when it is absent} */
    public @Nullable String to() {
        return fields().text("To");
    }

    /** {@return the sender's number as registered; null when it is absent} */
    public @Nullable String originPhoneNumber() {
        return fields().text("OriginPhoneNumber");
    }

    /** {@return the id of the user, scoped to the business; null when it is absent} */
    public @Nullable String fromUserId() {
        return fields().text("FromUserId");
    }

    /** {@return the parent of that id; null when it is absent} */
    public @Nullable String fromParentUserId() {
        return fields().text("FromParentUserId");
    }

    /** {@return the name of the user; null when it is absent} */
    public @Nullable String fromUserName() {
        return fields().text("FromUserName");
    }

    /** {@return {@code template} or {@code message}; null when it is absent} */
    public @Nullable String frameType() {
        return fields().text("MsgFrameType");
    }

    /** {@return the kind of content, such as {@code TEMPLATE} or {@code INTERACTIVE}; null when it is absent} */
    public @Nullable String contentType() {
        return fields().text("Type");
    }

    /** {@return the code of the template; null when it is absent} */
    public @Nullable String templateCode() {
        return fields().text("TemplateCode");
    }

    /** {@return the name of the template; null when it is absent} */
    public @Nullable String templateName() {
        return fields().text("TemplateName");
    }

    /** {@return the language of the template; null when it is absent} */
    public @Nullable String language() {
        return fields().text("Language");
    }

    /** {@return the id of the conversation; null when it is absent} */
    public @Nullable String conversationId() {
        return fields().text("ConversationId");
    }

    /**
     * {@return the category of the conversation: {@code service}, {@code utility}, {@code marketing}, {@code
     * authentication}; null when it is absent}
     */
    public @Nullable String conversationType() {
        return fields().text("ConversationType");
    }

    /**
     * {@return when the conversation ends; without effect since messages are billed one by one; null when it is
     * absent}
     */
    public @Nullable Instant conversationExpires() {
        return fields().instant("ConversationExpirationTime", Beijing.TIME);
    }
}
