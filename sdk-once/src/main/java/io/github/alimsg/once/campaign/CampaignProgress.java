package io.github.alimsg.once.campaign;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is, in all processes together.
 *
 * @param done recipients with an outcome: accepted, refused or unknown
 * @param total all recipients; empty when the source does not know
 * @param perSecond recipients a second, over the last half a minute
 * @param remaining how long it will take at that rate; null when that can't be said
 */
public record CampaignProgress(
        long done,
        OptionalLong total,
        double perSecond,
        @Nullable Duration remaining) {}
