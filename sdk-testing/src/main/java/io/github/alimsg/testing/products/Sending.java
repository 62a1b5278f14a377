package io.github.alimsg.testing.products;

import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.receipts.FailureReason;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An operation that sends messages with receipts.
 *
 * @param operation its name
 * @param idField the field of its reply that names the message
 * @param messages whom it sends to: the same facts that the product's generated operation has, which the fake need not
 *     be taught
 * @param errorCodes a code that a message fails with, for each reason that has one
 * @param receipts the receipts of one message to one recipient, in order
 */
public record Sending(
        String operation,
        String idField,
        MessageFacts messages,
        Map<FailureReason, String> errorCodes,
        Function<SentMessage, List<Receipt>> receipts) {

    /** Whom a call with these parameters sends to. */
    public List<String> recipientsOf(Map<String, String> parameters) {
        return messages.recipients(parameters);
    }
}
