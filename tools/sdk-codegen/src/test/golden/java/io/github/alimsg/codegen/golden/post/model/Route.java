// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.wire.JsonReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a letter is carried.
 * <p>The service may add values: {@link #of} takes any text.
 */
public final class Route extends OpenValue {
    /**
     * By air.
     */
    public static final Route AIR = new Route("air");

    /**
     * By sea.
     */
    public static final Route DEEP_SEA = new Route("deepSea");

    private static final List<Route> KNOWN = List.of(AIR, DEEP_SEA);

    private Route(String value) {
        super(value);
    }

    static String inUpperCase(Route value) {
        return KNOWN.contains(value) ? value.value().toUpperCase(Locale.ROOT) : value.value();
    }

    /**
     * Returns the value of a text in whatever case, known or not.
     *
     * @param value the text on the wire
     * @return the constant, if there is one; a new value otherwise
     */
    public static Route of(String value) {
        return inAnyCase(value, KNOWN, Route::new);
    }

    /**
     * Returns the documented values.
     *
     * @return the constants of this class
     */
    public static List<Route> known() {
        return KNOWN;
    }

    static @Nullable Route read(JsonReader in) {
        String text = in.string();
        return text == null ? null : of(text);
    }
}
