package io.github.alimsg.core.intercept;

import org.jspecify.annotations.Nullable;

/** What every response tells of its call. */
public interface CallResult {
    /** Id under which the service knows the request. */
    @Nullable
    String requestId();

    /** HTTP status of the answer. */
    int httpStatus();

    /** How many times the request was tried, the successful attempt included. */
    int attempts();
}
