package io.github.alimsg.migration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class of the vendor's models.
 *
 * @param role what it is
 * @param ours the class of this SDK, nested ones after {@code $}; empty for an object that is left out here
 * @param properties its fields by {@link Property#key}
 */
record VendorClass(Role role, String ours, Map<String, Property> properties) {
    /** What a class is. */
    enum Role {
        /** A request. */
        REQUEST,
        /** A response with a status, headers and a body. */
        RESPONSE,
        /** The body of a response, or a response without one. */
        BODY,
        /** An object in a request. */
        SENT_OBJECT,
        /** An object in a response. */
        READ_OBJECT
    }

    boolean isSent() {
        return role == Role.REQUEST || role == Role.SENT_OBJECT;
    }

    /** The field of that name; the first generation has lists in the plural. */
    @Nullable
    Property property(String name) {
        String key = Property.key(name);
        Property found = properties.get(key);
        return found == null && key.endsWith("s") ? properties.get(key.substring(0, key.length() - 1)) : found;
    }

    /** The field that an accessor such as {@code getBizId} is for. */
    @Nullable
    Property propertyOf(String accessor, String prefix) {
        return accessor.startsWith(prefix) && accessor.length() > prefix.length()
                ? property(accessor.substring(prefix.length()))
                : null;
    }
}
