package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes that receipts report failures with, for each product the usual ones. The first of a product is its default. */
final class ErrorCodes {
    private record Code(String product, String code, String meaning) {}

    private static final List<Code> ALL = List.of(
            new Code(
                    KnownProducts.CAMS, "131026", "the recipient can't receive it: not on WhatsApp, or an old version"),
            new Code(KnownProducts.CAMS, "131047", "the recipient has not written for 24 hours: send a template"),
            new Code(KnownProducts.CAMS, "131048", "sending is limited: too many recipients complained"),
            new Code(KnownProducts.CAMS, "131049", "the recipient got too many marketing messages"),
            new Code(KnownProducts.CAMS, "131050", "the recipient opted out of marketing messages"),
            new Code(KnownProducts.CAMS, "131051", "the content is not supported"),
            new Code(KnownProducts.CAMS, "132000", "values of the template are missing"),
            new Code(KnownProducts.CAMS, "132001", "the template does not exist in this language"),
            new Code(KnownProducts.CAMS, "131016", "the channel is out of order"),
            new Code(KnownProducts.CAMS, "368", "the account is blocked"),
            new Code(KnownProducts.MAINLAND, "MOBILE_NOT_ON_SERVICE", "the phone is out of service"),
            new Code(KnownProducts.MAINLAND, "USER_REJECT", "the recipient unsubscribed"),
            new Code(KnownProducts.MAINLAND, "MOBILE_SEND_LIMIT", "the recipient got too many messages"),
            new Code(KnownProducts.MAINLAND, "CONTENT_KEYWORD", "the content was refused"),
            new Code(KnownProducts.MAINLAND, "PORT_NOT_REGISTERED", "the sender is not registered"),
            new Code(KnownProducts.MAINLAND, "IS_CLOSE", "the carrier is out of order"),
            new Code(KnownProducts.MAINLAND, "EXPIRED", "it was not delivered in time"),
            new Code(KnownProducts.INTERNATIONAL, "MOBILE_NUMBER_ILLEGAL", "there is no such number"),
            new Code(
                    KnownProducts.INTERNATIONAL, "BUSINESS_LIMIT_CONTROL_PHONE", "the recipient got too many messages"),
            new Code(KnownProducts.INTERNATIONAL, "INVALID_SENDERID", "the sender may not send there"),
            new Code(KnownProducts.INTERNATIONAL, "SMS_CONTENT_ILLEGAL", "the content was refused"),
            new Code(KnownProducts.INTERNATIONAL, "SYSTEM_ERROR", "the service is out of order"),
            new Code(KnownProducts.INTERNATIONAL, "EXPIRED", "it was not delivered in time"));

    private ErrorCodes() {}

    /** The code that messages of a product fail with when nobody chose one. */
    static String usual(@Nullable String product) {
        for (Code code : ALL) {
            if (code.product().equals(product)) {
                return code.code();
            }
        }
        return "UNKNOWN";
    }

    static ArrayNode json() {
        ArrayNode all = Json.array();
        for (Code code : ALL) {
            ObjectNode one = all.addObject();
            one.put("product", code.product()).put("code", code.code()).put("meaning", code.meaning());
        }
        return all;
    }
}
