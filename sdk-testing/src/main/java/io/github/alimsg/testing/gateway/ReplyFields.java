package io.github.alimsg.testing.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What the usual reply to a call says beyond the example. */
@FunctionalInterface
public interface ReplyFields {
    /**
     * The fields; none for most operations.
     *
     * @param stubbed the fields that a test says itself, which win
     */
    Map<String, ?> of(Call call, ObjectNode stubbed);
}
