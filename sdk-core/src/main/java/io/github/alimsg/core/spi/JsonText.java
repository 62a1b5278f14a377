package io.github.alimsg.core.spi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON as a text, for parameters that hold it. */
public final class JsonText {
    private JsonText() {}

    /**
     * A plain value as JSON: text, number, truth value, null, list or map of such.
     *
     * @param value the value
     * @return the JSON, without line breaks
     * @throws IllegalArgumentException when something in it is of another class
     */
    public static String of(@Nullable Object value) {
        var bytes = new ByteArrayOutputStream();
        var writer = new JsonStructureWriter(bytes);
        writer.any(value);
        writer.finish();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
