package io.github.alimsg.testing.storage;

import io.github.alimsg.testing.gateway.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an upload.
 *
 * @param kind what
 * @param afterBytes after how many bytes of the body, where that matters
 * @param refusal what a failure says; null for any other
 */
public record Fault(Kind kind, long afterBytes, @Nullable Refusal refusal) {
    /** What can happen. */
    public enum Kind {
        NONE,
        FAIL,
        CUT,
        CUT_AFTER,
        STALL,
        CORRUPT
    }

    static final Fault NONE = of(Kind.NONE);

    /** At the end of an upload. */
    public static Fault of(Kind kind) {
        return of(kind, Long.MAX_VALUE);
    }

    /** In the middle of an upload. */
    public static Fault of(Kind kind, long afterBytes) {
        return new Fault(kind, afterBytes, null);
    }

    public static Fault failure(int status, String code, String message) {
        return new Fault(Kind.FAIL, Long.MAX_VALUE, new Refusal(status, code, message));
    }
}
