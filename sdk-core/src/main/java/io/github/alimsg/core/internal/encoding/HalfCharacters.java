package io.github.alimsg.core.internal.encoding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.github.alimsg.core.internal.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Unpaired surrogates, as left behind when a text is cut in the middle of an emoji. UTF-8 cannot represent them, so
 * such text is refused before anything is sent, with a message that names the position and does not quote the text.
 */
public final class HalfCharacters {
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}|[0-9]{1,4}");

    private HalfCharacters() {}

    /** {@return whether there is one} */
    public static boolean areIn(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /**
     * Returns the exception that refuses a value.
     *
     * @param name dotted name of the parameter
     * @param value the value
     * @param index index of the half character
     */
    static IllegalArgumentException inValue(String name, String value, int index) {
        String shown = Arrays.stream(name.split("\\.", -1))
                .map(HalfCharacters::shownName)
                .collect(Collectors.joining("."));
        return refusal(shown, place(value, index));
    }

    /**
     * Returns the exception that refuses a name in an object.
     *
     * @param name the dotted name, beginning with that of the parameter
     */
    static IllegalArgumentException inName(String name) {
        return refusal(shownName(name.split("\\.", 2)[0]), "in a name");
    }

    private static IllegalArgumentException refusal(String name, String place) {
        return new IllegalArgumentException(
                name + " holds half a character " + place + "; cut texts between code points, not inside an emoji");
    }

    /** The position: in JSON the pointer, since an index into generated JSON means nothing to the caller. */
    private static String place(String text, int index) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try (JsonParser parser = Json.FACTORY.createParser(text)) {
                for (JsonToken token; (token = parser.nextToken()) != null; ) {
                    if (token != JsonToken.FIELD_NAME) { // for a name, that would finish the value after it
                        parser.finishToken();
                    }
                    if (parser.currentLocation().getCharOffset() > index) {
                        return token == JsonToken.FIELD_NAME
                                ? "in a name"
                                : "at " + pointer(parser.getParsingContext());
                    }
                }
            } catch (IOException e) {
                // it only looks like JSON at its start
            }
        }
        return "at index " + index;
    }

    private static String pointer(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String inside = context.inArray() ? "" + context.getCurrentIndex() : shownName(context.getCurrentName());
        return pointer(context.getParent()) + "/" + inside;
    }

    /** Names in maps may be personal too: only what looks like a field's name is shown. */
    private static String shownName(String name) {
        return FIELD_NAME.matcher(name).matches() ? name : "*";
    }
}
