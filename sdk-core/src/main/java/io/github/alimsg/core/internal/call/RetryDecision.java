package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a retry policy. If the policy throws, nothing is repeated, and the attempt's own failure is kept. */
public final class RetryDecision {
    private RetryDecision() {}

    /** How long to wait before the next attempt; null when there is to be none. */
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

    /** Tells the policy of a success; whatever it throws then is ignored. */
    public static void succeeded(RetryPolicy policy, @Nullable FailedAttempt last) {
        try {
            policy.succeeded(last);
        } catch (Throwable e) {
            Isolated.failed(policy, e);
        }
    }
}
