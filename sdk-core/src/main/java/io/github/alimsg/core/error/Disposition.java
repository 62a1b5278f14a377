package io.github.alimsg.core.error;

/**
 * What a failure says about a message that was to be sent, and so what may be done with it next. The same for a single
 * call and for the recipients of a batch.
 */
public enum Disposition {
    /**
     * Nothing was sent, for a reason other than the message: the same message can be sent again once the cause is gone.
     * A quota is such a cause; {@link QuotaException#retryNotBefore()} says when it is gone at the latest.
     */
    NOT_SENT,
    /** Nothing was sent, because of the message's contents or its recipient: it would be refused again. */
    REFUSED,
    /** The message may or may not have been sent. Look it up before sending it again. */
    UNKNOWN;

    /**
     * Returns what the failure of a send says.
     *
     * @param failure the failure, with those of earlier attempts suppressed
     * @return what became of the message
     */
    public static Disposition of(SdkException failure) {
        if (failure.mayHaveTakenEffect()) {
            return UNKNOWN;
        }
        return failure instanceof ServiceException refusal ? of(refusal.kind()) : NOT_SENT;
    }

    /** Without a default, so that a new kind must be placed. */
    private static Disposition of(ErrorKind kind) {
        return switch (kind) {
            case VALIDATION, NOT_FOUND, CONFLICT, RECIPIENT -> REFUSED;
            case QUOTA, THROTTLING, BALANCE, NOT_SUBSCRIBED, PERMISSION, AUTHENTICATION, SIGNATURE, CLOCK -> NOT_SENT;
            case SERVER_FAULT, UNKNOWN -> UNKNOWN;
        };
    }
}
