package io.github.alimsg.testing.products;

import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.SuccessRule;
import io.github.alimsg.receipts.FailureReason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text messages to the world. */
final class InternationalSmsFacts implements ProductFacts {
    /** Delivered again twice only. */
    private static final ReceiptKind REPORT =
            new ReceiptKind("GlobeSmsReport", List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), true);

    /** Has a status of its own, and no documented code. */
    private static final String EXPIRED = "EXPIRED";

    private static final Map<FailureReason, String> ERROR_CODES = Map.of(
            FailureReason.UNREACHABLE, "MOBILE_NUMBER_ILLEGAL",
            FailureReason.RECIPIENT_LIMIT, "BUSINESS_LIMIT_CONTROL_PHONE",
            FailureReason.SENDER_LIMIT, "ALERT_LIMIT_DAY",
            FailureReason.SENDER_REFUSED, "INVALID_SENDERID",
            FailureReason.CONTENT, "SMS_CONTENT_ILLEGAL",
            FailureReason.TEMPLATE, "SMS_CONTENT_CODE_ILLEGAL",
            FailureReason.SERVER_FAULT, "SYSTEM_ERROR",
            FailureReason.EXPIRED, EXPIRED,
            FailureReason.UNKNOWN, "UNKNOWN");

    private static final DateTimeFormatter BEIJING_TIME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.ofHours(8));

    @Override
    public SuccessRule successRule() {
        return new SuccessRule("ResponseCode", "ResponseDescription");
    }

    @Override
    public List<Sending> sendings() {
        return List.of(new Sending(
                "SendMessageToGlobe",
                "MessageId",
                MessageFacts.to("To", MessageFacts.Form.ONE),
                ERROR_CODES,
                message -> List.of(report(message))));
    }

    @Override
    public List<ReceiptKind> receiptKinds() {
        return List.of(REPORT);
    }

    private static Receipt report(SentMessage message) {
        String error = message.error();
        return new Receipt(
                REPORT,
                Receipt.fields()
                        .put("To", message.recipient())
                        .put("SendDate", BEIJING_TIME.format(message.at()))
                        .put("ReceiveDate", BEIJING_TIME.format(message.at().plusSeconds(2)))
                        .put("Status", status(error))
                        .put("ErrorCode", error == null ? "success" : error)
                        .put("ErrorDescription", error == null ? "success" : "made to fail by FakeReceipts")
                        .put("TaskId", message.parameter("TaskId"))
                        .put("SmsSize", "1")
                        .put("MessageId", message.id()));
    }

    private static String status(@Nullable String error) {
        if (error == null) {
            return "1";
        }
        return error.equals(EXPIRED) ? "6" : "2";
    }
}
