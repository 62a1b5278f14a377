// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.wire.JsonReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kind of a letter, for {@link SendLetterRequest}.
 * <p>The service may add values: {@link #of} takes any text.
 */
public final class LetterKind extends OpenValue {
    /**
     * Without anything.
     */
    public static final LetterKind PLAIN = new LetterKind("PLAIN");

    /**
     * With a photo &amp; frame.
     */
    public static final LetterKind WITH_PHOTO = new LetterKind("withPhoto");

    /**
     * First class.
     */
    public static final LetterKind FIRST_CLASS = new LetterKind("1");

    private static final List<LetterKind> KNOWN = List.of(PLAIN, WITH_PHOTO, FIRST_CLASS);

    private LetterKind(String value) {
        super(value);
    }

    /**
     * Returns the value of a text, known or not.
     *
     * @param value the text on the wire
     * @return the constant, if there is one; a new value otherwise
     */
    public static LetterKind of(String value) {
        return switch (value) {
            case "PLAIN" -> PLAIN;
            case "withPhoto" -> WITH_PHOTO;
            case "1" -> FIRST_CLASS;
            default -> new LetterKind(value);
        };
    }

    /**
     * Returns the documented values.
     *
     * @return the constants of this class
     */
    public static List<LetterKind> known() {
        return KNOWN;
    }

    static @Nullable LetterKind read(JsonReader in) {
        String text = in.string();
        return text == null ? null : of(text);
    }
}
