package io.github.alimsg.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a reply says of the call beside its data: code, message, request id, and the field {@code Success}. A {@link
 * JsonReader} fills it while a response is read.
 *
 * <p>The only place that decides whether a reply says success, for replies that were read as a response and, by {@link
 * #verdict(String, Boolean)}, for those that were not.
 */
public final class Envelope {
    private final SuccessRule rule;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable String requestId;
    private @Nullable Boolean success;

    Envelope(SuccessRule rule) {
        this.rule = rule;
    }

    /**
     * Takes the value that comes next if the field is one of the envelope's.
     *
     * @param name the field's name
     * @param in where its value comes next
     * @return whether it was one, and was taken
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
            in.skip(); // says something in failures only, which are read anew
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

    /** {@return the message beside the code; null when the reply has none} */
    @Nullable
    String message() {
        return message;
    }

    /** {@return the request's id at the service; null when the reply has none} */
    @Nullable
    String requestId() {
        return requestId;
    }

    /** {@return what the reply, whose HTTP status is one of success, says of the call} */
    public Verdict verdict() {
        return rule.codeField() != null || Boolean.FALSE.equals(success) ? verdict(code, success) : Verdict.SUCCESS;
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
            return SuccessRule.isSuccess(code) ? Verdict.SUCCESS : Verdict.FAILURE;
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
