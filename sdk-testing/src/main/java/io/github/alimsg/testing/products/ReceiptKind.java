package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A kind of receipt.
 *
 * @param name the vendor's name of it
 * @param pauses how long the service waits before each time that it delivers a refused body again
 * @param acceptedByCode whether the answer must be a JSON object with a number in {@code code}; else HTTP 200 is enough
 * @param queueForm makes of its fields, as they are posted, those that it has in a queue for a message type
 */
public record ReceiptKind(
        String name,
        List<Duration> pauses,
        boolean acceptedByCode,
        BiFunction<ObjectNode, String, ObjectNode> queueForm) {

    /** A kind that is the same in queues. */
    ReceiptKind(String name, List<Duration> pauses, boolean acceptedByCode) {
        this(name, pauses, acceptedByCode, (posted, type) -> posted);
    }
}
