package io.github.alimsg.dysms.international;

import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.core.spi.ClientCore;
import java.util.List;
import java.util.Set;

/**
 * Finds nothing: the service has no look-up of a message whose reply was lost. {@code QueryMessage} needs the message id,
 * which was in that reply, and no query takes a number or your {@code TaskId}.
 *
 * <p>Such a message is found by its receipt instead, {@link io.github.alimsg.dysms.international.receipt.GlobeReport},
 * which has your {@code TaskId} when receipts come by HTTP. Messages of {@code SendMessageWithTemplate} have no
 * {@code TaskId}, so only number and time tell.
 */
public final class Lookup implements SendLookup {
    Lookup(DysmsInternationalClient client, ClientCore core) {}

    /** {@return none} */
    @Override
    public Set<String> operations() {
        return Set.of();
    }

    /** {@return nothing: the message is not known yet, and will not be} Makes no call. */
    @Override
    public List<FoundMessage> find(SentQuery query) {
        return List.of();
    }
}
