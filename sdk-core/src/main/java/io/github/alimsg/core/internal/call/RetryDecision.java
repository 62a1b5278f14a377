package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a retry policy. One that fails repeats nothing, and what became of the request stays known. */
public final class RetryDecision {
    private RetryDecision() {}

    /** How long to wait before the next attempt; null when there shall be none. */
    public static @Nullable Duration delayBefore(RetryPolicy policy, FailedAttempt failed) {
        try {
            return policy.delayBefore(failed);
        } catch (Throwable e) {
            if (!e.equals(failed.failure())) {
                failed.failure().addSuppressed(e);
            }
            Isolated.keepInterrupt(e);
            return null;
        }
    }

    /** Tells the policy of a success, after which nothing it throws matters. */
    public static void succeeded(RetryPolicy policy, @Nullable FailedAttempt last) {
        try {
            policy.succeeded(last);
        } catch (Throwable e) {
            Isolated.failed(policy, e);
        }
    }
}
