package io.github.alimsg.core.spi;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpCall;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpReply;
import io.github.alimsg.core.http.ReplyTooLargeException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.internal.AdaptiveRate;
import io.github.alimsg.core.internal.Isolated;
import io.github.alimsg.core.internal.SignedRequest;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inside of one call: attempts, one after the other, until one brings a response or the policy gives up or the
 * deadline is near.
 */
final class CallAttempts<I extends SdkRequest, O extends SdkResponse> {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    /** A wait for a turn that is slept through; of longer ones half, since rates change. */
    private static final long LAST_STRETCH = 50_000_000L;

    private final ClientCore core;
    private final Operation<I, O> operation;
    private final @Nullable CallInfo info;
    private final TimeSource time;
    private final long began;
    private final long deadline;
    private int attempt;
    private boolean mayHaveArrived;
    private boolean replaying;
    private @Nullable SignedCall last;
    private @Nullable FailedAttempt lastFailed;
    private @Nullable List<FailedAttempt> earlier;

    CallAttempts(ClientCore core, Operation<I, O> operation, @Nullable CallInfo info) {
        this.core = core;
        this.operation = operation;
        this.info = info;
        this.time = core.options.timeSource();
        this.began = time.nanoTime();
        this.deadline = began + core.options.timeout().toNanos();
    }

    O run(I request) {
        var writer = new ParamWriter(request.extraParams(), core.omitsEmpty());
        operation.write(request, writer);
        ParamWriter.EncodedParams params = writer.finish();
        while (true) {
            attempt++;
            ReplyReader.Outcome<O> outcome = attempt(params);
            O response = outcome.response();
            if (response != null) {
                RetryDecision.succeeded(core.options.retryPolicy(), lastFailed);
                return response;
            }
            replaying = repeatOrThrow(Objects.requireNonNull(outcome.failure()));
        }
    }

    private ReplyReader.Outcome<O> attempt(ParamWriter.EncodedParams params) {
        try {
            Failure tooLate = awaitTurn();
            if (tooLate != null) {
                return new ReplyReader.Outcome<>(null, tooLate);
            }
            SignedCall signed = replaying ? Objects.requireNonNull(last).again(timeLeft()) : signed(params);
            if (timeLeft().isZero() || replaying && !signed.mayGoAgain(time)) {
                String message = "the call's time was over before the request could be sent";
                return new ReplyReader.Outcome<>(
                        null,
                        new Failure(Cause.FINAL, transportFailure(Delivery.NOT_SENT, message, null), null, false));
            }
            last = signed;
            long sentAt = time.nanoTime();
            return answered(core.shared.exchange(signed.call()), params, signed, sentAt);
        } catch (HttpFailure e) {
            return new ReplyReader.Outcome<>(null, unanswered(e));
        } catch (ReplyTooLargeException e) {
            var exception = new MalformedResponseException(
                    operation.name(), attempt, e.status(), String.valueOf(e.getMessage()), "", e);
            return new ReplyReader.Outcome<>(null, new Failure(Cause.FINAL, exception, null, true));
        } catch (InterruptedException e) {
            throw interrupted(Delivery.NOT_SENT, e);
        }
    }

    /** The request has left: whatever fails from here on, nobody knows what it did. */
    private ReplyReader.Outcome<O> answered(
            HttpReply reply, ParamWriter.EncodedParams params, SignedCall signed, long sentAt) {
        try {
            log(reply, sentAt);
            var context =
                    new ReplyReader.Context<>(operation, attempt, signed.signedAt(), signed.credentials(), params);
            ReplyReader.Outcome<O> outcome = core.replies.read(reply, context);
            learnRate(outcome.failure());
            return outcome.failure() == null || replaying
                    ? outcome
                    : new ReplyReader.Outcome<>(null, corrected(outcome.failure(), reply, signed.credentials()));
        } catch (Throwable e) { // of a log, or of a library that is not the one this was built with
            Isolated.keepInterrupt(e);
            String message = "the answer could not be read: " + e.getClass().getName();
            return new ReplyReader.Outcome<>(
                    null, new Failure(Cause.FINAL, transportFailure(Delivery.UNKNOWN, message, e), null, true));
        }
    }

    /** Waits until the call may be sent. Returns a failure when that would last beyond the deadline. */
    private @Nullable Failure awaitTurn() throws InterruptedException {
        Failure failure = core.limiter == null ? null : awaitTurn(core.limiter);
        AdaptiveRate rate = core.shared.adaptiveRate(operation);
        return failure != null || rate == null ? failure : awaitTurn(rate);
    }

