package io.github.alimsg.core.error;

/** What an error code means for the caller: the category, where codes are many and change. */
public enum ErrorKind {
    /** A parameter is missing, malformed or refused. */
    VALIDATION,
    /** What the call names does not exist: a resource, an operation or a product. */
    NOT_FOUND,
    /** What the call would create exists already. */
    CONFLICT,
    /** The access key or security token is unknown, inactive or expired. */
    AUTHENTICATION,
    /** The signature, its nonce or its form was refused. */
    SIGNATURE,
    /** The request's time lies outside the service's window. */
    CLOCK,
    /** The caller may not do this. */
    PERMISSION,
    /** The account has not activated the product. */
    NOT_SUBSCRIBED,
    /** The account's balance does not cover the call. */
    BALANCE,
    /** Too many calls per second; refused before any work. */
    THROTTLING,
    /** A business quota is used up for a while. */
    QUOTA,
    /** The recipient refuses messages or is on a list of blocked numbers. */
    RECIPIENT,
    /** The service failed; whether it acted on the call is unknown. */
    SERVER_FAULT,
    /** A code this version does not know. */
    UNKNOWN
}
