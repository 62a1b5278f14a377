package io.github.alimsg.examples.engines;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import java.util.Map;
import java.util.function.Consumer;

/** Tells a customer that an order was shipped: at most once, however often an engine calls it. */
public final class ShippingNotice implements Consumer<Order> {
    private final Once once;
    private final DysmsMainlandClient sms;

    /**
     * Creates the notice.
     *
     * @param once remembers what was sent
     * @param sms sends
     */
    public ShippingNotice(Once once, DysmsMainlandClient sms) {
        this.once = once;
        this.sms = sms;
    }

    /** The message is not settled, and calling again later may help. Engines repeat what ends with an exception. */
    public static final class ComeAgainException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ComeAgainException(Sent<?> sent) {
            super("the notice is " + sent.state(), sent.failure());
        }
    }

    /**
     * Sends the notice, unless it was sent before.
     *
     * @param order the order
     * @throws ComeAgainException when it was not sent and may still be, or when another worker is at it
     */
    // snippet: once-engine
    @Override
    public void accept(Order order) {
        SendSmsRequest request = SendSmsRequest.builder()
                .phoneNumbers(order.phone())
                .signName("Acme")
                .templateCode("SMS_123456")
                .templateParam(Map.of("order", order.id()))
                .build();
        Sent<SendSmsResponse> sent = once.send(order.id() + "/shipped", sms, DysmsMainlandClient::sendSms, request);
        switch (sent.state()) {
            case ACCEPTED, REFUSED -> {} // done; whoever looks after refused messages finds the key's code
            case UNKNOWN, UNDECIDED -> {} // once.reconcile() looks it up; a repetition would change nothing
            case NEW, CLAIMED, SENDING, NOT_SENT -> throw new ComeAgainException(sent);
        }
    }
    // end
}
