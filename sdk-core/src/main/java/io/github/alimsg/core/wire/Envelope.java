package io.github.alimsg.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a reply says about the call, apart from its data: code, message, request id, and the field {@code Success}. A
 * {@link JsonReader} fills it while a response is read.
 *
 * <p>{@link SuccessRule#verdict} decides whether it says success, as it does for replies that were not read as a
 * response.
 */
final class Envelope {
    private final SuccessRule rule;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable String requestId;
    private @Nullable Boolean success;

    Envelope(SuccessRule rule) {
        this.rule = rule;
    }

    /**
     * Reads the next value if the field is one of the envelope's.
     *
     * @param name the field's name
     * @param in the reader, at the field's value
     * @return whether the field was one of them
     */
    boolean take(String name, JsonReader in) {
        if (name.equalsIgnoreCase(rule.codeField()) || rule.codeField() == null && name.equals("Code")) {
            code = in.string();
        } else if (name.equalsIgnoreCase(rule.messageField())) {
            message = in.string();
        } else if (name.equalsIgnoreCase("RequestId")) {
            String id = in.string();
            requestId = id == null ? null : id.strip();
        } else if (name.equals("Success")) {
            success = asBoolean(in.string());
        } else if (name.equals("AccessDeniedDetail")) {
            in.skip(); // matters only in failures, which are read again
        } else {
            return false;
        }
        return true;
    }

    private static @Nullable Boolean asBoolean(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() ? null : stripped.equalsIgnoreCase("true") || stripped.equals("1");
    }

    /** {@return the code; null when the reply has none} */
    @Nullable
    String code() {
        return code;
    }

    /** {@return the message that explains the code; null when the reply has none} */
    @Nullable
    String message() {
        return message;
    }

    /** {@return the request's id at the service; null when the reply has none} */
    @Nullable
    String requestId() {
        return requestId;
    }

    /** {@return the verdict of the reply, whose HTTP status is a success} */
    SuccessRule.Verdict verdict() {
        return rule.codeField() != null || Boolean.FALSE.equals(success)
                ? SuccessRule.verdict(code, success)
                : SuccessRule.Verdict.SUCCESS;
    }
}
