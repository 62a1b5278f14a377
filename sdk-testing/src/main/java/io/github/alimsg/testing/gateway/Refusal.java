package io.github.alimsg.testing.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why the gateway turns a call away before any work.
 *
 * @param status the HTTP status
 * @param code the vendor's code
 * @param message the vendor's words
 * @param retryAfter the hint that comes with a throttled call; null for none
 * @param diagnosis what a developer wants to know besides
 */
public record Refusal(
        int status, String code, String message, @Nullable Duration retryAfter, Diagnosis diagnosis) {
    public Refusal(int status, String code, String message) {
        this(status, code, message, null, Diagnosis.of(message));
    }

    /** The same, explained in other words than the caller gets. */
    public Refusal because(Diagnosis diagnosis) {
        return new Refusal(status, code, message, retryAfter, diagnosis);
    }

    /** The same, explained in a sentence. */
    public Refusal because(String reason) {
        return because(Diagnosis.of(reason));
    }

    static Refusal unknownKey(String reason) {
        return new Refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.").because(reason);
    }

    static Refusal expiredToken(String reason) {
        return new Refusal(403, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.").because(reason);
    }

    static Refusal missing(String parameter) {
        return new Refusal(
                400,
                "MissingParameter",
                "The input parameter \"" + parameter
                        + "\" that is mandatory for processing this request is not supplied.");
    }

    static Refusal incompleteSignature(String why) {
        return new Refusal(
                400,
                "IncompleteSignature",
                "The request signature does not conform to Alibaba Cloud standards: " + why + ".");
    }

    static Refusal throttled(@Nullable Duration retryAfter) {
        return new Refusal(
                400,
                "System.LimitControl",
                "The request was denied by the flow control of the system.",
                retryAfter,
                Diagnosis.of("throttled" + (retryAfter == null ? "" : "; the next turn is in " + retryAfter)));
    }
}
