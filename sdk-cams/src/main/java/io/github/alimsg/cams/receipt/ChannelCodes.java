package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.FailureReason;
import java.util.Map;

/**
 * What the channels' error codes mean. WhatsApp's are numbers, explained on Meta's page "WhatsApp error codes"; Viber's
 * begin with {@code SRVC_} and are on the vendor's page "Viber API error codes". Left out, since their page gives no one
 * reason for them: {@code 131000} (unknown error), {@code 130472} (an experiment), codes of wrong parameters.
 */
final class ChannelCodes {
    static final Map<String, FailureReason> REASONS = Map.ofEntries(
            Map.entry("131047", FailureReason.WINDOW_CLOSED), // more than 24 hours since the last answer
            Map.entry(
                    "131026", FailureReason.NOT_ON_CHANNEL), // no account there, terms not accepted, or an old version
            Map.entry("SRVC_NOT_VIBER_USER", FailureReason.NOT_ON_CHANNEL),
            Map.entry("SRVC_NO_SUITABLE_DEVICE", FailureReason.NOT_ON_CHANNEL),
            Map.entry("131050", FailureReason.OPTED_OUT), // of marketing messages
            Map.entry("SRVC_USER_BLOCKED", FailureReason.OPTED_OUT),
            Map.entry("131049", FailureReason.RECIPIENT_LIMIT), // of marketing messages, from all businesses
            Map.entry("131056", FailureReason.RECIPIENT_LIMIT), // from this sender
            Map.entry("SRVC_WAIT_FOR_USER_RESPONSE", FailureReason.RECIPIENT_LIMIT),
            Map.entry("130429", FailureReason.SENDER_LIMIT), // throughput
            Map.entry("131048", FailureReason.SENDER_LIMIT), // too many were blocked or flagged
            Map.entry("368", FailureReason.SENDER_REFUSED), // policy violated
            Map.entry("131031", FailureReason.SENDER_REFUSED), // account locked
            Map.entry("131051", FailureReason.CONTENT), // type not supported
            Map.entry("131053", FailureReason.CONTENT), // file cannot be used
            Map.entry("SRVC_FILE_NOT_PERMITTED", FailureReason.CONTENT),
            Map.entry("SRVC_BAD_FILE_NAME_LENGTH", FailureReason.CONTENT),
            Map.entry("SRVC_BAD_THUMBNAIL", FailureReason.CONTENT),
            Map.entry("SRVC_BAD_FILE_SIZE", FailureReason.CONTENT),
            Map.entry("SRVC_BAD_DURATION", FailureReason.CONTENT),
            Map.entry("132000", FailureReason.TEMPLATE), // number of values
            Map.entry("132001", FailureReason.TEMPLATE), // not there, or not in this language
            Map.entry("132007", FailureReason.TEMPLATE), // policy violated
            Map.entry("132012", FailureReason.TEMPLATE), // format of a value
            Map.entry("132015", FailureReason.TEMPLATE), // paused
            Map.entry("132016", FailureReason.TEMPLATE), // disabled
            Map.entry("131016", FailureReason.SERVER_FAULT), // not available
            Map.entry("SRVC_INTERNAL_FAILURE", FailureReason.SERVER_FAULT),
            Map.entry("SRVC_TIMEOUT", FailureReason.SERVER_FAULT));

    private ChannelCodes() {}
}
