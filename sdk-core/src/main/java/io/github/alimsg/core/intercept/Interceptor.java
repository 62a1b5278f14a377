package io.github.alimsg.core.intercept;

/**
 * Wraps the calls of a client: one logical call, repeats included. Runs on the calling thread, in the order of
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
 * <p>What an interceptor throws is thrown to the caller in place of the call's outcome, also after {@link Call#proceed},
 * when the request is out. A batch keeps account of what the service said, and says so in its result.
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
        /** {@return which operation it is} */
        CallInfo info();

        /** {@return the request} May hold personal data: its {@code toString} does not show it. */
        Object request();

        /** {@return the response of the call, which is made anew each time} */
        CallResult proceed();
    }
}
