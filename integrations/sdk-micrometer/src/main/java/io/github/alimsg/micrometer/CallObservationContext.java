package io.github.alimsg.micrometer;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallResult;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an observed call. It does not have the request, so that no convention can make tags of what is in it.
 *
 * <p>A sender's context of the kind {@code CLIENT}, so that spans are those of a client, but without headers: a trace
 * would end at the service anyway, and signed requests stay as they are.
 */
public final class CallObservationContext extends SenderContext<CallInfo> {
    /** The forms that the service makes up. Another text might be an echo of something personal. */
    private static final Pattern REQUEST_ID =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{24}");

    private final CallInfo call;
    private @Nullable Observation observation;
    private @Nullable CallOutcome outcome;
    private @Nullable CallOutcome ofEngine;
    private @Nullable String requestId;
    private @Nullable String messageId;

    /**
     * Creates the context of a call that begins. For tests of conventions.
     *
     * @param call the call
     */
    public CallObservationContext(CallInfo call) {
        super((carrier, key, value) -> {}, Kind.CLIENT);
        this.call = call;
        setCarrier(call);
        setRemoteServiceName(call.product());
    }

    /** {@return the call: product, version, operation and effect} */
    public CallInfo call() {
        return call;
    }

    /** {@return what became of the call; null while it is under way} */
    public @Nullable CallOutcome outcome() {
        return outcome;
    }

    /** {@return the id that the service gave the request; null when there is none, or none of the service's form} */
    public @Nullable String requestId() {
        return requestId;
    }

    /** {@return what the service calls the message; null when it sent none, or did not name it} */
    public @Nullable String messageId() {
        return messageId;
    }

    void observedBy(Observation observation) {
        this.observation = observation;
    }

    @Nullable
    Observation observation() {
        return observation;
    }

    /** The engine began: until it says more, the call may take effect. */
    void began() {
        ofEngine = CallOutcome.UNKNOWN;
    }

    void named(String messageId) {
        this.messageId = messageId;
    }

    void ended(@Nullable CallResult result, @Nullable SdkException failure) {
        ofEngine = failure == null ? CallOutcome.SUCCESS : CallOutcome.of(failure);
        requestId = result != null ? requestIdOf(result) : requestIdOf(failure);
    }

    /** The caller gets a response. */
    void returned(CallResult result) {
        outcome = CallOutcome.SUCCESS;
        requestId = requestIdOf(result);
    }

    /** The caller gets an exception. When an interceptor threw it, the engine knows what became of the request. */
    void threw(Throwable failure) {
        if (failure instanceof SdkException ofCall) {
            outcome = CallOutcome.of(ofCall);
            requestId = requestIdOf(ofCall);
        } else {
            outcome = ofEngine == null ? CallOutcome.NOT_SENT : ofEngine;
        }
    }

    private static @Nullable String requestIdOf(CallResult result) {
        String id = result.requestId();
        return id != null && REQUEST_ID.matcher(id).matches() ? id : null;
    }

    /** The engine has checked it for what the request has. */
    private static @Nullable String requestIdOf(@Nullable SdkException failure) {
        return failure instanceof ServiceException refusal ? refusal.requestId() : null;
    }
}
