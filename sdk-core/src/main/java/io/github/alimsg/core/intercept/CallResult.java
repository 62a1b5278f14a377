package io.github.alimsg.core.intercept;

import org.jspecify.annotations.Nullable;

/** What every response says about its call. */
public interface CallResult {
    /** {@return the request id that the service assigned} */
    @Nullable
    String requestId();

    /** {@return HTTP status of the reply} */
    int httpStatus();

    /** {@return how many times the request was tried, the successful attempt included} */
    int attempts();
}
