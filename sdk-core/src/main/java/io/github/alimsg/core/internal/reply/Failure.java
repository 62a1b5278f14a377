package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended without a response.
 *
 * @param cause how it failed, for the decision to repeat
 * @param exception what the caller gets if it is not repeated
 * @param hint how long the service asks to wait
 * @param mayHaveArrived whether the service may have acted on the attempt
 */
public record Failure(
        Cause cause, SdkException exception, @Nullable Duration hint, boolean mayHaveArrived) {
    /** A failure that must not be repeated. */
    public static Failure unrepeatable(SdkException exception, boolean mayHaveArrived) {
        return new Failure(Cause.FINAL, exception, null, mayHaveArrived);
    }

    /** The same failure, not to be repeated. */
    public Failure asUnrepeatable() {
        return new Failure(Cause.FINAL, exception, hint, mayHaveArrived);
    }
}
