package io.github.alimsg.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.github.alimsg.core.internal.json.MalformedJson;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value of another shape than the model's. What is said of it names its place and what is there, never the value.
 *
 * @param parser where the value comes next
 * @param texts the texts that its place is in; null when there are none
 */
record OddValue(JsonParser parser, @Nullable JsonInText texts) {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    /**
     * Refuses the value where the operation is strict, and says in the log that it is left out anywhere else.
     *
     * @throws MalformedJson when the operation is strict there
     */
    void report(Operation<?, ?> operation, String wanted) {
        refuseIfStrict(operation, wanted);
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {} is left out: expected {}, found {}", operation.name(), pointer(), wanted, found());
        }
    }

    /** @throws MalformedJson when the operation is strict about the value */
    void refuseIfStrict(Operation<?, ?> operation, String wanted) {
        if (operation.isStrict(this::path)) {
            throw new MalformedJson("expected " + wanted + " at " + pointer() + ", found " + found(), null);
        }
    }

    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "something else";
        };
    }

    /** The value's place as {@code SdkResponse.raw} takes it. */
    private String pointer() {
        var pointer = new StringBuilder();
        forEachPlace(place -> pointer.append(place.pathAsPointer()));
        return pointer.toString();
    }

    /** The names that lead to the value, dotted; lists add nothing. */
    private String path() {
        var path = new StringBuilder();
        forEachPlace(place -> addNames(place, path));
        return path.toString();
    }

    private static void addNames(@Nullable JsonStreamContext place, StringBuilder path) {
        if (place != null) {
            addNames(place.getParent(), path);
            if (place.inObject() && place.getCurrentName() != null) {
                path.append(path.length() == 0 ? "" : ".").append(place.getCurrentName());
            }
        }
    }

    /** Goes through the places of the texts that hold JSON, and the value's place inside the last. */
    private void forEachPlace(Consumer<JsonStreamContext> action) {
        if (texts != null) {
            texts.forEachPlace(action);
        }
        action.accept(parser.getParsingContext());
    }
}
