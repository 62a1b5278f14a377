package io.github.alimsg.testing.products;

import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.SuccessRule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Text messages to the world. */
final class InternationalSmsFacts implements ProductFacts {
    /** Delivered again twice only. */
    private static final ReceiptKind REPORT =
            new ReceiptKind("GlobeSmsReport", List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), true);

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
                        .put("Status", error == null ? "1" : "2")
                        .put("ErrorCode", error == null ? "success" : error)
                        .put("ErrorDescription", error == null ? "success" : "made to fail by FakeReceipts")
                        .put("TaskId", message.parameter("TaskId"))
                        .put("SmsSize", "1")
                        .put("MessageId", message.id()));
    }
}
