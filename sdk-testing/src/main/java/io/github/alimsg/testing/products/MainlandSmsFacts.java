package io.github.alimsg.testing.products;

import io.github.alimsg.receipts.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text messages in mainland China. */
public final class MainlandSmsFacts implements ProductFacts {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10));
    private static final ReceiptKind REPORT = new ReceiptKind("SmsReport", PAUSES, true);
    private static final ReceiptKind REPLY = new ReceiptKind("SmsUp", PAUSES, true);

    private static final Map<FailureReason, String> ERROR_CODES = Map.of(
            FailureReason.NOT_ON_CHANNEL, "SP_NOT_BY_INTER_SMS",
            FailureReason.UNREACHABLE, "MOBILE_NOT_ON_SERVICE",
            FailureReason.OPTED_OUT, "USER_REJECT",
            FailureReason.RECIPIENT_LIMIT, "MOBILE_SEND_LIMIT",
            FailureReason.SENDER_REFUSED, "PORT_NOT_REGISTERED",
            FailureReason.CONTENT, "CONTENT_KEYWORD",
            FailureReason.SERVER_FAULT, "IS_CLOSE",
            FailureReason.EXPIRED, "EXPIRED",
            FailureReason.UNKNOWN, "SP_UNKNOWN_ERROR");

    private static final String MEDIA = "alicom-fc-media";
    private static final String CARDS = "alicom-cardsms-resources";

    MainlandSmsFacts() {}

    @Override
    public List<Sending> sendings() {
        MessageIds ofTexts = MessageIds.inField("BizId");
        MessageIds ofCards =
                MessageIds.shared("/Data/BizCardId", id -> Map.of("Data", Map.of("BizCardId", id, "CardTmpState", 1)));
        return List.of(
                sending("SendSms", ofTexts, message -> List.of(report(message))),
                sending("SendBatchSms", ofTexts, message -> List.of(report(message))),
                sending("SendCardSms", ofCards, message -> List.of()),
                sending("SendBatchCardSms", ofCards, message -> List.of()));
    }

    private static Sending sending(String operation, MessageIds ids, Function<Message, List<Receipt>> receipts) {
        return new Sending(operation, ids, ERROR_CODES, ReportedStates.OF_TEXT_MESSAGES, receipts);
    }

    @Override
    public List<Lookup> lookups() {
        return MainlandLookups.ALL;
    }

    @Override
    public @Nullable String channel(String operation, Map<String, String> parameters) {
        return switch (operation) {
            case "SendSms",
                    "SendBatchSms",
                    "SendCardSms",
                    "SendBatchCardSms",
                    "SendLogisticsSms",
                    "RequiredPhoneCode" -> "SMS";
            case "SendRCS", "SendRCSReply" -> "RCS";
            default -> null;
        };
    }

    @Override
    public List<ReceiptKind> receiptKinds() {
        return List.of(REPORT, REPLY);
    }

    @Override
    public List<UploadPermission> uploads() {
        return List.of(
                upload("GetQualificationOssInfo", MEDIA, grant -> Map.of("Data", policy(grant, "Expire", end(grant)))),
                upload("GetOSSInfoForUploadFile", MEDIA, grant -> Map.of("Model", policyWithTextEnd(grant))),
                upload("GetSmsOcrOssInfo", MEDIA, grant -> Map.of("Model", policyWithTextEnd(grant))),
                upload("GetOSSInfoForCardTemplate", CARDS, grant -> Map.of("Data", policyWithTextEnd(grant))));
    }

    private static UploadPermission upload(
            String operation, String bucket, Function<UploadGrant, Map<String, ?>> fields) {
        return new UploadPermission(operation, UploadPermission.Key.POLICY, bucket, "123456", fields);
    }

    private static Map<String, ?> policyWithTextEnd(UploadGrant grant) {
        return policy(grant, "ExpireTime", Long.toString(end(grant)));
    }

    private static long end(UploadGrant grant) {
        return grant.end().getEpochSecond();
    }

    private static Map<String, ?> policy(UploadGrant grant, String endName, Object end) {
        return Map.of(
                "AccessKeyId",
                grant.accessKeyId(),
                "Host",
                grant.address().toString(),
                "Policy",
                grant.policy(),
                "Signature",
                grant.signature(),
                "StartPath",
                grant.directory(),
                "Bucket",
                grant.bucket(),
                endName,
                end);
    }

    private static Receipt report(Message message) {
        String error = message.error();
        return new Receipt(
                REPORT,
                Receipt.fields()
                        .put("phone_number", message.recipient())
                        .put("send_time", Beijing.TIME.format(message.at()))
                        .put(
                                "report_time",
                                Beijing.TIME.format(
                                        message.states().values().iterator().next()))
                        .put("success", error == null)
                        .put("err_code", error == null ? "DELIVERED" : error)
                        .put("err_msg", error == null ? "delivered" : "made to fail by FakeReceipts")
                        .put("sms_size", "1")
                        .put("biz_id", message.reportedId())
                        .put("out_id", message.parameter("OutId")));
    }

    /** A text message from somebody. */
    public static Receipt reply(long id, String phoneNumber, String content, Instant at) {
        return new Receipt(
                REPLY,
                Receipt.fields()
                        .put("phone_number", phoneNumber)
                        .put("send_time", Beijing.TIME.format(at))
                        .put("content", content)
                        .put("dest_code", "1001")
                        .put("sequence_id", id));
    }
}
