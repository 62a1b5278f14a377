package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.receipts.FailureReason;
import java.util.Map;

/**
 * What the error codes of reports mean, as the vendor's list of receipt codes explains them: families into which it
 * sorts the carriers' codes. A carrier's own, such as {@code MK:0001}, are hundreds and change, and have no reason. Left
 * out too, since the list gives no one reason for them: {@code PARAMS_ILLEGAL}, {@code NO_ROUTE}, {@code
 * SP_UNKNOWN_ERROR}.
 */
final class CarrierCodes {
    /** Delivered, where {@code success} is absent. */
    static final String DELIVERED = "DELIVERED";

    /** The carrier has not reported yet. */
    static final String PENDING = "REQUEST_SUCCESS";

    /** Not delivered in time. */
    static final String EXPIRED = "EXPIRED";

    static final Map<String, FailureReason> REASONS = Map.ofEntries(
            Map.entry("SP_NOT_BY_INTER_SMS", FailureReason.NOT_ON_CHANNEL), // no messages from abroad
            Map.entry("MOBILE_NOT_ON_SERVICE", FailureReason.UNREACHABLE),
            Map.entry("MOBILE_ACCOUNT_ABNORMAL", FailureReason.UNREACHABLE),
            Map.entry("MOBLLE_TERMINAL_ERROR", FailureReason.UNREACHABLE), // as the service spells it
            Map.entry("MOBILE_TERMINAL_ERROR", FailureReason.UNREACHABLE),
            Map.entry("INVALID_NUMBER", FailureReason.UNREACHABLE),
            Map.entry("USER_REJECT", FailureReason.OPTED_OUT),
            Map.entry("MOBILE_IN_BLACK", FailureReason.OPTED_OUT),
            Map.entry("MOBILE_SEND_LIMIT", FailureReason.RECIPIENT_LIMIT),
            Map.entry("PORT_NOT_REGISTERED", FailureReason.SENDER_REFUSED),
            Map.entry("CONTENT_KEYWORD", FailureReason.CONTENT),
            Map.entry("CONTENT_ERROR", FailureReason.CONTENT), // a promotion that does not say how to unsubscribe
            Map.entry("IS_CLOSE", FailureReason.SERVER_FAULT));

    private CarrierCodes() {}
}
