package io.github.alimsg.once.campaign;

import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.PartCounts;
import io.github.alimsg.once.store.PartTotals;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The recipients of a campaign by outcome: of all its runs, in all processes.
 *
 * @param accepted accepted by the service
 * @param refused refused, by the service or by a check before
 * @param notSent not sent for a reason other than the message. {@link Campaign#run} sends to them again, except to those
 *     whom the client's guard refused while others of their part were sent to
 * @param unknown perhaps sent: {@link Campaign#reconcile} looks them up
 * @param inProgress in parts that somebody is at, or has left when a process died
 * @param isFinished whether the source was read to its end and no part of it is left to send. Some recipients may be
 *     unknown
 * @param stoppedBy the failure that ended the run early; null when it ran to its end, or was told to stop
 */
public record CampaignReport(
        long accepted,
        long refused,
        long notSent,
        long unknown,
        long inProgress,
        boolean isFinished,
        @Nullable RuntimeException stoppedBy) {

    static CampaignReport of(List<PartTotals> totals, boolean isAtEnd, @Nullable RuntimeException stoppedBy) {
        PartCounts sum = PartCounts.NONE;
        long inProgress = 0;
        boolean isLeft = false;
        for (PartTotals of : totals) {
            switch (of.state()) {
                case NEW, CLAIMED, SENDING -> inProgress += of.recipients();
                case UNKNOWN, UNDECIDED -> {
                    // A sender that died left no counts: whom it did not count may have been sent to.
                    PartCounts counts = of.counts();
                    long missing = of.recipients() - counts.total();
                    sum = sum.plus(counts).plus(new PartCounts(0, 0, 0, missing));
                }
                case ACCEPTED, REFUSED, NOT_SENT -> sum = sum.plus(of.counts());
            }
            isLeft |= of.parts() > 0 && (of.state().isInProgress() || isSendable(of.state()));
        }
        return new CampaignReport(
                sum.accepted(), sum.refused(), sum.notSent(), sum.unknown(), inProgress, isAtEnd && !isLeft, stoppedBy);
    }

    private static boolean isSendable(KeyState state) {
        return state == KeyState.NEW || state == KeyState.NOT_SENT;
    }

    /** {@return recipients with an outcome that lasts, or that is looked up} */
    long done() {
        return accepted + refused + unknown;
    }

    /** Shows the numbers. */
    @Override
    public String toString() {
        return "CampaignReport{accepted=" + accepted + ", refused=" + refused + ", notSent=" + notSent + ", unknown="
                + unknown + ", inProgress=" + inProgress + ", isFinished=" + isFinished
                + (stoppedBy == null
                        ? ""
                        : ", stoppedBy="
                                + Objects.requireNonNull(stoppedBy).getClass().getSimpleName())
                + "}";
    }
}
