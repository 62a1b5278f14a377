package io.github.alimsg.testing.products;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to one recipient.
 *
 * @param id what the reply called it
 * @param recipient whom it was sent to
 * @param error the code that it is reported to have failed with; null when it arrived
 * @param at when the call was received
 * @param parameters those of the call, by name
 */
public record SentMessage(
        String id, String recipient, @Nullable String error, Instant at, Map<String, String> parameters) {

    /** A parameter of the call; empty when it was not sent. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "SentMessage[" + id + "]";
    }
}
