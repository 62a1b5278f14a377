package io.github.alimsg.core.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A business quota is used up, such as messages per minute, hour or day to one number. Never repeated by the SDK.
 *
 * @serial exclude
 */
public final class QuotaException extends ServiceException {
    private static final long serialVersionUID = 1;

    private final @Nullable Instant retryNotBefore;

    /**
     * For the engine, and for tests of applications.
     *
     * @param operation the operation that was called
     * @param attempts how many times it was tried
     * @param error what the service said
     * @param retryNotBefore when the window ends
     */
    public QuotaException(@Nullable String operation, int attempts, Details error, @Nullable Instant retryNotBefore) {
        super(operation, attempts, error);
        this.retryNotBefore = retryNotBefore;
    }

    /** {@return when the quota's window ends at the latest; null when the service does not say} */
    public @Nullable Instant retryNotBefore() {
        return retryNotBefore;
    }
}
