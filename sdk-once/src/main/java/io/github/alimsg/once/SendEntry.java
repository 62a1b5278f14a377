package io.github.alimsg.once;

import io.github.alimsg.core.error.Disposition;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.StoreException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One send under a key: claims the key when the request is known, marks each signature, and writes the outcome. */
final class SendEntry implements CallJournal {
    /** How old a mark may be when the first byte leaves. By both clocks: one stands still while a machine is suspended. */
    private static final Duration MAX_MARK_AGE = Duration.ofSeconds(30);

    /** What a call may take beyond its timeout until its outcome is written. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final String key;
    private final Once once;
    private final Thread thread = Thread.currentThread();
    private boolean ended;
    private boolean taken;
    private @Nullable Claim claim;
    private @Nullable Mark mark;
    private boolean marked;
    private long markedAtNanos;
    private Instant markedAt = Instant.EPOCH;
    private @Nullable KeyOutcome outcome;
    private @Nullable Throwable failure;

    /**
     * Begins a send on the calling thread.
     *
     * @param key the key
     * @param once has the store
     */
    SendEntry(String key, Once once) {
        this.key = key;
        this.once = once;
    }

    /** The application used the key's client for more than the one request. Says nothing about that request. */
    private static final class Misuse extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Misuse(String message) {
            super(message);
        }
    }

    /** Ends a call whose key somebody else has, without a trace. */
    private static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotOurs() {
            super("the idempotency key is not this sender's", null, false, false);
        }
    }

    @Override
    public @Nullable String written(Call call) {
        if (ended || !Thread.currentThread().equals(thread)) {
            throw new Misuse("the client that Once.send gives is for its own thread and ends with the"
                    + " function; nothing was sent");
        }
        if (taken) {
            throw new Misuse("an idempotency key stands for one request, and this is a second one; it was not sent");
        }
        List<OutgoingMessage> messages = call.messages();
        if (messages.isEmpty()) {
            throw new Misuse(call.operation() + " sends no message and needs no idempotency key");
        }
        taken = true;
        Duration least = call.timeout().plus(MARGIN);
        long leaseMillis = (least.compareTo(once.lease()) > 0 ? least : once.lease()).toMillis();
        String print =
                once.fingerprint() ? Base64.getUrlEncoder().withoutPadding().encodeToString(call.digest()) : null;
        String ownId = call.ownId();
        boolean derived = ownId == null && call.ownIdName() != null;
        if (derived) {
            ownId = Keys.ownId(key);
        }
        once.doubtIfOlder(key, call.operation(), derived ? ownId : null);
        claim = once.store().claim(new Claim.Request(key, call.operation(), print, once.owner(), leaseMillis));
        switch (claim.kind()) {
            case CLAIMED -> {}
            case TAKEN -> throw new NotOurs();
            case REUSED -> throw new KeyReusedException(call.operation());
        }
        mark = new Mark(ownId, derived, messages.get(0).template(), leaseMillis);
        return derived ? ownId : null;
    }

    @Override
    public void signed() {
        markedAtNanos = once.time().nanoTime();
        markedAt = once.time().instant();
        if (!once.store().mark(key, fence(), Objects.requireNonNull(mark))) {
            throw new NotOurs();
        }
        marked = true;
    }

    @Override
    public boolean mayLeave() {
        return once.time().nanoTime() - markedAtNanos < MAX_MARK_AGE.toNanos()
                && Duration.between(markedAt, once.time().instant()).abs().compareTo(MAX_MARK_AGE) < 0;
    }

    @Override
    public void answered(CallResult result, @Nullable String messageId) {
        record(KeyOutcome.accepted(messageId, result.requestId()));
    }

    @Override
    public void failed(Throwable thrown) {
        if (failure == null && outcome == null && !(thrown instanceof Misuse)) {
            failure = thrown;
            if (claim != null && claim.kind() == Claim.Kind.CLAIMED) {
                record(outcomeOf(thrown));
            }
        }
    }

    private KeyOutcome outcomeOf(Throwable thrown) {
        String code = thrown.getClass().getSimpleName();
        // The engine signs again only what did nothing, so a journal that ended the call leaves nothing in doubt.
        if (!marked || thrown instanceof NotOurs || thrown instanceof StoreException) {
            return KeyOutcome.failed(KeyState.NOT_SENT, code);
        }
        if (!(thrown instanceof SdkException known)) {
            return KeyOutcome.failed(KeyState.UNKNOWN, code);
        }
        KeyState state = switch (Disposition.of(known)) {
            case NOT_SENT -> KeyState.NOT_SENT;
            case REFUSED -> KeyState.REFUSED;
            case UNKNOWN -> KeyState.UNKNOWN;
        };
        return known instanceof ServiceException refusal
                ? new KeyOutcome(
                        state,
                        null,
                        refusal.requestId(),
                        refusal.code(),
                        refusal instanceof QuotaException quota ? quota.retryNotBefore() : null)
                : KeyOutcome.failed(state, code);
    }

    private void record(KeyOutcome of) {
        outcome = of;
        once.writer().write(key, fence(), of);
    }

    private long fence() {
        return Objects.requireNonNull(claim).record().fence();
    }

    /**
     * Ends the send.
     *
     * @param response what the application's function returned
     * @param thrown what it threw; null when it returned
     */
    @SuppressWarnings("ReferenceEquality") // identity on purpose: an interceptor may throw an equal one
    <O> Sent<O> end(@Nullable O response, @Nullable Throwable thrown) {
        ended = true;
        if (thrown != null && thrown != failure && !(thrown instanceof NotOurs)) {
            throw unchecked(thrown);
        }
        if (claim == null) {
            throw failure == null
                    ? new IllegalStateException("the function made no call; the key is as it was")
                    : unchecked(failure);
        }
        if (claim.kind() == Claim.Kind.TAKEN) {
            return new Sent<>(claim.record(), true, null, null);
        }
        if (failure instanceof NotOurs) {
            return new Sent<>(once.store().find(key).orElse(claim.record()), true, null, null);
        }
        if (outcome == null || !(failure == null || failure instanceof SdkException)) {
            throw failure == null ? new IllegalStateException("the call has no outcome") : unchecked(failure);
        }
        return new Sent<>(recordOf(outcome), false, failure == null ? response : null, (SdkException) failure);
    }

    /** What the store has, or will have as soon as it can be reached. */
    private KeyRecord recordOf(KeyOutcome of) {
        return Objects.requireNonNull(claim).record().toBuilder()
                .state(of.state())
                .ownId(mark == null ? null : mark.ownId(), mark != null && mark.ownIdDerived())
                .template(mark == null ? null : mark.template())
                .messageId(of.messageId())
                .requestId(of.requestId())
                .code(of.code())
                .notBefore(of.notBefore())
                .build();
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new UndeclaredThrowableException(thrown);
    }
}
