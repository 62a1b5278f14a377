package io.github.alimsg.testing.gateway;

import io.github.alimsg.testing.products.Templates;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a stub.
 *
 * @param end how the exchange ends
 * @param delay how long the answer takes
 * @param refusal why the call is turned away; null when it is let through
 * @param answer what is answered when the exchange ends with an answer, whole or in part
 */
public record StubbedAnswer(
        End end, Duration delay, @Nullable Refusal refusal, Answer answer) {
    /** How an exchange ends. */
    public enum End {
        ANSWER,
        CUT_IN_ANSWER,
        CUT_AFTER_REQUEST,
        CUT_BEFORE_REQUEST,
        STALL
    }

    /** Makes a reply. */
    @FunctionalInterface
    interface Answer {
        WireReply to(Call call, Service service);
    }

    /** The usual answer. */
    public static final StubbedAnswer SUCCESS = success(Map.of());

    private static StubbedAnswer answering(Answer answer) {
        return new StubbedAnswer(End.ANSWER, Duration.ZERO, null, answer);
    }

    /**
     * The usual answer, with some of its fields replaced or added.
     *
     * @throws IllegalArgumentException when a value is nothing that JSON has
     */
    public static StubbedAnswer success(Map<String, ?> fields) {
        var copy = Replies.fields(fields);
        return answering((call, service) -> service.success(call, copy));
    }

    public static StubbedAnswer reply(Function<Call, WireReply> reply) {
        return answering((call, service) -> reply.apply(call));
    }

    /** A failure of the gateway that comes after the call was let through. */
    public static StubbedAnswer failure(int status, String code, String message) {
        var failure = new Refusal(status, code, message);
        return answering((call, service) -> service.refusal(failure, call.host(), false));
    }

    /** A failure in HTTP 200, in the product's envelope. */
    public static StubbedAnswer businessFailure(String code, String message) {
        return answering((call, service) -> service.businessFailure(call, code, message));
    }

    /** A failure in HTTP 200 that depends on the call. */
    public static StubbedAnswer businessFailure(Function<Call, Templates.Mismatch> failure) {
        return answering((call, service) -> {
            Templates.Mismatch says = failure.apply(call);
            return service.businessFailure(call, says.code(), says.message());
        });
    }

    /** A denial by RAM. */
    public static StubbedAnswer denial(String action) {
        return answering((call, service) -> service.denial(call, action));
    }

    /** What a proxy in front of the gateway says when it cannot reach it. */
    public static StubbedAnswer proxyFailure(int status) {
        WireReply reply = Replies.proxyFailure(status);
        return answering((call, service) -> reply);
    }

    /** The usual answer, if it arrives. */
    public static StubbedAnswer ending(End end) {
        return new StubbedAnswer(end, Duration.ZERO, null, SUCCESS.answer);
    }

    /** Turns the call away. */
    public static StubbedAnswer throttling(@Nullable Duration retryAfter) {
        Refusal refusal = Refusal.throttled(retryAfter);
        return new StubbedAnswer(
                End.ANSWER, Duration.ZERO, refusal, (call, service) -> service.refusal(refusal, call.host(), false));
    }

    StubbedAnswer after(Duration longer) {
        return new StubbedAnswer(end, longer, refusal, answer);
    }
}
