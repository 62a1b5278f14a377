package io.github.alimsg.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a reply with HTTP 200 says that the call succeeded, and where it says so. Nothing else decides that.
 *
 * @param codeField the field that has {@code OK} (in any case) or {@code 200} on success; null for operations whose
 *     HTTP status alone tells success
 * @param messageField the field that explains a failure
 */
public record SuccessRule(@Nullable String codeField, String messageField) {
    /** {@code Code} and {@code Message}, as in most products. */
    public static final SuccessRule CODE = new SuccessRule("Code", "Message");

    /** Only the HTTP status. */
    public static final SuccessRule HTTP_STATUS = new SuccessRule(null, "Message");

    /**
     * Returns whether a code says that the call succeeded.
     *
     * @param code the code
     * @return whether it is {@code OK} in any case, or {@code 200}, with or without white space around it
     */
    public static boolean isSuccess(String code) {
        String stripped = code.strip();
        return stripped.equalsIgnoreCase("OK") || stripped.equals("200");
    }

    /**
     * Returns what a code and the field {@code Success} say together. Either can say that the call failed; if neither
     * does, one of them is enough for success.
     *
     * @param code the code; null when there is none
     * @param success the field; null when there is none
     * @return the verdict
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

    /** What a reply says about the call. */
    public enum Verdict {
        /** It succeeded. */
        SUCCESS,
        /** It failed. */
        FAILURE,
        /** Neither. */
        NOTHING
    }
}
