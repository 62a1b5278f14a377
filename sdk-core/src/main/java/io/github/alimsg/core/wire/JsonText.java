package io.github.alimsg.core.wire;

import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON text, for parameters that are such a text. */
public final class JsonText {
    private JsonText() {}

    /**
     * A plain value as JSON.
     *
     * @param plain text, number, truth value, null, list or map of such
     * @return its JSON
     * @throws IllegalArgumentException when it is of another class
     */
    public static String of(@Nullable Object plain) {
        var writer = new JsonStructureWriter();
        writer.addPlainValue(plain);
        return writer.text();
    }
}
