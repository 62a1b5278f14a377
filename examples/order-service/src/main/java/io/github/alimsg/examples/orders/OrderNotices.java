package io.github.alimsg.examples.orders;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMessageResponse;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.MessageCategory;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeResponse;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.spring.boot.once.OnceOutbox;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells customers that their order is shipped, and follows what becomes of it. Receipts of both channels come here. */
@Service
class OrderNotices implements ReceiptHandler<DeliveryReport> {
    private final Orders orders;
    private final OnceOutbox outbox;
    private final ChatThenSms messages;
    private final ShopProperties shop;

    OrderNotices(Orders orders, OnceOutbox outbox, ChatThenSms messages, ShopProperties shop) {
        this.orders = orders;
        this.outbox = outbox;
        this.messages = messages;
        this.shop = shop;
    }

    /** Ships an order. That its customer is to be told is written down in the same transaction. */
    @Transactional
    public NoticeKey ship(long orderId) {
        NoticeKey key = new NoticeKey(orderId, Channel.WHATSAPP);
        if (orders.advance(orderId, OrderState.SHIPPED)) {
            outbox.enqueue(key.toString(), "SendChatappMessage");
        }
        return key;
    }

    /** Sends what is to be sent; nothing if it was sent before. */
    void send(NoticeKey key) {
        Order order = orders.find(key.orderId()).orElseThrow();
        KeyState sent = messages.send(key, new Shipped(order)).state();
        orders.advance(key, MessageState.of(sent));
        if (sent == KeyState.ACCEPTED) {
            orders.advance(key.orderId(), OrderState.NOTIFIED);
        } else if (key.channel() == Channel.SMS) {
            unreachedIf(sent == KeyState.REFUSED, key);
        } else if (ChatThenSms.mayFollow(sent)) {
            send(new NoticeKey(key.orderId(), Channel.SMS));
        }
    }

    @Override
    public void handle(DeliveryReport report) {
        NoticeKey.parse(String.valueOf(report.ownId())).ifPresent(key -> moved(key, report.state()));
    }

    private void moved(NoticeKey key, DeliveryState state) {
        orders.advance(key, MessageState.of(state));
        switch (state) {
            case DELIVERED -> orders.advance(key.orderId(), OrderState.INFORMED);
            case READ -> orders.advance(key.orderId(), OrderState.READ);
            default -> {
                if (key.channel() == Channel.SMS) {
                    unreachedIf(state == DeliveryState.FAILED || state == DeliveryState.EXPIRED, key);
                } else if (ChatThenSms.mayFollow(state)) {
                    send(new NoticeKey(key.orderId(), Channel.SMS));
                }
            }
        }
    }

    private void unreachedIf(boolean failed, NoticeKey key) {
        if (failed) {
            orders.advance(key.orderId(), OrderState.UNREACHED);
        }
    }

    private final class Shipped implements ChatThenSms.Notice {
        private final Order order;

        Shipped(Order order) {
            this.order = order;
        }

        @Override
        public SendChatappMessageResponse chat(CamsClient cams) {
            return cams.sendChatappMessage(m -> m.custSpaceId(shop.whatsappSpace())
                    .channelType(ChannelType.WHATSAPP)
                    .from(shop.whatsappFrom())
                    .to(order.phone())
                    .template(shop.shippedTemplate(), "en", Map.of("order", String.valueOf(order.id()))));
        }

        @Override
        public SendMessageToGlobeResponse sms(DysmsInternationalClient sms) {
            return sms.sendMessageToGlobe(m -> m.to(order.phone())
                    .message("Your order " + order.id() + " is on its way.")
                    .type(MessageCategory.NOTIFY));
        }
    }
}
