package io.github.alimsg.core.intercept;

/**
 * Wraps the calls of a client. Sees one logical call, repeats included. Runs on the calling thread, in the order of
 * registration; the first is the outermost.
 *
 * <pre>{@code
 * Interceptor audit = call -> {
 *     CallResult result = call.proceed();
 *     log.info("{} was accepted as {}", call.info().operation(), result.requestId());
 *     return result;
 * };
 * }</pre>
 *
 * <p>Whatever an interceptor throws reaches the caller in place of the call's outcome, even after {@link Call#proceed},
 * when the request has been sent. A batch still records what the service said, and returns it in its result.
 */
@FunctionalInterface
public interface Interceptor {
    /**
     * Wraps one call. Usually returns {@code call.proceed()}, with something before or after.
     *
     * @param call the call under way
     * @return the response to hand to the caller: the one of {@code proceed()}, or another of the same type
     */
    CallResult intercept(Call call);

    /** The call under way. */
    interface Call {
        /** {@return the operation that is called} */
        CallInfo info();

        /** {@return the request} May contain personal data, which its {@code toString} does not show. */
        Object request();

        /** {@return the response of the call, which is made again each time} */
        CallResult proceed();
    }
}
