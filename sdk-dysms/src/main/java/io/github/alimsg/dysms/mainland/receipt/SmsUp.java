package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inbound message, called SmsUp by the service. */
public final class SmsUp extends Receipt {
    private static final List<String> SHOWN = List.of("sequence_id", "send_time");
    private static final List<String> IDENTITY = List.of("sequence_id", "phone_number", "send_time");

    SmsUp(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<SmsUp> parse(byte[] body) {
        return readAll(body, SmsUp::new);
    }

    /** {@return the id of the message; null when it is absent} */
    public @Nullable Long sequenceId() {
        return fields().int64("sequence_id");
    }

    /** {@return the sender's number; null when it is absent} */
    public @Nullable String phoneNumber() {
        return fields().text("phone_number");
    }

    /** {@return the text; null when it is absent} */
    public @Nullable String content() {
        return fields().text("content");
    }

    /** {@return the signature of the message it replies to; null when it is absent} */
    public @Nullable String signName() {
        return fields().text("sign_name");
    }

    /**
     * {@return the digits after the number it was sent to, which tell what it replies to; null when it is absent}
     */
    public @Nullable String destCode() {
        return fields().text("dest_code");
    }

    /** {@return when it was sent, as written: {@code 2026-11-21 18:00:00}; null when it is absent} */
    public @Nullable String sendTime() {
        return fields().text("send_time");
    }

    /**
     * {@return when it was sent; read as Beijing time by convention, since no zone is written; null when it is
     * absent}
     */
    public @Nullable Instant sentAt() {
        return fields().instant("send_time", Beijing.TIME);
    }

    /** {@return the same as {@link #sentAt}} */
    @Override
    public @Nullable Instant happenedAt() {
        return sentAt();
    }
}
