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
 */
public record Refusal(
        int status, String code, String message, @Nullable Duration retryAfter) {
    public Refusal(int status, String code, String message) {
        this(status, code, message, null);
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
                400, "System.LimitControl", "The request was denied by the flow control of the system.", retryAfter);
    }
}
