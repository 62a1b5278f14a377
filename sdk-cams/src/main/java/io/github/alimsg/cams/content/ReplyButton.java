package io.github.alimsg.cams.content;

/** A reply button. A tap arrives as an inbound message with the button's id. Immutable. */
public final class ReplyButton extends ContentPart {
    private ReplyButton(String id, String title) {
        super(object("type", "reply", "reply", object("id", text("id", id), "title", text("title", title))));
    }

    /**
     * Returns a button.
     *
     * @param id your own id for it, which comes back; up to 256 characters on WhatsApp
     * @param title its label; up to 20 characters on WhatsApp
     * @return the button
     */
    public static ReplyButton of(String id, String title) {
        return new ReplyButton(id, title);
    }
}
