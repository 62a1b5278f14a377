package io.github.alimsg.cams;

import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.core.spi.ClientCore;

/**
 * Looks up messages whose delivery is unknown, on the two channels whose messages the service lists. Messages of other
 * channels, calls and chat flows cannot be looked up.
 *
 * <pre>{@code
 * ChannelLookup lookup = cams.lookup().whatsapp("cams-8c8d0a1b", "8613800001111");
 * Optional<FoundMessage> found = lookup.wasSent("order_update", "+62 812-3456-7890", began);
 * }</pre>
 */
public final class Lookup {
    private final CamsClient cams;

    Lookup(CamsClient cams, ClientCore core) {
        this.cams = cams;
    }

    /**
     * Returns the look-up of a WhatsApp number.
     *
     * @param custSpaceId the space that sends
     * @param businessNumber the number that sends
     * @return the look-up
     */
    public ChannelLookup whatsapp(String custSpaceId, String businessNumber) {
        return new ChannelLookup(cams, custSpaceId, ChannelType.WHATSAPP, businessNumber);
    }

    /**
     * Returns the look-up of a Viber service.
     *
     * @param custSpaceId the space that sends
     * @param serviceId the service that sends
     * @return the look-up
     */
    public ChannelLookup viber(String custSpaceId, String serviceId) {
        return new ChannelLookup(cams, custSpaceId, ChannelType.VIBER, serviceId);
    }
}
