package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended without a response.
 *
 * @param cause how it failed, as far as it matters for repeating
 * @param exception what the caller gets when it is not repeated
 * @param hint how long the service asks to wait
 * @param mayHaveArrived whether the service may have acted on the attempt
 */
public record Failure(
        Cause cause, SdkException exception, @Nullable Duration hint, boolean mayHaveArrived) {
    /** One that no other attempt can help. */
    public static Failure unrepeatable(SdkException exception, boolean mayHaveArrived) {
        return new Failure(Cause.FINAL, exception, null, mayHaveArrived);
    }

    /** The same, and no other attempt can help it. */
    public Failure asUnrepeatable() {
        return new Failure(Cause.FINAL, exception, hint, mayHaveArrived);
    }
}
