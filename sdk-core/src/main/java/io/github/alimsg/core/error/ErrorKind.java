package io.github.alimsg.core.error;

/** The category of an error code. Codes are many and change; categories are few and stable. */
public enum ErrorKind {
    /** A parameter is missing, malformed or refused. */
    VALIDATION,
    /** Something that the call names does not exist: a resource, an operation or a product. */
    NOT_FOUND,
    /** What the call would create already exists. */
    CONFLICT,
    /** The access key or security token is unknown, inactive or expired. */
    AUTHENTICATION,
    /** The signature, its nonce or its form was refused. */
    SIGNATURE,
    /** The request's timestamp is outside the window that the service accepts. */
    CLOCK,
    /** The caller lacks the permission. */
    PERMISSION,
    /** The account has not activated the product. */
    NOT_SUBSCRIBED,
    /** The account's balance does not cover the call. */
    BALANCE,
    /** Too many calls per second; refused before any work was done. */
    THROTTLING,
    /** A business quota is used up for a while. */
    QUOTA,
    /** The recipient refuses messages or is on a blocklist. */
    RECIPIENT,
    /** The service failed; whether it acted on the call is unknown. */
    SERVER_FAULT,
    /** A code this version does not know. */
    UNKNOWN
}