    private @Nullable Failure awaitTurn(RateLimiter limiter) throws InterruptedException {
        Duration left = timeLeft();
        Duration wait;
        try {
            wait = limiter.reserve(operation.name(), 1, left);
        } catch (Throwable e) {
            if (isInterrupt(e)) {
                throw interrupted(Delivery.NOT_SENT, e);
            }
            String message = "pacing: the rate limiter failed: " + e.getClass().getName();
            return new Failure(Cause.FINAL, transportFailure(Delivery.NOT_SENT, message, e), null, false);
        }
        if (wait == null) {
            return noTurn("pacing: the next turn comes later than the " + left.toMillis() + " ms this call has left");
        }
        return wait.isZero() || !closedWithin(wait) ? null : closed();
    }

    private @Nullable Failure awaitTurn(AdaptiveRate rate) throws InterruptedException {
        AdaptiveRate.Turn turn = rate.join(began);
        try {
            for (long wait; (wait = rate.take(turn, time.nanoTime())) > 0; ) {
                Duration left = timeLeft();
                if (wait > left.toNanos()) {
                    return noTurn(
                            "throttled: the service refused such calls lately, and the next turn comes later than the "
                                    + left.toMillis() + " ms this call has left");
                }
                if (closedWithin(Duration.ofNanos(wait < LAST_STRETCH ? wait : wait / 2))) {
                    return closed();
                }
            }
            return null;
        } finally {
            rate.leave(turn);
        }
    }

    private boolean closedWithin(Duration wait) throws InterruptedException {
        return time.await(core.shared.closed, wait);
    }

    private Failure closed() {
        return noTurn("the client was closed while the call waited for its turn");
    }

    private Failure noTurn(String message) {
        return new Failure(Cause.FINAL, transportFailure(Delivery.NOT_SENT, message, null), null, false);
    }

    private void learnRate(@Nullable Failure failure) {
        if (failure != null && failure.cause() == Cause.THROTTLED) {
            core.shared.throttled(operation, time.nanoTime(), failure.hint());
            return;
        }
        AdaptiveRate rate = core.shared.adaptiveRate(operation);
        if (rate != null) {
            core.shared.accepted(operation, rate, time.nanoTime());
        }
    }

    private Credentials credentials() {
        try {
            return Objects.requireNonNull(core.credentials().credentials(), "the credentials provider returned null");
        } catch (Throwable e) { // a provider is the application's, and may throw what it does not declare
            if (isInterrupt(e)) {
                throw interrupted(Delivery.NOT_SENT, e);
            }
            List<String> sources = e instanceof CredentialsException known
                    ? known.sources()
                    : List.of(core.credentials().getClass().getName() + ": failed with "
                            + e.getClass().getName());
            throw finished(new CredentialsException(operation.name(), attempt - 1, sources, e));
        }
    }

    private static boolean isInterrupt(Throwable failure) {
        return failure instanceof InterruptedException || Thread.currentThread().isInterrupted();
    }

    private SignedCall signed(ParamWriter.EncodedParams params) {
        Credentials credentials = credentials();
        Instant now = time.instant();
        SignedRequest request = core.signer.sign(
                operation.name(),
                params.query(),
                params.form(),
                credentials,
                Math.floorDiv(now.toEpochMilli() + core.shared.clockOffset.get(), 1000L),
                core.shared.nonces.next());
        var call = new HttpCall(
                core.origin,
                request.query(),
                request.headers(),
                request.contentType(),
                request.body(),
                core.options.connectTimeout(),
                core.options.readTimeout(),
                timeLeft(),
                core.options.maxReplyBytes());
        return new SignedCall(call, credentials, now, time.nanoTime());
    }

    private Duration timeLeft() {
        return Duration.ofNanos(Math.max(0, deadline - time.nanoTime()));
    }

