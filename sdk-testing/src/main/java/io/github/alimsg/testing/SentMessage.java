package io.github.alimsg.testing;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.testing.products.Message;
import io.github.alimsg.testing.products.Templates;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to one recipient that {@link FakeCloud} accepted. Immutable, except for what becomes of it, which {@link
 * FakeReceipts#fail} and {@link FakeReceipts#report} decide. Its {@code toString} shows the operation only, so it may be logged.
 */
public final class SentMessage {
    private final Message message;
    private final Templates templates;

    SentMessage(Message message, Templates templates) {
        this.message = message;
        this.templates = templates;
    }

    Message message() {
        return message;
    }

    private OutgoingMessage content() {
        return message.content();
    }

    /** {@return the operation that sent it, such as {@code SendSms}} */
    public String operation() {
        return content().operation();
    }

    /** {@return the channel in capitals, such as {@code SMS} or {@code WHATSAPP}; null when the fake can't tell} */
    public @Nullable String channel() {
        return message.channel();
    }

    /**
     * {@return the recipient: digits with calling code for a phone number, in every product; else the id of an account}
     * Empty when the request names nobody.
     */
    public String to() {
        return content().to();
    }

    /** {@return who sends: a number, an account's id, or a signature; null when the request does not say} */
    public @Nullable String sender() {
        return content().sender();
    }

    /** {@return the text, or the content of a chat message as JSON; null for a template} */
    public @Nullable String text() {
        return content().text();
    }

    /** {@return the template's code; null for free text} */
    public @Nullable String template() {
        return content().template();
    }

    /**
     * {@return the text as its recipient reads it, with the signature of a template of text messages in front: 【Acme】Your
     * code is 4711} Null when its template is not one of {@link FakeCloud#templates()}, or lacks a value, and for chat
     * messages without a text, such as pictures.
     */
    public @Nullable String renderedText() {
        return templates.rendered(message);
    }

    /** {@return the template's values by name, unmodifiable; empty when there are none} */
    public Map<String, String> values() {
        return content().values();
    }

    /** {@return the id that the application chose, {@code OutId} or {@code TaskId}; null when there is none} */
    public @Nullable String ownId() {
        return content().ownId();
    }

    /**
     * {@return the id in the reply, such as {@code BizId}, {@code MessageId} or {@code GroupMessageId}; null when it has
     * none} All recipients of a call may share it.
     */
    public @Nullable String id() {
        return message.id();
    }

    /** {@return the id of the request in the reply; empty when it has none} */
    public String requestId() {
        return message.submission().requestId();
    }

    /** {@return the {@linkplain ReceivedRequest#sequence number} of the request that sent it} */
    public long requestSequence() {
        return message.submission().sequence();
    }

    /** {@return the parameters of the call that sent it, by name and decoded, unmodifiable} */
    public Map<String, String> parameters() {
        return message.submission().parameters();
    }

    /** {@return when the fake received it, by its own clock} */
    public Instant at() {
        return message.at();
    }

    /**
     * {@return the states that receipts report, in order, with their times} Empty when there are no receipts for its
     * operation.
     */
    public Map<DeliveryState, Instant> states() {
        return Collections.unmodifiableMap(message.states());
    }

    /** {@return the code that it fails with; null when it arrives} */
    public @Nullable String errorCode() {
        return message.error();
    }

    /** Shows the operation only. */
    @Override
    public String toString() {
        return "SentMessage[" + operation() + "]";
    }
}
