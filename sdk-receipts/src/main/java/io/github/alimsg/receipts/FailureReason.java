package io.github.alimsg.receipts;

/**
 * Why a message did not arrive, by what to do about it. Codes are many and differ by product; reasons are few and the
 * same for all. A later version may add constants, so a {@code switch} needs a {@code default}.
 *
 * <p>Only codes that are documented and mean one thing have a reason. {@link DeliveryReport#errorCode()} has the code of
 * any receipt.
 */
public enum FailureReason {
    /** The recipient has not written for 24 hours. Send a template instead. */
    WINDOW_CLOSED,
    /** The recipient cannot receive messages on this channel, or messages of this kind. Use another channel. */
    NOT_ON_CHANNEL,
    /** The phone is switched off, out of reach or out of service, or the number does not exist. */
    UNREACHABLE,
    /** The recipient unsubscribed, blocked the sender, or is on a blocklist. Do not send again. */
    OPTED_OUT,
    /** The recipient got too many messages, from this sender or from all. Wait before sending to this one. */
    RECIPIENT_LIMIT,
    /** The sender has sent too much, or too much that recipients disliked. Wait before sending to anybody. */
    SENDER_LIMIT,
    /** The sender may not send: blocked, not registered, or not approved. Sending again does not help. */
    SENDER_REFUSED,
    /** The content was refused. */
    CONTENT,
    /** The template does not exist, is paused, or does not fit its values. */
    TEMPLATE,
    /** It was not delivered in time. */
    EXPIRED,
    /** The channel or the carrier is out of order. May work later. */
    SERVER_FAULT,
    /** It failed without a code, or with one that has no reason here. */
    UNKNOWN,
    /** It has not failed, as far as this receipt knows. */
    NONE
}
