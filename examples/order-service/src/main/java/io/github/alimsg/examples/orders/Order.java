package io.github.alimsg.examples.orders;

import io.github.alimsg.core.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param id its number
 * @param item what was ordered
 * @param phone the customer's number, which {@code toString} does not show
 * @param state how far it got
 * @param whatsapp how far the WhatsApp message got; null when there is none
 * @param sms how far the text message got; null when there is none
 * @param version the number of its changes
 */
record Order(
        long id,
        String item,
        PhoneNumber phone,
        OrderState state,
        @Nullable MessageState whatsapp,
        @Nullable MessageState sms,
        long version) {}
