package io.github.alimsg.core.spi;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.internal.call.Call;
import io.github.alimsg.core.internal.call.Engine;
import io.github.alimsg.core.wire.Operation;
import java.time.Duration;

/** A call that the client's listeners, if it has any, are told of. */
final class ListenedCall {
    private ListenedCall() {}

    static <I extends SdkRequest, O extends SdkResponse> O run(
            Engine engine, CallInfo info, Operation<I, O> operation, I request) {
        if (engine.options().listeners().isEmpty()) {
            return new Call<>(engine, operation, null).run(request);
        }
        var time = engine.options().timeSource();
        long began = time.nanoTime();
        engine.notifyListeners(listener -> listener.started(info));
        var call = new Call<>(engine, operation, info);
        try {
            O response = call.run(request);
            Duration took = Duration.ofNanos(time.nanoTime() - began);
            String messageId = operation.messageId(response);
            engine.notifyListeners(listener -> {
                if (messageId != null) {
                    listener.messageAccepted(info, messageId);
                }
                listener.finished(info, response, null, took);
            });
            return response;
        } catch (Throwable e) { // also what a journal throws: what has started is finished
            Duration took = Duration.ofNanos(time.nanoTime() - began);
            SdkException failure = call.failure(e);
            engine.notifyListeners(listener -> listener.finished(info, null, failure, took));
            throw e;
        }
    }
}
