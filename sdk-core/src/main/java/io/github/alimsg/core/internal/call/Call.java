package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.internal.reply.Failure;
import io.github.alimsg.core.internal.reply.ReplyReader;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.core.wire.Operation;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call, from its request to its response. The steps, of which 2 to 7 are an attempt:
 *
 * <ol>
 *   <li>write the parameters, once for all attempts; show them to the journal and ask the {@link Guard}, if there are any
 *   <li>wait for a turn: {@link Turns}
 *   <li>sign, with current credentials, the service's time and a new nonce: {@link Signing}
 *   <li>exchange: send the request, receive the reply
 *   <li>read the reply: {@link ReplyReader}
 *   <li>learn from a refusal: the rate, the service's clock, expired credentials
 *   <li>repeat, if that is safe, the policy says so and time is left, or throw: {@link Attempts}
 *   <li>return the response
 * </ol>
 *
 * <p>State is explicit on purpose: this class and {@link Attempts} show when a send is safe to repeat.
 */
public final class Call<I extends SdkRequest, O extends SdkResponse> {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private final Engine engine;
    private final Operation<I, O> operation;
    private final @Nullable CallInfo info;
    private final TimeSource time;
    private final Deadline deadline;
    private final Attempts attempts;
    private final NoReply noReply;
    private final @Nullable Journal journal;
    private @Nullable SignedCall last;

    /**
     * Creates a call that has not begun.
     *
     * @param engine the client's engine
     * @param operation what to call
     * @param info the description for listeners; null when there are none
     */
    public Call(Engine engine, Operation<I, O> operation, @Nullable CallInfo info) {
        this.engine = engine;
        this.operation = operation;
        this.info = info;
        this.time = engine.options().timeSource();
        this.deadline = new Deadline(engine.options().timeout(), time);
        this.attempts = new Attempts(
                operation.effect(), operation.ownId(), engine.options(), deadline, engine.attemptListener(info));
        this.noReply = new NoReply(operation.name(), attempts);
        this.journal = Journal.of(engine.options().journal(), operation.effect());
    }

    /** Makes the call. */
    public O run(I request) {
        EncodedParams params = engine.write(operation, request);
        return journal == null ? guarded(params) : journal.around(engine, operation, request, params, this::guarded);
    }

    private O guarded(EncodedParams params) {
        Guard guard = engine.guard();
        return guard == null ? send(params) : guard.around(operation, params, () -> send(params), this::failure);
    }

    /**
     * What ended the call, as one of its failures. What a journal throws is none by itself: it ends the call before the
     * next request leaves, and only after requests that did nothing.
     */
    public SdkException failure(Throwable thrown) {
        return noReply.ended(thrown, last != null);
    }

    private O send(EncodedParams params) {
        while (true) {
            attempts.begin();
            ReplyReader.Outcome<O> outcome = attempt(params);
            O response = outcome.response();
            if (response != null) {
                attempts.succeeded();
                return response;
            }
            Failure failure = Objects.requireNonNull(outcome.failure());
            attempts.repeatOrThrow(operation.name(), failure, mayReplay());
        }
    }

    private ReplyReader.Outcome<O> attempt(EncodedParams params) {
        try {
            Turns.TurnRefusal refusal = turn();
            if (refusal != null) {
                return ReplyReader.Outcome.failed(noReply.notSent(refusal.reason(), refusal.cause()));
            }
            SignedCall signed =
                    attempts.isReplay() ? Objects.requireNonNull(last).replay(deadline.left()) : sign(params);
            if (deadline.isOver() || attempts.isReplay() && !signed.isReplayable(time)) {
                return ReplyReader.Outcome.failed(
                        noReply.notSent("the call's timeout passed before the request could be sent", null));
            }
            last = signed;
            long sentAt = time.nanoTime();
            return read(engine.state().exchange(signed.call()), params, signed, sentAt);
        } catch (HttpFailure e) {
            return ReplyReader.Outcome.failed(noReply.unanswered(e));
        } catch (ResponseTooLargeException e) {
            return ReplyReader.Outcome.failed(noReply.tooLarge(e));
        } catch (InterruptedException e) {
            throw noReply.interrupted(e);
        }
    }

    /** Waits for a turn, and measures that only for listeners. */
    private Turns.@Nullable TurnRefusal turn() throws InterruptedException {
        CallInfo listened = info;
        if (listened == null) {
            return engine.turns().await(operation, deadline);
        }
        long began = time.nanoTime();
        try {
            return engine.turns().await(operation, deadline);
        } finally {
            Duration waited = Duration.ofNanos(time.nanoTime() - began);
            engine.notifyListeners(listener -> listener.waitedForTurn(listened, attempts.number(), waited));
        }
    }

    private SignedCall sign(EncodedParams params) throws InterruptedException {
        last = null; // nothing of this attempt may leave yet
        try {
            Credentials credentials = engine.signing().credentials(operation.name(), attempts.number() - 1);
            SignedCall signed = engine.signing().sign(operation.name(), params, credentials, deadline.left());
            return journal == null ? signed : journal.signed(signed);
        } catch (CredentialsException e) {
            throw attempts.withEarlierFailures(e);
        }
    }

    /** The request has been sent: if anything fails from here on, its effect is unknown. */
    private ReplyReader.Outcome<O> read(HttpResponse reply, EncodedParams params, SignedCall signed, long sentAt) {
        try {
            long took = AttemptLog.isOn() ? time.nanoTime() - sentAt : 0;
            var context = new ReplyReader.Context<>(
                    operation, attempts.number(), signed.signedAt(), signed.credentials(), params);
            ReplyReader.Outcome<O> outcome = engine.replies().read(reply, context);
            log(reply, outcome, took);
            engine.turns().learn(operation, outcome.failure());
            return outcome.failure() == null || attempts.isReplay()
                    ? outcome
                    : ReplyReader.Outcome.failed(corrected(outcome.failure(), reply, signed.credentials()));
        } catch (Throwable e) { // thrown by a log, or by a library of another version than this was built with
            Isolated.keepInterrupt(e);
            return ReplyReader.Outcome.failed(noReply.unreadable(e));
        }
    }

    private void log(HttpResponse reply, ReplyReader.Outcome<O> outcome, long took) {
        AttemptLog.reply(operation.name(), attempts.number(), engine.origin(), reply, outcome, took);
    }

    /** Corrects what a refusal says is wrong; if that is impossible, the refusal is final. */
    private Failure corrected(Failure failure, HttpResponse reply, Credentials used) {
        boolean corrected = switch (failure.cause()) {
            case CLOCK_SKEW -> correctClock(reply);
            case CREDENTIALS_EXPIRED -> engine.signing().renew(used, operation.name());
            default -> true;
        };
        return corrected ? failure : failure.asUnrepeatable();
    }

    private boolean correctClock(HttpResponse reply) {
        boolean corrected = engine.state().clock.correct(reply, time.instant());
        if (corrected) {
            LOG.debug("{}: clock corrected to the service's date", operation.name());
        }
        return corrected;
    }

    /** Whether sending the same bytes again may show what became of the last attempt. */
    private boolean mayReplay() {
        return engine.options().replayGuard() && !deadline.isOver() && last != null && last.isReplayable(time);
    }
}
