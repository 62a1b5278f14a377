package io.github.alimsg.dysms.international.receipt;

import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The delivery report of a message to another country: SmsReport of the international site, GlobeSmsReport of the China
 * site, over HTTP or from a queue.
 */
public final class GlobeReport extends DeliveryReport {
    private static final List<String> SHOWN =
            List.of("MessageId", "TaskId", "Status", "SendDate", "ReceiveDate", "ErrorCode", "SmsSize");
    private static final List<String> IDENTITY = List.of("MessageId", "To", "Status", "ReceiveDate");

    GlobeReport(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY, InternationalCodes.REASONS);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<GlobeReport> parse(byte[] body) {
        return readAll(body, GlobeReport::new);
    }

    /** {@return the id that was returned when the message was sent; null when it is absent} */
    @Override
    public @Nullable String messageId() {
        return fields().text("MessageId");
    }

    /** {@return the sender's own id of the task; only over HTTP; null when it is absent} */
    public @Nullable String taskId() {
        return fields().text("TaskId");
    }

    /** {@return the status of the message; null when it is absent} */
    public @Nullable GlobeStatus status() {
        return fields().value("Status", GlobeStatus::of);
    }

    @Override
    public @Nullable String ownId() {
        return taskId();
    }

    @Override
    public DeliveryState state() {
        GlobeStatus status = status();
        return status == null ? DeliveryState.UNKNOWN : status.state();
    }

    /** {@return the number it was sent to; null when it is absent} */
    public @Nullable String to() {
        return fields().text("To");
    }

    /** {@return why it failed; {@code success} when it did not; null when it is absent} */
    @Override
    public @Nullable String errorCode() {
        return fields().text("ErrorCode");
    }

    /** {@return its description; null when it is absent} */
    public @Nullable String errorDescription() {
        return fields().text("ErrorDescription");
    }

    /**
     * {@return when it was passed to the carrier, as written: {@code Thu, 25 Nov 2021 10:27:00 +0800}; null when it is
     * absent}
     */
    public @Nullable String sendDate() {
        return fields().text("SendDate");
    }

    /** {@return when it was passed to the carrier; null when it is absent} */
    public @Nullable Instant sentAt() {
        return fields().instant("SendDate", Beijing.TIME);
    }

    /** {@return when the carrier reported, as written; null when it is absent} */
    public @Nullable String receiveDate() {
        return fields().text("ReceiveDate");
    }

    /** {@return when the carrier reported; null when it is absent} */
    public @Nullable Instant receivedAt() {
        return fields().instant("ReceiveDate", Beijing.TIME);
    }

    /** {@return the same as {@link #receivedAt}} */
    @Override
    public @Nullable Instant happenedAt() {
        return receivedAt();
    }

    /** {@return how many messages it was split into; null when it is absent} */
    public @Nullable Long smsSize() {
        return fields().int64("SmsSize");
    }
}
