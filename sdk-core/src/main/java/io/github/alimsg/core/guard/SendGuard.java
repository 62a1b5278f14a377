package io.github.alimsg.core.guard;

/**
 * Is asked about every message before anything is sent: a call with several recipients, a batch and a call with one
 * recipient ask once for each.
 *
 * <pre>{@code
 * SendGuard legal = message -> "marketing".equalsIgnoreCase(message.category()) && isMinor(message.to())
 *         ? Verdict.refuse("minor")
 *         : Verdict.pass();
 * CamsClient cams = CamsClient.builder().guard(legal).build();
 * }</pre>
 *
 * <p>If it refuses a recipient, nothing is sent to it. A batch returns it as {@code refused()}, and goes on with the
 * others. A call fails as a whole with a {@link io.github.alimsg.core.error.GuardedException}, since a request is sent
 * as the application wrote it or not at all.
 *
 * <p>If it throws, nothing is sent either: the call fails with a {@code GuardedException} whose cause is what it threw,
 * and a batch ends. It runs on the calling thread, once a call and before the first attempt, and its time counts for
 * the call's timeout, which cannot end it: anything that it asks over a network must have a deadline of its own. It
 * must be safe for concurrent use.
 */
@FunctionalInterface
public interface SendGuard {
    /**
     * Decides about one message.
     *
     * @param message the message
     * @return whether it may be sent; never null
     */
    Verdict check(OutgoingMessage message);
}
