package io.github.alimsg.once.campaign;

import io.github.alimsg.once.store.KeyState;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one recipient of a campaign.
 *
 * @param ordinal its position in the source, from 0
 * @param state what became of its message
 * @param messageId the service's id of the message, or of the request that carried it; null when none is known
 * @param code why it was not accepted: the service's code, or the name of a failure; else null
 */
public record RecipientOutcome(
        long ordinal,
        KeyState state,
        @Nullable String messageId,
        @Nullable String code) {}
