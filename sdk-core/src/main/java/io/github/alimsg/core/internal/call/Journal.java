package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells the application's journal of the steps of a call that changes something. */
record Journal(CallJournal journal) {
    /**
     * Returns the journal of a call.
     *
     * @param journal the application's; null when it has none
     * @param effect what the operation does
     * @return the journal; null when nobody is told, as of a read
     */
    static @Nullable Journal of(@Nullable CallJournal journal, Effect effect) {
        return journal == null || effect == Effect.READ ? null : new Journal(journal);
    }

    /** Sends a request, with the own id that the journal gives to it, and tells what came of it. */
    <I extends SdkRequest, O extends SdkResponse> O around(
            Engine engine,
            Operation<I, O> operation,
            I request,
            EncodedParams params,
            Function<EncodedParams, O> send) {
        O response;
        try {
            response = send.apply(engine.journaled(journal, operation, request, params));
        } catch (Throwable e) {
            Isolated.run(journal, () -> journal.failed(e));
            throw e;
        }
        Isolated.run(journal, () -> journal.answered(response, operation.messageId(response)));
        return response;
    }

    /**
     * Tells of a new signature. What the journal throws ends the call: only requests that did nothing are signed again,
     * so nothing is in doubt.
     */
    SignedCall signed(SignedCall signed) {
        journal.signed();
        return signed.onlyIf(journal::mayLeave);
    }
}
