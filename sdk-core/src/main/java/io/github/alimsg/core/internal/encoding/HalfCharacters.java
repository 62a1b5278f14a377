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
 * Surrogates without their other half: what is left where a text was cut in the middle of an emoji. UTF-8 cannot hold
 * them, so such text is refused before anything is sent, in words that name the place and do not quote the text.
 */
public final class HalfCharacters {
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}|[0-9]{1,4}");

    private HalfCharacters() {}

    /** {@return where the first one is; -1 when there is none} */
    public static int indexIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The refusal of a value.
     *
     * @param name dotted name of the parameter
     * @param value the value
     * @param index where it has half a character
     */
    static IllegalArgumentException inValue(String name, String value, int index) {
        String shown = Arrays.stream(name.split("\\.", -1))
                .map(HalfCharacters::shownName)
                .collect(Collectors.joining("."));
        return refusal(shown, place(value, index));
    }

    /**
     * The refusal of a name in an object.
     *
     * @param name what there is of the name, beginning with that of the parameter
     */
    static IllegalArgumentException inName(String name) {
        return refusal(shownName(name.split("\\.", 2)[0]), "in a name");
    }

    private static IllegalArgumentException refusal(String name, String place) {
        return new IllegalArgumentException(
                name + " holds half a character " + place + "; cut texts between code points, not inside an emoji");
    }

    /** Where that is: of JSON the pointer, as an index into it says nothing to whoever wrote the values. */
    private static String place(String text, int index) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try (JsonParser parser = Json.FACTORY.createParser(text)) {
                for (JsonToken token; (token = parser.nextToken()) != null; ) {
                    if (token != JsonToken.FIELD_NAME) { // of a name that would finish the value behind it
                        parser.finishToken();
                    }
                    if (parser.currentLocation().getCharOffset() > index) {
                        return token == JsonToken.FIELD_NAME
                                ? "in a name"
                                : "at " + pointer(parser.getParsingContext());
                    }
                }
            } catch (IOException e) {
                // it only begins like JSON
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

    /** Names in maps may be personal as well: only what looks like the name of a field is shown. */
    private static String shownName(String name) {
        return FIELD_NAME.matcher(name).matches() ? name : "*";
    }
}
