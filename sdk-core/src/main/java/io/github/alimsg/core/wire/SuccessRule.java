package io.github.alimsg.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where a reply with HTTP 200 says whether the call succeeded. The only place that decides what it says.
 *
 * @param codeField the field that holds {@code OK} (in any case) or {@code 200} on success; null for operations whose
 *     reply is a success by its HTTP status
 * @param messageField the field beside it that explains a failure
 */
public record SuccessRule(@Nullable String codeField, String messageField) {
    /** {@code Code} and {@code Message}, as most products have it. */
    public static final SuccessRule CODE = new SuccessRule("Code", "Message");

    /** Only the HTTP status. */
    public static final SuccessRule HTTP_STATUS = new SuccessRule(null, "Message");

    /**
     * Whether a code says that the call succeeded.
     *
     * @param code the code
     * @return whether it is {@code OK} in any case, or {@code 200}, with or without white space around it
     */
    public static boolean isSuccess(String code) {
        String stripped = code.strip();
        return stripped.equalsIgnoreCase("OK") || stripped.equals("200");
    }

    /**
     * What a code and the field {@code Success} say together. Either can tell of a failure; to tell of a success, one is
     * enough.
     *
     * @param code the code; null when there is none
     * @param success the field; null when there is none
     * @return what they say
     */
    public static Verdict verdict(@Nullable String code, @Nullable Boolean success) {
        if (Boolean.FALSE.equals(success)) {
            return Verdict.FAILURE;
        }
        if (code != null && !code.isBlank()) {
            return isSuccess(code) ? Verdict.SUCCESS : Verdict.FAILURE;
        }
        return success != null ? Verdict.SUCCESS : Verdict.NOTHING;
    }

    /** What a reply says of the call. */
    public enum Verdict {
        /** It succeeded. */
        SUCCESS,
        /** It failed. */
        FAILURE,
        /** Neither. */
        NOTHING
    }
}
