package io.github.alimsg.testing.messages;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.products.Lookup;
import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.Sending;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What replies say of messages: the ids of those that a call sends, and what became of those that it asks about. */
public final class MessageReplies {
    /** Every message has an id of its own, across fakes too, so that its receipts can be told from others. */
    private static final AtomicLong IDS = new AtomicLong(100_000_000_000_000_000L);

    private final MessageFormats formats;
    private final MessageLog log;

    public MessageReplies(MessageFormats formats, MessageLog log) {
        this.formats = formats;
        this.log = log;
    }

    /**
     * The fields of a reply; none for most operations.
     *
     * @param stubbed the fields that a test says itself
     */
    public Map<String, ?> fields(Call call, JsonNode stubbed) {
        Sending sending = Products.sending(call.operation());
        if (sending != null) {
            return sending.ids()
                    .fields(() -> formats.recipients(call), stubbed, () -> Long.toString(IDS.incrementAndGet()));
        }
        Lookup lookup = Products.lookup(call.operation());
        return lookup == null || !log.canAnswer(call)
                ? Map.of()
                : lookup.answer().to(call.parameters(), log);
    }
}
