package io.github.alimsg.core.batch;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Records how the engine itself ended the call of a part. This is the innermost interceptor, below the application's,
 * which may replace a failure, make the call again, or make none.
 */
final class EngineOutcome implements Interceptor {
    private int calls;
    private boolean earlierMayHaveTakenEffect;
    private @Nullable CallResult response;
    private @Nullable Throwable failure;

    @Override
    public CallResult intercept(Call call) {
        earlierMayHaveTakenEffect |= calls > 0 && mayHaveTakenEffect();
        calls++;
        response = null;
        failure = null;
        try {
            response = call.proceed();
            return response;
        } catch (Throwable e) {
            failure = e;
            throw e;
        }
    }

    private boolean mayHaveTakenEffect() {
        return !(failure instanceof SdkException known) || known.mayHaveTakenEffect();
    }

    /** How many calls were made. */
    int calls() {
        return calls;
    }

    /** Whether a call before the last one may have sent something. */
    boolean earlierMayHaveTakenEffect() {
        return earlierMayHaveTakenEffect;
    }

    /** The response of the last call; null when it has none. */
    @Nullable
    CallResult response() {
        return response;
    }

    /** What ended the last call; null when it has a response. */
    @Nullable
    Throwable failure() {
        return failure;
    }
}
