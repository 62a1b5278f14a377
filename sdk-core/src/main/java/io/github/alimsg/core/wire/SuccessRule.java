package io.github.alimsg.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where a reply with HTTP 200 says whether the call succeeded. What it says there, {@link Envelope} knows.
 *
 * @param codeField the field that holds {@code OK} (in any case) or {@code 200} on success; null for operations whose
 *     reply is a success by its HTTP status
 * @param messageField the field beside it that explains a failure
 */
public record SuccessRule(@Nullable String codeField, String messageField) {
    /** {@code Code} and {@code Message}, as most products have it. */
    public static final SuccessRule CODE = new SuccessRule("Code", "Message");

    /** {@code ResponseCode} and {@code ResponseDescription}, as the international SMS API has it. */
    public static final SuccessRule RESPONSE_CODE = new SuccessRule("ResponseCode", "ResponseDescription");

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
}
