package io.github.alimsg.cams.content;

/** A part of a list to choose from. Immutable. */
public final class ListSection extends ContentPart {
    private ListSection(String title, ListRow... rows) {
        super(object("title", text("title", title), "rows", list("rows", rows)));
    }

    /**
     * A part of a list.
     *
     * @param title its heading; up to 24 characters at WhatsApp
     * @param rows its entries; up to 10 in the whole list at WhatsApp
     * @return the part
     */
    public static ListSection of(String title, ListRow... rows) {
        return new ListSection(title, rows);
    }
}
