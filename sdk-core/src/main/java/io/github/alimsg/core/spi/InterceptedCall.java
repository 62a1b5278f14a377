package io.github.alimsg.core.spi;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.internal.call.Engine;
import io.github.alimsg.core.wire.Operation;
import java.util.List;

/**
 * A call that goes through the client's interceptors, the first one outermost, and then to the listeners.
 *
 * @param engine the engine
 * @param info what interceptors are told
 * @param operation what is called
 * @param request its parameters
 * @param <I> the request
 * @param <O> the response
 */
record InterceptedCall<I extends SdkRequest, O extends SdkResponse>(
        Engine engine, CallInfo info, Operation<I, O> operation, I request) {
    O run() {
        return proceed(0);
    }

    @SuppressWarnings("unchecked") // an interceptor's result is checked to be of the response's class
    private O proceed(int index) {
        List<Interceptor> interceptors = engine.options().interceptors();
        if (index == interceptors.size()) {
            return ListenedCall.run(engine, info, operation, request);
        }
        Interceptor interceptor = interceptors.get(index);
        CallResult result = interceptor.intercept(new Interceptor.Call() {
            @Override
            public CallInfo info() {
                return info;
            }

            @Override
            public Object request() {
                return request;
            }

            @Override
            public CallResult proceed() {
                return InterceptedCall.this.proceed(index + 1);
            }
        });
        if (!operation.responseType().isInstance(result)) {
            throw new IllegalStateException(interceptor.getClass().getName() + " returned "
                    + (result == null ? "null" : result.getClass().getName()) + " for " + operation.name()
                    + "; return what proceed() returned, or another "
                    + operation.responseType().getSimpleName());
        }
        return (O) result;
    }
}
