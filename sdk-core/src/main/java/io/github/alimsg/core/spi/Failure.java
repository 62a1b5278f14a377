package io.github.alimsg.core.spi;

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
record Failure(
        Cause cause, SdkException exception, @Nullable Duration hint, boolean mayHaveArrived) {}
