package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inbound message, called ChatAppInbound by the service. Its content depends on {@link #type()}: one of
 * {@link #text()}, {@link #media()}, {@link #location()}, {@link #contacts()} and {@link #reply()}, or {@link
 * #message()} for unknown kinds.
 */
public final class ChatAppInbound extends Receipt {
    private static final List<String> SHOWN = List.of("MessageId", "Timestamp", "Type", "NoticeType");
    private static final List<String> IDENTITY = List.of("MessageId", "From");

    ChatAppInbound(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<ChatAppInbound> parse(byte[] body) {
        return readAll(body, ChatAppInbound::new);
    }

    /** {@return the id of the message; null when it is absent} */
    public @Nullable String messageId() {
        return fields().text("MessageId");
    }

    /** {@return the kind of content; null when it is absent} */
    public @Nullable InboundType type() {
        return fields().value("Type", InboundType::of);
    }

    /** {@return the content as received: text, or JSON for all kinds but text; null when it is absent} */
    public @Nullable String message() {
        return fields().text("Message");
    }

    /** {@return when it was sent (in milliseconds on the wire); null when it is absent} */
    public @Nullable Instant timestamp() {
        return fields().instant("Timestamp", Beijing.TIME);
    }

    /** {@return the same as {@link #timestamp}} */
    @Override
    public @Nullable Instant happenedAt() {
        return timestamp();
    }

    /** {@return the sender, a number with or without a plus sign; null when it is absent} */
    public @Nullable String from() {
        return fields().text("From");
    }

    /** {@return the number or account it was sent to; null when it is absent} */
    public @Nullable String to() {
        return fields().text("To");
    }

    /** {@return the sender's display name; null when it is absent} */
    public @Nullable String displayName() {
        return fields().text("DisplayName");
    }

    /** {@return the sender's name; null when it is absent} */
    public @Nullable String name() {
        return fields().text("Name");
    }

    /** {@return the space that the number belongs to; null when it is absent} */
    public @Nullable String custSpaceId() {
        return fields().text("CustSpaceId");
    }

    /** {@return the WhatsApp Business Account that the number belongs to; null when it is absent} */
    public @Nullable String wabaId() {
        return fields().text("WabaId");
    }

    /** {@return the kind of notice, {@code inbound}; null when it is absent} */
    public @Nullable String noticeType() {
        return fields().text("NoticeType");
    }

    /** {@return the text of a message of type {@code TEXT}; null for all others} */
    public @Nullable String text() {
        return InboundType.TEXT.equals(type()) ? message() : null;
    }

    /** {@return the file of a message of type {@code IMAGE}, {@code VIDEO}, {@code AUDIO} or {@code DOCUMENT}; null for all others} */
    public @Nullable InboundMedia media() {
        InboundType type = type();
        ReceiptFields content = type == null || !InboundMedia.TYPES.contains(type) ? null : fields().object("Message");
        return content == null ? null : new InboundMedia(content);
    }

    /** {@return the location of a message of type {@code LOCATION}; null for all others} */
    public @Nullable InboundLocation location() {
        ReceiptFields content = InboundType.LOCATION.equals(type()) ? fields().object("Message") : null;
        return content == null ? null : new InboundLocation(content);
    }

    /** {@return the button of a message of type {@code REPLY}; null for all others} */
    public @Nullable InboundReply reply() {
        ReceiptFields content = InboundType.REPLY.equals(type()) ? fields().object("Message") : null;
        return content == null ? null : new InboundReply(content);
    }

    /** {@return the contacts of a message of type {@code CONTACTS}; empty for all others} */
    public List<InboundContact> contacts() {
        return InboundType.CONTACTS.equals(type())
                ? fields().objects("Message").stream().map(InboundContact::new).toList()
                : List.of();
    }
}
