package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A location, with its name if it has one. */
public final class LocationContent extends MessageContent {
    private final Map<String, Object> members;

    LocationContent(Map<String, Object> members) {
        super("location", members);
        this.members = members;
    }

    /**
     * Sets the name.
     *
     * @param name the location's name; null for none
     * @return a new content
     */
    public LocationContent withName(@Nullable String name) {
        return new LocationContent(ContentPart.with(members, "name", ContentPart.textOrNull("name", name)));
    }

    /**
     * Sets the name and the address. WhatsApp shows an address only if there is a name.
     *
     * @param name the location's name
     * @param address the location's address; null for none
     * @return a new content
     */
    public LocationContent withName(String name, @Nullable String address) {
        String given = ContentPart.text("name", name);
        return new LocationContent(
                ContentPart.with(withName(given).members, "address", ContentPart.textOrNull("address", address)));
    }
}
