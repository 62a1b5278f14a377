package io.github.alimsg.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import io.github.alimsg.core.internal.json.Json;
import io.github.alimsg.core.internal.json.MalformedJson;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON inside of text: the parsers of what is around the text being read, and of what is around that. */
final class JsonInText {
    /** How many texts may be inside of each other. */
    private static final int MAX_DEPTH = 4;

    private final Deque<JsonParser> around = new ArrayDeque<>(MAX_DEPTH);

    /**
     * Enters a text that begins with an object or a list.
     *
     * @param parser that of what is around the text
     * @param text the text
     * @return the text's own parser; null when the object or list is not valid JSON, or too many texts are around it
     */
    @Nullable
    JsonParser enter(JsonParser parser, String text) {
        if (around.size() == MAX_DEPTH || !isStructure(text, false)) {
            return null;
        }
        try {
            JsonParser inner = Json.FACTORY.createParser(text);
            inner.nextToken();
            around.push(parser);
            return inner;
        } catch (IOException e) {
            throw MalformedJson.of(e);
        }
    }

    /**
     * Whether a text begins with an object or a list that is valid JSON to its end.
     *
     * @param text the text
     * @param alone whether nothing may follow
     */
    static boolean isStructure(String text, boolean alone) {
        try (JsonParser trial = Json.FACTORY.createParser(text)) {
            trial.nextToken();
            trial.skipChildren();
            return trial.currentToken().isStructEnd() && (!alone || trial.nextToken() == null);
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return whether no text is being read} */
    boolean isEmpty() {
        return around.isEmpty();
    }

    /** {@return the parser of what is around the text that has been read} */
    JsonParser leave() {
        return around.pop();
    }

    /** Goes through the places of the texts, outermost first. */
    void forEachPlace(Consumer<JsonStreamContext> action) {
        around.descendingIterator().forEachRemaining(parser -> action.accept(parser.getParsingContext()));
    }
}
