package io.github.alimsg.cams.content;

/** A button that answers. What was tapped arrives as an inbound message with the button's id. Immutable. */
public final class ReplyButton extends ContentPart {
    private ReplyButton(String id, String title) {
        super(object("type", "reply", "reply", object("id", text("id", id), "title", text("title", title))));
    }

    /**
     * A button.
     *
     * @param id your own name for it, which comes back; up to 256 characters at WhatsApp
     * @param title what stands on it; up to 20 characters at WhatsApp
     * @return the button
     */
    public static ReplyButton of(String id, String title) {
        return new ReplyButton(id, title);
    }
}
