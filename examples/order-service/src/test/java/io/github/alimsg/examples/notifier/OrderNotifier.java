package io.github.alimsg.examples.notifier;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.MessageCategory;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Tells customers of their orders. */
@Service
class OrderNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(OrderNotifier.class);

    private final CamsClient cams;
    private final DysmsInternationalClient sms;
    private final Orders orders;
    private final String space;
    private final String from;

    OrderNotifier(
            CamsClient cams,
            DysmsInternationalClient sms,
            Orders orders,
            @Value("${whatsapp.space}") String space,
            @Value("${whatsapp.from}") String from) {
        this.cams = cams;
        this.sms = sms;
        this.orders = orders;
        this.space = space;
        this.from = from;
    }

    Orders.State notify(String orderId) {
        Orders.Order o = orders.get(orderId);
        orders.set(orderId, Orders.State.SENDING);
        try {
            cams.sendChatappMessage(m -> m.custSpaceId(space)
                    .channelType(ChannelType.WHATSAPP)
                    .from(from)
                    .to(o.phone())
                    .template("order_update", "id", Map.of("order", orderId))
                    .taskId(orderId));
            orders.advance(orderId, Orders.State.WHATSAPP_ACCEPTED);
        } catch (SdkException e) {
            LOG.warn("whatsapp {}: {}", orderId, e.getMessage());
            if (e.mayHaveTakenEffect()) {
                orders.advance(orderId, Orders.State.UNKNOWN); // the receipt will tell
            } else {
                fallBack(orderId);
            }
        }
        return orders.get(orderId).state();
    }

    void fallBack(String orderId) {
        Orders.Order o = orders.get(orderId);
        try {
            sms.sendMessageToGlobe(m -> m.to(o.phone())
                    .message("Pesanan " + orderId + " sedang dikirim")
                    .type(MessageCategory.NOTIFY)
                    .taskId(orderId));
            orders.advance(orderId, Orders.State.SMS_ACCEPTED);
        } catch (SdkException e) {
            LOG.warn("sms {}: {}", orderId, e.getMessage());
            orders.set(orderId, e.mayHaveTakenEffect() ? Orders.State.UNKNOWN : Orders.State.FAILED);
        }
    }
}
