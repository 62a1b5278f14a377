package io.github.alimsg.migration;

import java.util.Locale;

/**
 * A field of a vendor's class.
 *
 * @param name its name in this SDK; empty for an object that is left out there
 * @param type its type in this SDK, as the tables have it
 */
record Property(String name, String type) {
    boolean isWrapper() {
        return type.equals("wrapper");
    }

    boolean is(String kind) {
        return type.equals(kind);
    }

    boolean isOpen() {
        return type.startsWith("open ");
    }

    /** The key under which a field is looked up: generations differ in case only. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
