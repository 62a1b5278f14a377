package io.github.alimsg.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.github.alimsg.core.internal.json.MalformedJson;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value of another shape than the model's. Messages name its position and its kind, never the value.
 *
 * @param parser the parser, at the value
 * @param texts the texts that contain it; null when there are none
 */
record OddValue(JsonParser parser, @Nullable JsonInText texts) {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    /**
     * Refuses the value where the operation is strict; anywhere else, logs that it is left out.
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

    /** The value's position as {@code SdkResponse.raw} takes it. */
    private String pointer() {
        var pointer = new StringBuilder();
        forEachPlace(place -> pointer.append(place.pathAsPointer()));
        return pointer.toString();
    }

    /** The dotted names that lead to the value; lists add nothing. */
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

    /** Visits the positions of the texts that contain JSON, and the value's position inside the last. */
    private void forEachPlace(Consumer<JsonStreamContext> action) {
        if (texts != null) {
            texts.forEachPlace(action);
        }
        action.accept(parser.getParsingContext());
    }
}
