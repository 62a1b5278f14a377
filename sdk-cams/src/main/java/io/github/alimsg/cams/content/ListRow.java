package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of a list to choose from. Immutable. */
public final class ListRow extends ContentPart {
    private ListRow(Map<String, Object> members) {
        super(members);
    }

    /**
     * Returns an entry.
     *
     * @param id your own id for it, which comes back when it is chosen
     * @param title its title; up to 24 characters on WhatsApp
     * @return the entry
     */
    public static ListRow of(String id, String title) {
        return new ListRow(object("id", text("id", id), "title", text("title", title)));
    }

    /**
     * Sets a line under the title.
     *
     * @param description the line; up to 72 characters on WhatsApp; null for none
     * @return a new entry
     */
    public ListRow withDescription(@Nullable String description) {
        return new ListRow(with(members(), "description", textOrNull("description", description)));
    }
}
