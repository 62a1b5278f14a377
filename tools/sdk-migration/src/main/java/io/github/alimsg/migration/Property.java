package io.github.alimsg.migration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of a vendor's class.
 *
 * @param name its name in this SDK; empty for an object that is left out there
 * @param type its type in this SDK, as the tables have it
 * @param object the class of its value, or of the items in it; null when these are no objects
 */
record Property(String name, String type, @Nullable VendorClass object) {
    boolean isWrapper() {
        return type.equals("wrapper");
    }

    boolean is(String kind) {
        return type.equals(kind);
    }

    boolean isOpen() {
        return type.startsWith("open ");
    }

    /** The only field of an object that is left out; null when it is none. */
    @Nullable
    Property onlyMember() {
        return isWrapper() && object != null
                ? object.properties().values().iterator().next()
                : null;
    }

    /** The key under which a field is looked up: generations differ in case only. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
