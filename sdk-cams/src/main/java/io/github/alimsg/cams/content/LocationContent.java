package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place, and its name if it has one. */
public final class LocationContent extends MessageContent {
    private final Map<String, Object> members;

    LocationContent(Map<String, Object> members) {
        super("location", members);
        this.members = members;
    }

    /**
     * The same with a name.
     *
     * @param name the place's name; null for none
     * @return a new content
     */
    public LocationContent withName(@Nullable String name) {
        return new LocationContent(ContentPart.with(members, "name", ContentPart.textOrNull("name", name)));
    }

    /**
     * The same with a name and an address. WhatsApp shows an address only where there is a name.
     *
     * @param name the place's name
     * @param address the place's address; null for none
     * @return a new content
     */
    public LocationContent withName(String name, @Nullable String address) {
        String given = ContentPart.text("name", name);
        return new LocationContent(
                ContentPart.with(withName(given).members, "address", ContentPart.textOrNull("address", address)));
    }
}
