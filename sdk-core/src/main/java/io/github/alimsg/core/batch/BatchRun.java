package io.github.alimsg.core.batch;

import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.internal.listener.Isolated;
import java.util.ArrayList;
import java.util.List;

/** Sends the parts of a list one after the other, and stops when in doubt. */
final class BatchRun {
    private BatchRun() {}

    static <R> BatchResult<R> send(RefusedRecipients<R> refused, List<? extends PartCall<R, ?, ?>> parts) {
        List<Outcome<R>> outcomes = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        RuntimeException stoppedBy = null;
        for (PartCall<R, ?, ?> part : parts) {
            if (stoppedBy != null) {
                part.recipients().forEach(recipient -> outcomes.add(Outcome.notSent(recipient, null)));
                continue;
            }
            Batch.PartResult<R> result = send(part, outcomes.isEmpty());
            outcomes.addAll(result.outcomes());
            if (result.failure() != null) {
                failures.add(result.failure());
            }
            if (result.endsBatch()) {
                stoppedBy = result.failure();
            }
        }
        if (!failures.isEmpty() && outcomes.stream().noneMatch(BatchRun::mayHaveGoneOut)) {
            throw merged(failures);
        }
        return BatchResult.of(refused.among(outcomes), stoppedBy);
    }

    /** A closed client or a faulty interceptor is thrown as by any other call, unless parts may have been sent. */
    private static <R> Batch.PartResult<R> send(PartCall<R, ?, ?> part, boolean isFirst) {
        try {
            return part.send(options -> {});
        } catch (Throwable e) { // the application's interceptors may throw anything
            if (isFirst) {
                throw e;
            }
            Isolated.keepInterrupt(e);
            return part.notSent(e);
        }
    }

    private static RuntimeException merged(List<RuntimeException> failures) {
        RuntimeException first = failures.get(0);
        for (RuntimeException other : failures) {
            if (!other.equals(first)) {
                first.addSuppressed(other);
            }
        }
        return first;
    }

    private static boolean mayHaveGoneOut(Outcome<?> outcome) {
        return outcome.status() == Status.ACCEPTED || outcome.status() == Status.UNKNOWN;
    }
}
