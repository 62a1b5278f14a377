package io.github.alimsg.micrometer;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Observes the calls of clients: each is an observation {@code alimsg.call}, from which handlers of the registry make a
 * timer, a span, or both.
 *
 * <pre>{@code
 * CamsClient cams = CallObservations.of(registry).addTo(CamsClient.builder()).build();
 * }</pre>
 *
 * <p>The observation is current on the calling thread during the call, for interceptors added later and for the
 * transport. {@link CallObservationDocumentation} lists its keys and events. None of them is personal. Whatever a registry,
 * a handler or a convention throws is logged at DEBUG, and never changes a call. One object may be added to any number of
 * clients.
 */
public final class CallObservations implements Interceptor, CallListener {
    private final ObservationRegistry registry;
    private final @Nullable CallObservationConvention convention;

    private CallObservations(ObservationRegistry registry, @Nullable CallObservationConvention convention) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.convention = convention;
    }

    /**
     * Observes with the registry's convention for {@link CallObservationContext}, or the default if it has none.
     *
     * @param registry the registry
     * @return what to add to clients
     */
    public static CallObservations of(ObservationRegistry registry) {
        return new CallObservations(registry, null);
    }

    /**
     * Observes with another convention.
     *
     * @param registry the registry
     * @param convention chooses names and keys; where it throws, the default does
     * @return what to add to clients
     */
    public static CallObservations of(ObservationRegistry registry, CallObservationConvention convention) {
        return new CallObservations(registry, new SafeConvention(Objects.requireNonNull(convention, "convention")));
    }

    /**
     * Adds this object to a client that is being built, as an interceptor and as a listener; as neither when the registry
     * is {@link ObservationRegistry#NOOP}. Call it before other interceptors are added: they then run within the
     * observation.
     *
     * @param builder the client's builder
     * @param <B> its type
     * @return the builder
     */
    @SuppressWarnings("ReferenceEquality") // a registry may be given its handlers later, and is no-op until then
    public <B extends ClientBuilder<B>> B addTo(B builder) {
        return registry == ObservationRegistry.NOOP
                ? builder
                : builder.addInterceptor(this).addListener(this);
    }

    @Override
    public CallResult intercept(Call call) {
        ObservedCall observed = ObservedCall.start(registry, convention, call.info());
        if (observed == null) {
            return call.proceed();
        }
        try {
            CallResult result = call.proceed();
            observed.returned(result);
            return result;
        } catch (Throwable e) {
            observed.threw(e);
            throw e;
        } finally {
            observed.end();
        }
    }

    @Override
    public void started(CallInfo call) {
        find(call, CallObservationContext::began);
    }

    @Override
    public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
        if (delay == null) {
            return;
        }
        find(call, context -> {
            Observation observation = context.observation();
            if (observation != null) {
                observation.event(repeat(failure));
            }
        });
    }

    private static Observation.Event repeat(SdkException failure) {
        CallObservationDocumentation.Events repeat = CallObservationDocumentation.Events.REPEAT;
        String kind = CallOutcome.kind(failure);
        String how = kind.equals("none") ? CallOutcome.of(failure).value() : kind;
        return Observation.Event.of(repeat.getName(), String.format(Locale.ROOT, repeat.getContextualName(), how));
    }

    @Override
    public void messageAccepted(CallInfo call, String messageId) {
        find(call, context -> context.named(messageId));
    }

    @Override
    public void finished(CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
        find(call, context -> context.ended(result, failure));
    }

    private void find(CallInfo call, Consumer<CallObservationContext> then) {
        CallObservationContext context = registry.isNoop() ? null : ObservedCall.find(registry, call);
        if (context != null) {
            then.accept(context);
        }
    }
}
