package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery report of a message to one number, called SmsReport by the service. */
public final class SmsReport extends DeliveryReport {
    private static final List<String> SHOWN =
            List.of("biz_id", "success", "err_code", "send_time", "report_time", "sms_size");
    private static final List<String> IDENTITY = List.of("biz_id", "phone_number", "err_code", "report_time");

    SmsReport(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY, CarrierCodes.REASONS);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<SmsReport> parse(byte[] body) {
        return readAll(body, SmsReport::new);
    }

    /**
     * {@return the id that was returned when the request was sent; a batch has one for all its numbers; null when it is
     * absent}
     */
    public @Nullable String bizId() {
        return fields().text("biz_id");
    }

    /** {@return the sender's own id of the request; null when it is absent} */
    public @Nullable String outId() {
        return fields().text("out_id");
    }

    /** {@return the number it was sent to; null when it is absent} */
    public @Nullable String phoneNumber() {
        return fields().text("phone_number");
    }

    /** {@return whether it was delivered; null when it is absent} */
    public @Nullable Boolean success() {
        return fields().bool("success");
    }

    @Override
    public @Nullable String messageId() {
        return bizId();
    }

    @Override
    public @Nullable String ownId() {
        return outId();
    }

    @Override
    public DeliveryState state() {
        Boolean success = success();
        if (success != null && success) {
            return DeliveryState.DELIVERED;
        }
        String text = errorCode();
        String code = text == null ? "" : text.strip();
        if (code.equals(CarrierCodes.PENDING)) {
            return DeliveryState.SENT;
        }
        if (code.equals(CarrierCodes.EXPIRED)) {
            return DeliveryState.EXPIRED;
        }
        if (success != null || CarrierCodes.REASONS.containsKey(code)) {
            return DeliveryState.FAILED;
        }
        return code.equals(CarrierCodes.DELIVERED) ? DeliveryState.DELIVERED : DeliveryState.UNKNOWN;
    }

    /** {@return {@code DELIVERED}, or why it was not; null when it is absent} */
    @Override
    public @Nullable String errorCode() {
        return fields().text("err_code");
    }

    /** {@return its description; null when it is absent} */
    public @Nullable String errorMessage() {
        return fields().text("err_msg");
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

    /** {@return when the carrier reported, as written; null when it is absent} */
    public @Nullable String reportTime() {
        return fields().text("report_time");
    }

    /**
     * {@return when the carrier reported; read as Beijing time by convention, since no zone is written; null when it
     * is absent}
     */
    public @Nullable Instant reportedAt() {
        return fields().instant("report_time", Beijing.TIME);
    }

    /** {@return the same as {@link #reportedAt}} */
    @Override
    public @Nullable Instant happenedAt() {
        return reportedAt();
    }

    /** {@return how many messages it was split into; null when it is absent} */
    public @Nullable Long smsSize() {
        return fields().int64("sms_size");
    }
}
