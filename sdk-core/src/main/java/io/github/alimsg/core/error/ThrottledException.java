package io.github.alimsg.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Too many calls per second; the repeats were refused too. The service did nothing: the call can be made again.
 *
 * @serial exclude
 */
public final class ThrottledException extends ServiceException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    /**
     * For the engine, and for tests of applications.
     *
     * @param operation the operation that was called
     * @param attempts how many times it was tried
     * @param error what the service said
     * @param retryAfter how long the service asks to wait
     */
    public ThrottledException(@Nullable String operation, int attempts, Details error, @Nullable Duration retryAfter) {
        super(operation, attempts, error);
        this.retryAfter = retryAfter;
    }

    /** {@return how long the service asks to wait; null when it does not say} */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
