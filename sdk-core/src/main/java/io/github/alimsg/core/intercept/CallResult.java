package io.github.alimsg.core.intercept;

import org.jspecify.annotations.Nullable;

/** What every response tells of its call. */
public interface CallResult {
    /** {@return the id under which the service knows the request} */
    @Nullable
    String requestId();

    /** {@return HTTP status of the answer} */
    int httpStatus();

    /** {@return how many times the request was tried, the successful attempt included} */
    int attempts();
}
