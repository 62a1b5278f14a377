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

/** JSON inside of text: the stack of parsers around the text being read. */
final class JsonInText {
    /** How deeply texts may be nested. */
    private static final int MAX_DEPTH = 4;

    private final Deque<JsonParser> around = new ArrayDeque<>(MAX_DEPTH);

    /**
     * Enters a text that begins with an object or a list.
     *
     * @param parser the parser of the surrounding JSON
     * @param text the text
     * @return the parser of the text; null when the object or list is not valid JSON, or texts are nested too deeply
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
     * Returns whether a text begins with a complete and valid JSON object or list.
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

    /** {@return the parser of the JSON around the text that has been read} */
    JsonParser leave() {
        return around.pop();
    }

    /** Visits the positions of the texts, outermost first. */
    void forEachPlace(Consumer<JsonStreamContext> action) {
        around.descendingIterator().forEachRemaining(parser -> action.accept(parser.getParsingContext()));
    }
}
