package io.github.alimsg.cams.content;

import java.util.Map;

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
     * @param name the place's name
     * @return a new content
     */
    public LocationContent withName(String name) {
        return new LocationContent(Part.with(members, "name", Part.text("name", name)));
    }

    /**
     * The same with a name and an address. WhatsApp shows an address only where there is a name.
     *
     * @param name the place's name
     * @param address the place's address
     * @return a new content
     */
    public LocationContent withName(String name, String address) {
        return new LocationContent(Part.with(withName(name).members, "address", Part.text("address", address)));
    }
}
