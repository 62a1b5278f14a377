package io.github.alimsg.dysms.international.receipt;

import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The delivery report of a message to mainland China that was sent by the international service
 * (SendMessageWithTemplate); comes from a queue. Its status numbers differ from those of {@link GlobeReport}.
 */
public final class MainlandReport extends DeliveryReport {
    private static final List<String> SHOWN =
            List.of("BizId", "SendStatus", "SendDate", "ReceiveDate", "ErrorCode", "SmsQuantity");
    private static final List<String> IDENTITY = List.of("BizId", "PhoneNumber", "SendStatus", "ReceiveDate");

    MainlandReport(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY, InternationalCodes.REASONS);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<MainlandReport> parse(byte[] body) {
        return readAll(body, MainlandReport::new);
    }

    /** {@return the id that was returned when the message was sent; null when it is absent} */
    public @Nullable String bizId() {
        return fields().text("BizId");
    }

    /** {@return the sender's own id of it; null when it is absent} */
    public @Nullable String externalId() {
        return fields().text("ExternalId");
    }

    /** {@return the status of the message; null when it is absent} */
    public @Nullable MainlandStatus status() {
        return fields().value("SendStatus", MainlandStatus::of);
    }

    @Override
    public @Nullable String messageId() {
        return bizId();
    }

    @Override
    public @Nullable String ownId() {
        return externalId();
    }

    @Override
    public DeliveryState state() {
        MainlandStatus status = status();
        return status == null ? DeliveryState.UNKNOWN : status.state();
    }

    /** {@return the number it was sent to; null when it is absent} */
    public @Nullable String phoneNumber() {
        return fields().text("PhoneNumber");
    }

    /** {@return why it failed; null when it is absent} */
    @Override
    public @Nullable String errorCode() {
        return fields().text("ErrorCode");
    }

    /** {@return its description; null when it is absent} */
    public @Nullable String errorMessage() {
        return fields().text("ErrorMessage");
    }

    /** {@return when it was passed to the carrier, as written; null when it is absent} */
    public @Nullable String sendDate() {
        return fields().text("SendDate");
    }

    /**
     * {@return when it was passed to the carrier; read as Beijing time, by convention, when no zone is written; null
     * when it is absent}
     */
    public @Nullable Instant sentAt() {
        return fields().instant("SendDate", Beijing.TIME);
    }

    /** {@return when the carrier reported, as written; null when it is absent} */
    public @Nullable String receiveDate() {
        return fields().text("ReceiveDate");
    }

    /**
     * {@return when the carrier reported; read as Beijing time, by convention, when no zone is written; null when it
     * is absent}
     */
    public @Nullable Instant receivedAt() {
        return fields().instant("ReceiveDate", Beijing.TIME);
    }

    /** {@return the same as {@link #receivedAt}} */
    @Override
    public @Nullable Instant happenedAt() {
        return receivedAt();
    }

    /** {@return how many messages it was split into; null when it is absent} */
    public @Nullable Long smsQuantity() {
        return fields().int64("SmsQuantity");
    }
}
