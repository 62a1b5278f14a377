package io.github.alimsg.once.campaign;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a campaign runs. */
public final class CampaignSettings {
    private static final int MAX_PARALLEL = 1_000;

    private double rate;
    private int parallel = 64;
    private int maxUnknownParts = 3;
    private boolean splitRefused;
    private @Nullable TimesOfDay times;
    private @Nullable Consumer<? super CampaignProgress> progress;

    CampaignSettings() {}

    /**
     * Sets how many parts may be sent in a second, by all processes together: each is one call. Default: the documented
     * limit of the operation. The last process that starts a run decides.
     *
     * @param partsPerSecond more than zero; below one for parts that are further apart
     * @return these settings
     * @throws IllegalArgumentException when it is out of bounds
     */
    public CampaignSettings rate(double partsPerSecond) {
        if (!(partsPerSecond > 0 && partsPerSecond <= 1e6)) {
            throw new IllegalArgumentException(
                    "rate must be more than zero and at most 1,000,000, not " + partsPerSecond);
        }
        this.rate = partsPerSecond;
        return this;
    }

    /**
     * Sets how many parts this process may have under way, each with a thread and at times a connection to the store. A
     * good value is parts a second times seconds a call, plus parts a second times the half second before its
     * moment in which a part waits. Default 64.
     *
     * @param parallel 1 to 1,000
     * @return these settings
     * @throws IllegalArgumentException when it is out of bounds
     */
    public CampaignSettings parallel(int parallel) {
        if (parallel < 1 || parallel > MAX_PARALLEL) {
            throw new IllegalArgumentException("parallel must be 1 to " + MAX_PARALLEL + ", not " + parallel);
        }
        this.parallel = parallel;
        return this;
    }

    /**
     * Sets after how many parts in a row with an unknown outcome a run stops: something is wrong then that will not go
     * away. Default 3.
     *
     * @param maxUnknownParts at least 1
     * @return these settings
     * @throws IllegalArgumentException when it is out of bounds
     */
    public CampaignSettings maxUnknownParts(int maxUnknownParts) {
        if (maxUnknownParts < 1) {
            throw new IllegalArgumentException("maxUnknownParts must be at least 1, not " + maxUnknownParts);
        }
        this.maxUnknownParts = maxUnknownParts;
        return this;
    }

    /**
     * Sets whether a part that the service refuses because of its recipients or contents is sent again in halves, and
     * these in halves, until the recipients are found that spoil it. One such recipient of 100 costs up to 14 more calls.
     * Default false: everybody in the part is refused.
     *
     * @param splitRefused whether to split
     * @return these settings
     */
    public CampaignSettings splitRefused(boolean splitRefused) {
        this.splitRefused = splitRefused;
        return this;
    }

    /**
     * Sets the hours in which parts are sent, by this process's clock. At other times a run waits. Default: always.
     *
     * @param from the first moment
     * @param to the first moment after; before {@code from} for hours over midnight
     * @param zone where the recipients are
     * @return these settings
     * @throws IllegalArgumentException when both are the same
     */
    public CampaignSettings between(LocalTime from, LocalTime to, ZoneId zone) {
        this.times = new TimesOfDay(from, to, zone);
        return this;
    }

    /**
     * Sets who is told of the progress, about every second and at the end of a run, by the thread that runs the campaign.
     * Each time costs a statement.
     *
     * @param progress is told; what it throws is ignored
     * @return these settings
     */
    public CampaignSettings onProgress(Consumer<? super CampaignProgress> progress) {
        this.progress = Objects.requireNonNull(progress);
        return this;
    }

    double rate() {
        return rate;
    }

    int parallel() {
        return parallel;
    }

    int maxUnknownParts() {
        return maxUnknownParts;
    }

    boolean splitRefused() {
        return splitRefused;
    }

    @Nullable
    TimesOfDay times() {
        return times;
    }

    /** Who is told of the progress; null for nobody. */
    @Nullable
    Consumer<? super CampaignProgress> progress() {
        return progress;
    }
}
