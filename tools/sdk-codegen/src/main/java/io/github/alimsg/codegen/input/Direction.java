package io.github.alimsg.codegen.input;

import java.util.Locale;

/** The two directions over the wire. */
public enum Direction {
    /** From the application to the service. */
    REQUEST,
    /** From the service to the application. */
    RESPONSE;

    /** {@return its name in selectors} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
