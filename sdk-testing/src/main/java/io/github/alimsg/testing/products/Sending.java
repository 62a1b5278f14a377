package io.github.alimsg.testing.products;

import io.github.alimsg.receipts.FailureReason;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An operation that sends messages, and what becomes of them. Whom it sends what is in the product's own facts of
 * messages.
 *
 * @param operation its name
 * @param ids how its reply names messages
 * @param errorCodes a code that a message fails with, for each reason that has one
 * @param states the states that receipts report
 * @param receipts the receipts of one message, in order
 */
public record Sending(
        String operation,
        MessageIds ids,
        Map<FailureReason, String> errorCodes,
        ReportedStates states,
        Function<Message, List<Receipt>> receipts) {}
