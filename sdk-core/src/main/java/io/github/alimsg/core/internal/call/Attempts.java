package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.internal.reply.Failure;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account of the attempts of one call or upload: how many there were, what may have arrived, how the earlier ones
 * failed, and whether there is another.
 */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private final Effect effect;
    private final @Nullable String ownId;
    private final RetryPolicy policy;
    private final TimeSource time;
    private final Deadline deadline;
    private final @Nullable Listener listener;
    private int number;
    private boolean mayHaveArrived;
    private boolean replaying;
    private @Nullable FailedAttempt lastRepeated;
    private @Nullable List<FailedAttempt> earlier;

    /** Is told of every failed attempt. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called when an attempt failed.
         *
         * @param attempt its number, from 1
         * @param failure how
         * @param delay how long until the next attempt; null when there is none
         */
        void attemptFailed(int attempt, SdkException failure, @Nullable Duration delay);
    }

    /**
     * Starts an account without attempts.
     *
     * @param effect what a request that arrives does
     * @param ownId the parameter by which a request is found again; null when it has none
     * @param options have the policy, which decides whether to repeat what may be repeated, and the clock
     * @param deadline when the call or upload must be over
     * @param listener is told of failures; null for nobody
     */
    public Attempts(
            Effect effect,
            @Nullable String ownId,
            ClientOptions options,
            Deadline deadline,
            @Nullable Listener listener) {
        this.effect = effect;
        this.ownId = ownId;
        this.policy = options.retryPolicy();
        this.time = options.timeSource();
        this.deadline = deadline;
        this.listener = listener;
    }

    /** Begins the next attempt. */
    public void begin() {
        number++;
    }

    /** {@return the number of the attempt under way, from 1} */
    public int number() {
        return number;
    }

    /** {@return whether the attempt under way sends the same bytes once more, to find out what became of the first} */
    public boolean isReplay() {
        return replaying;
    }

    /** The attempt under way succeeded. */
    public void succeeded() {
        RetryDecision.succeeded(policy, lastRepeated);
    }

    /**
     * Waits until the next attempt is due, or throws to end the call.
     *
     * @param operation what was called
     * @param failure how the attempt under way failed
     * @param mayReplay whether the same bytes may go out once more to find out what became of them
     * @throws SdkException when there is no further attempt
     */
    public void repeatOrThrow(String operation, Failure failure, boolean mayReplay) {
        boolean firstToArrive = !mayHaveArrived;
        mayHaveArrived |= failure.mayHaveArrived();
        var failed = new FailedAttempt(
                operation,
                effect,
                number,
                failure.cause(),
                failure.exception(),
                repeatedFor(failure.cause()),
                failure.hint());
        // No policy, however written, repeats what may have happened and must not happen twice.
        boolean settled = replaying || failure.cause() == Cause.FINAL || mayHaveArrived && !effect.repeatsHarmlessly();
        Duration delay = settled ? null : RetryDecision.delayBefore(policy, failed);
        if (delay != null && delay.compareTo(deadline.left()) >= 0) {
            delay = null;
        }
        // Sending the same bytes again may show whether the first arrived; a read needs no such check.
        boolean replay = delay == null
                && firstToArrive
                && mayReplay
                && failure.cause() == Cause.UNANSWERED
                && effect != Effect.READ;
        report(operation, failure.exception(), replay ? Duration.ZERO : delay);
        if (delay == null && !replay) {
            throw withEarlierFailures(replaying ? afterReplay(operation, failure.exception()) : failure.exception());
        }
        if (earlier == null) {
            earlier = new ArrayList<>(2);
        }
        earlier.add(failed);
        replaying = replay;
        if (delay != null) {
            lastRepeated = failed;
            sleep(operation, delay);
        }
    }

    private void sleep(String operation, Duration delay) {
        try {
            time.sleep(delay);
        } catch (InterruptedException e) {
            throw interrupted(operation, Delivery.NOT_SENT, e);
        }
    }

    /**
     * Ends a call whose second copy was refused or lost. A refusal may come before the gateway looks at the nonce,
     * so only that of the nonce says anything of the first copy.
     */
    private TransportException afterReplay(String operation, SdkException second) {
        boolean arrived =
                second instanceof ServiceException refusal && refusal.code().equals("SignatureNonceUsed");
        String message = arrived
                ? "the reply was lost, but the first copy of the request reached the service; find out what became of it"
                        + (ownId == null ? "" : ", by its " + ownId + " if it had one,") + " before sending again"
                : "the reply was lost, and the second copy of the request got none that tells what became of it";
        return notAnswered(operation, Delivery.UNKNOWN, message, second);
    }

    private int repeatedFor(Cause cause) {
        int count = 0;
        if (earlier != null) {
            for (FailedAttempt before : earlier) {
                count += before.cause() == cause ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * Returns the failure of an attempt that got no reply. What arrived before counts for the whole call.
     *
     * @param operation what was called
     * @param delivery what is known of this attempt
     * @param message what happened
     * @param cause the failure underneath
     */
    public TransportException notAnswered(
            String operation, Delivery delivery, String message, @Nullable Throwable cause) {
        return new TransportException(operation, number, ofAll(delivery), message, cause);
    }

    /** The same, for a call that ends because its thread was interrupted. The thread's flag is set again. */
    public SdkException interrupted(String operation, Delivery delivery, Throwable cause) {
        Thread.currentThread().interrupt();
        return withEarlierFailures(new CallInterruptedException(operation, number, ofAll(delivery), cause));
    }

    private Delivery ofAll(Delivery delivery) {
        return mayHaveArrived ? Delivery.UNKNOWN : delivery;
    }

    /** The exception that ends the call, with the failures before it. */
    public SdkException withEarlierFailures(SdkException exception) {
        if (earlier != null) {
            for (FailedAttempt before : earlier) {
                exception.addSuppressed(before.failure());
            }
        }
        return exception;
    }

    private void report(String operation, SdkException exception, @Nullable Duration delay) {
        Isolated.run(LOG, () -> log(operation, exception, delay));
        if (listener != null) {
            listener.attemptFailed(number, exception, delay);
        }
    }

    private void log(String operation, SdkException exception, @Nullable Duration delay) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} attempt {} failed: {}; {}",
                    operation,
                    number,
                    exception.getClass().getSimpleName(),
                    delay == null ? "not repeated" : "repeated in " + delay.toMillis() + " ms");
        }
    }
}
