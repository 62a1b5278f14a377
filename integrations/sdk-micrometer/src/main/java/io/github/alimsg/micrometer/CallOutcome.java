package io.github.alimsg.micrometer;

import io.github.alimsg.core.error.Disposition;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a call, as the key {@code outcome} says it. */
public enum CallOutcome {
    /** The service accepted it. */
    SUCCESS,
    /** Refused for its contents or its recipient: it would be refused again. */
    REFUSED,
    /** Refused because there were too many calls; nothing was done. */
    THROTTLED,
    /** Refused because a business quota is used up; nothing was done. */
    QUOTA,
    /** Nothing was done, for any other reason: no connection, no credentials, no balance, a guard. */
    NOT_SENT,
    /** It may have been done or not: look the message up before sending it again. */
    UNKNOWN;

    private final String value = name().toLowerCase(Locale.ROOT);

    /** {@return the key's value, such as {@code not_sent}} */
    public String value() {
        return value;
    }

    /**
     * Returns what a failure says.
     *
     * @param failure how a call or an attempt failed
     * @return what became of it, never {@link #SUCCESS}
     */
    public static CallOutcome of(SdkException failure) {
        return switch (Disposition.of(failure)) {
            case UNKNOWN -> UNKNOWN;
            case REFUSED -> REFUSED;
            case NOT_SENT -> notSent(failure);
        };
    }

    private static CallOutcome notSent(SdkException failure) {
        ErrorKind kind = failure instanceof ServiceException refusal ? refusal.kind() : null;
        return kind == ErrorKind.THROTTLING ? THROTTLED : kind == ErrorKind.QUOTA ? QUOTA : NOT_SENT;
    }

    /** The value of the key {@code error.kind}. */
    static String kind(@Nullable Throwable failure) {
        return failure instanceof ServiceException refusal
                ? refusal.kind().name().toLowerCase(Locale.ROOT)
                : "none";
    }
}
