package io.github.alimsg.dysms.international.receipt;

import io.github.alimsg.receipts.FailureReason;
import java.util.Map;

/**
 * What the product's own error codes mean, as the vendor's page "International error codes" explains them. Its second
 * table, of codes from carriers, is not covered yet. Limits that do not say whose they are have no reason either, such as
 * {@code BUSINESS_LIMIT_CONTROL_MINUTE}.
 */
final class InternationalCodes {
    static final Map<String, FailureReason> REASONS = Map.ofEntries(
            Map.entry("MOBILE_NUMBER_ILLEGAL", FailureReason.UNREACHABLE),
            Map.entry("BUSINESS_LIMIT_CONTROL_PHONE", FailureReason.RECIPIENT_LIMIT),
            Map.entry("QPS_LIMIT_CONTROL", FailureReason.SENDER_LIMIT),
            Map.entry("ALERT_LIMIT_DAY", FailureReason.SENDER_LIMIT),
            Map.entry("ALERT_LIMIT_MONTH", FailureReason.SENDER_LIMIT),
            Map.entry("INVALID_SENDERID", FailureReason.SENDER_REFUSED),
            Map.entry("SMS_SIGN_NAME_ILLEGAL", FailureReason.SENDER_REFUSED),
            Map.entry("ACCOUNT_ILLEGAL", FailureReason.SENDER_REFUSED),
            Map.entry("SMS_CONTENT_ILLEGAL", FailureReason.CONTENT),
            Map.entry("CONTENT_EXCEED_LIMIT", FailureReason.CONTENT),
            Map.entry("BLACK_KEY_CONTROL_LIMIT", FailureReason.CONTENT), // a word; a person in mainland China's product
            Map.entry("SMS_CONTENT_CODE_ILLEGAL", FailureReason.TEMPLATE),
            Map.entry("CONTENT_MISSING_PARAMETERS", FailureReason.TEMPLATE),
            Map.entry("PARAM_LENGTH_LIMIT", FailureReason.TEMPLATE),
            Map.entry("SYSTEM_ERROR", FailureReason.SERVER_FAULT));

    private InternationalCodes() {}
}
