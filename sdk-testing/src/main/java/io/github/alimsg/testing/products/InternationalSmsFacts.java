package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.alimsg.core.wire.SuccessRule;
import io.github.alimsg.receipts.FailureReason;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Text messages to the world. */
final class InternationalSmsFacts implements ProductFacts {
    /** Delivered again twice only. */
    private static final ReceiptKind REPORT = new ReceiptKind(
            "GlobeSmsReport", List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), true, QueuedGlobeReport::of);

    private static final Map<FailureReason, String> ERROR_CODES = Map.of(
            FailureReason.UNREACHABLE, "MOBILE_NUMBER_ILLEGAL",
            FailureReason.RECIPIENT_LIMIT, "BUSINESS_LIMIT_CONTROL_PHONE",
            FailureReason.SENDER_LIMIT, "ALERT_LIMIT_DAY",
            FailureReason.SENDER_REFUSED, "INVALID_SENDERID",
            FailureReason.CONTENT, "SMS_CONTENT_ILLEGAL",
            FailureReason.TEMPLATE, "SMS_CONTENT_CODE_ILLEGAL",
            FailureReason.SERVER_FAULT, "SYSTEM_ERROR",
            FailureReason.EXPIRED, ReportedStates.EXPIRED,
            FailureReason.UNKNOWN, "UNKNOWN");

    private static final String MADE_TO_FAIL = "made to fail by FakeReceipts";

    @Override
    public SuccessRule successRule() {
        return new SuccessRule("ResponseCode", "ResponseDescription");
    }

    @Override
    public String version() {
        return "2018-05-01";
    }

    /** Here it is the code that names the window. */
    @Override
    public Templates.Mismatch quotaExceeded(Duration window) {
        String code = window.equals(MINUTE)
                ? "BUSINESS_LIMIT_CONTROL_MINUTE"
                : window.equals(HOUR) ? "isv.BUSINESS_LIMIT_HOUR" : "isv.BUSINESS_LIMIT_DAY";
        return new Templates.Mismatch(code, "the quota is used up");
    }

    @Override
    public List<Sending> sendings() {
        return List.of(
                sending("SendMessageToGlobe", MessageIds.inField("MessageId"), InternationalSmsFacts::report),
                sending("BatchSendMessageToGlobe", new IdOfEach(), InternationalSmsFacts::report),
                sending(
                        "SendMessageWithTemplate",
                        MessageIds.inField("MessageId"),
                        InternationalSmsFacts::mainlandReport));
    }

    private static Sending sending(String operation, MessageIds ids, Function<Message, Receipt> report) {
        return new Sending(
                operation,
                ids,
                ERROR_CODES,
                ReportedStates.OF_TEXT_MESSAGES,
                message -> List.of(report.apply(message)));
    }

    /** A batch has an id for each, and lists those who get no message. */
    private static final class IdOfEach implements MessageIds {
        @Override
        public Map<String, ?> fields(
                Supplier<@Nullable List<String>> recipients, JsonNode stubbed, Supplier<String> newId) {
            List<String> all = recipients.get();
            if (all == null) {
                return Map.of();
            }
            int failed = MessageIds.texts(stubbed.path("FailedList")).size();
            ArrayNode ids = JsonNodeFactory.instance.arrayNode();
            for (int i = failed; i < all.size(); i++) {
                ids.add(newId.get());
            }
            return Map.of(
                    "MessageIdList", ids.toString(), "FailedList", "[]", "SuccessCount", Integer.toString(ids.size()));
        }

        @Override
        public Given in(JsonNode reply) {
            return new Given(
                    MessageIds.texts(reply.path("MessageIdList")), false, MessageIds.texts(reply.path("FailedList")));
        }
    }

    @Override
    public List<Lookup> lookups() {
        return List.of(new Lookup("QueryMessage", InternationalSmsFacts::message));
    }

    @Override
    public @Nullable String channel(String operation, Map<String, String> parameters) {
        return switch (operation) {
            case "SendMessageToGlobe", "BatchSendMessageToGlobe", "SendMessageWithTemplate" -> "SMS";
            default -> null;
        };
    }

    @Override
    public List<ReceiptKind> receiptKinds() {
        return List.of(REPORT);
    }

    /** The vendor does not say how it answers for an id that it never gave, so nor does this. */
    private static Map<String, ?> message(Map<String, String> query, Lookup.Sent sent) {
        String id = query.getOrDefault("MessageId", "");
        List<Message> found = sent.withId(id);
        if (found.isEmpty()) {
            return sent.isStillHidden(id) ? underWay(id) : Map.of();
        }
        Message message = found.get(0);
        String error = message.error();
        Map<String, Object> fields = underWay(id);
        fields.put("To", message.recipient());
        fields.put("Message", message.content().text());
        fields.put("SendDate", Beijing.MAIL_TIME.format(message.at()));
        message.states().values().forEach(at -> fields.put("ReceiveDate", Beijing.MAIL_TIME.format(at)));
        fields.put("Status", error == null ? "1" : "2");
        fields.put("ErrorCode", error == null ? "DELIVERED" : error);
        fields.put("ErrorDescription", error == null ? "success" : MADE_TO_FAIL);
        return fields;
    }

    private static Map<String, Object> underWay(String id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("MessageId", id);
        fields.put("Status", "3");
        for (String unknown :
                List.of("To", "Message", "SendDate", "ReceiveDate", "ErrorCode", "ErrorDescription", "NumberDetail")) {
            fields.put(unknown, null);
        }
        return fields;
    }

    private static Receipt report(Message message) {
        String error = message.error();
        return new Receipt(
                REPORT,
                Receipt.fields()
                        .put("To", message.recipient())
                        .put("SendDate", Beijing.MAIL_TIME.format(message.at()))
                        .put("ReceiveDate", reportDate(message, Beijing.MAIL_TIME))
                        .put("Status", status(error))
                        .put("ErrorCode", error == null ? "success" : error)
                        .put("ErrorDescription", error == null ? "success" : MADE_TO_FAIL)
                        .put("TaskId", message.parameter("TaskId"))
                        .put("SmsSize", "1")
                        .put("MessageId", message.reportedId()));
    }

    /** Reports on messages to mainland China have other fields and other statuses. */
    private static Receipt mainlandReport(Message message) {
        String error = message.error();
        return new Receipt(
                REPORT,
                Receipt.fields()
                        .put("PhoneNumber", message.recipient())
                        .put("SendStatus", error == null ? "3" : "2")
                        .put("BizId", message.reportedId())
                        .put("SendDate", Beijing.TIME.format(message.at()))
                        .put("ReceiveDate", reportDate(message, Beijing.TIME))
                        .put("ErrorCode", error == null ? "DELIVERED" : error)
                        .put("ErrorMessage", error == null ? "delivered" : MADE_TO_FAIL)
                        .put("SmsQuantity", "1"));
    }

    private static String reportDate(Message message, DateTimeFormatter format) {
        return format.format(message.states().values().iterator().next());
    }

    private static String status(@Nullable String error) {
        if (error == null) {
            return "1";
        }
        return error.equals(ReportedStates.EXPIRED) ? "6" : "2";
    }
}
