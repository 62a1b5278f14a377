package io.github.alimsg.examples.orders;

import org.jspecify.annotations.Nullable;

/**
 * What the page shows of an order: of the number only its end.
 *
 * @param id its number
 * @param item what was ordered
 * @param phone the last digits of the customer's number
 * @param state how far it got
 * @param whatsapp how far the WhatsApp message got
 * @param sms how far the text message got
 * @param version the number of its changes: events may overtake each other
 */
record OrderView(
        long id,
        String item,
        String phone,
        OrderState state,
        @Nullable MessageState whatsapp,
        @Nullable MessageState sms,
        long version) {
    static OrderView of(Order order) {
        String digits = order.phone().digits();
        String end = "…" + digits.substring(digits.length() - 3);
        return new OrderView(
                order.id(), order.item(), end, order.state(), order.whatsapp(), order.sms(), order.version());
    }
}
