package io.github.alimsg.examples.orders;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The idempotency key of a message about an order, such as {@code order-4711/shipped/sms}. The service returns it as own
 * id in receipts.
 *
 * @param orderId the order
 * @param channel the channel; a text message in place of a chat message is another message and has another key
 */
record NoticeKey(long orderId, Channel channel) {
    private static final Pattern KEY = Pattern.compile("order-([0-9]{1,18})/shipped/(whatsapp|sms)");

    static Optional<NoticeKey> parse(String key) {
        return Optional.of(KEY.matcher(key))
                .filter(Matcher::matches)
                .map(m -> new NoticeKey(
                        Long.parseLong(m.group(1)), m.group(2).equals("sms") ? Channel.SMS : Channel.WHATSAPP));
    }

    @Override
    public String toString() {
        return "order-" + orderId + "/shipped/" + channel.id();
    }
}