    private Failure unanswered(HttpFailure failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(failure.delivery(), failure);
        }
        boolean sent = failure.delivery() == Delivery.UNKNOWN;
        String message = String.valueOf(failure.getMessage());
        return new Failure(
                sent ? Cause.UNANSWERED : Cause.NOT_SENT,
                transportFailure(failure.delivery(), message, failure),
                null,
                sent);
    }

    private TransportException transportFailure(Delivery delivery, String message, @Nullable Throwable cause) {
        Delivery ofAll = mayHaveArrived ? Delivery.UNKNOWN : delivery;
        return new TransportException(operation.name(), attempt, ofAll, message, cause);
    }

    private SdkException interrupted(Delivery delivery, Throwable cause) {
        Thread.currentThread().interrupt();
        Delivery ofAll = mayHaveArrived ? Delivery.UNKNOWN : delivery;
        return finished(new CallInterruptedException(operation.name(), attempt, ofAll, cause));
    }

    /** Mends what a refusal says is wrong; where that cannot be, the refusal is final. */
    private Failure corrected(Failure failure, HttpReply reply, Credentials used) {
        boolean mended = switch (failure.cause()) {
            case CLOCK_SKEW -> correctClock(reply);
            case CREDENTIALS_EXPIRED -> renewCredentials(used);
            default -> true;
        };
        return mended ? failure : new Failure(Cause.FINAL, failure.exception(), failure.hint(), false);
    }

    private boolean correctClock(HttpReply reply) {
        boolean corrected = core.shared.correctClock(reply, time.instant());
        if (corrected) {
            LOG.debug("{}: clock corrected by the service's date", operation.name());
        }
        return corrected;
    }

    private boolean renewCredentials(Credentials used) {
        try {
            CredentialsProvider provider = core.credentials();
            provider.invalidate();
            return !used.equals(provider.credentials());
        } catch (Throwable e) {
            Isolated.keepInterrupt(e);
            LOG.debug(
                    "{}: no other credentials: {}",
                    operation.name(),
                    e.getClass().getName());
            return false;
        }
    }

    /**
     * Waits until the next attempt, or ends the call.
     *
     * @return whether the next attempt is the same request once more, rather than one signed anew
     */
    private boolean repeatOrThrow(Failure failure) {
        boolean firstToArrive = !mayHaveArrived;
        mayHaveArrived |= failure.mayHaveArrived();
        var failed = new FailedAttempt(
                operation.name(),
                operation.effect(),
                attempt,
                failure.cause(),
                failure.exception(),
                repeatedFor(failure.cause()),
                failure.hint());
        // No policy, however written, repeats what may have happened and must not happen twice.
        boolean settled = replaying
                || failure.cause() == Cause.FINAL
                || mayHaveArrived && !operation.effect().repeatsHarmlessly();
        Duration delay = settled ? null : RetryDecision.delayBefore(core.options.retryPolicy(), failed);
        if (delay != null && delay.compareTo(timeLeft()) >= 0) {
            delay = null;
        }
        boolean replay = delay == null && firstToArrive && isGuarded(failure);
        report(failure.exception(), replay ? Duration.ZERO : delay);
        if (delay == null && !replay) {
            throw finished(replaying ? afterReplay(failure.exception()) : failure.exception());
        }
        if (earlier == null) {
            earlier = new ArrayList<>(2);
        }
        earlier.add(failed);
        if (delay == null) {
            return true;
        }
        lastFailed = failed;
        try {
            time.sleep(delay);
        } catch (InterruptedException e) {
            throw interrupted(Delivery.NOT_SENT, e);
        }
        return false;
    }

    /** Whether the same bytes once more may tell what became of the request; reads need no telling. */
    private boolean isGuarded(Failure failure) {
        return core.options.replayGuard()
                && failure.cause() == Cause.UNANSWERED
                && operation.effect() != Effect.READ
                && !timeLeft().isZero()
                && Objects.requireNonNull(last).mayGoAgain(time);
    }

    /**
     * The end of a call whose second copy was refused or lost. A refusal may come before the gateway looks at the nonce,
     * so none but that of the nonce says anything of the first copy.
     */
    private TransportException afterReplay(SdkException second) {
        boolean arrived =
                second instanceof ServiceException refusal && refusal.code().equals("SignatureNonceUsed");
        String message = arrived
                ? "the answer was lost, but the first copy of the request reached the service; look it up by the id"
                        + " that was sent along, such as OutId or TaskId, before sending again"
                : "the answer was lost, and the second copy of the request brought none that tells what became of it";
        return transportFailure(Delivery.UNKNOWN, message, second);
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

    /** The exception that ends the call, with what happened before. */
    private SdkException finished(SdkException exception) {
        if (earlier != null) {
            for (FailedAttempt before : earlier) {
                exception.addSuppressed(before.failure());
            }
        }
        return exception;
    }

    private void report(SdkException exception, @Nullable Duration delay) {
        Isolated.run(LOG, () -> logFailure(exception, delay));
        if (info != null) {
            int number = attempt;
            core.tell(listener -> listener.attemptFailed(info, number, exception, delay));
        }
    }

    private void logFailure(SdkException exception, @Nullable Duration delay) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} attempt {} failed: {}; {}",
                    operation.name(),
                    attempt,
                    exception.getClass().getSimpleName(),
                    delay == null ? "not repeated" : "repeated in " + delay.toMillis() + " ms");
        }
    }

    private void log(HttpReply reply, long began) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} attempt {} to {}: HTTP {}, {} bytes in {} ms",
                    operation.name(),
                    attempt,
                    core.origin,
                    reply.status(),
                    reply.body().length,
                    (time.nanoTime() - began) / 1_000_000);
        }
    }
}
