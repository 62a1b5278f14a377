package io.github.alimsg.cams.content;

/** A section of a list to choose from. Immutable. */
public final class ListSection extends ContentPart {
    private ListSection(String title, ListRow... rows) {
        super(object("title", text("title", title), "rows", list("rows", rows)));
    }

    /**
     * Returns a section of a list.
     *
     * @param title its heading; up to 24 characters on WhatsApp
     * @param rows its entries; up to 10 in the whole list on WhatsApp
     * @return the section
     */
    public static ListSection of(String title, ListRow... rows) {
        return new ListSection(title, rows);
    }
}
