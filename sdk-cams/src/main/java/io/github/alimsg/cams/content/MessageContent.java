package io.github.alimsg.cams.content;

import io.github.alimsg.core.wire.Shown;
import io.github.alimsg.core.wire.StructureWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message that is not a template: its kind, and the JSON that the service takes for it. Immutable.
 *
 * <p>This class has the kinds that several channels share, and those of WhatsApp. Buttons, lists, products and the like
 * are in {@link InteractiveContent}, the kinds of Viber in {@link ViberContent}. Which channel takes which kind, and
 * which parts are required, follows the vendor's description of {@code SendChatappMessage}; the service checks it, not
 * this class. Use {@link #json} for kinds whose JSON is not documented.
 *
 * <p>Links must be reachable by the channel's servers, without a login.
 */
public abstract sealed class MessageContent
        permits PlainContent, MediaContent, LocationContent, InteractiveContent, ViberContent {
    private final String messageType;
    private final Object value;
    private final String json;

    MessageContent(String messageType, Object value) {
        this(messageType, value, StructureWriter.json(value));
    }

    MessageContent(String messageType, Object value, String json) {
        this.messageType = messageType;
        this.value = value;
        this.json = json;
    }

    /**
     * Returns a text. All channels.
     *
     * @param text the text
     * @return the content
     * @throws IllegalArgumentException when it is empty, or cut inside a character
     */
    public static MessageContent text(String text) {
        return new PlainContent("text", ContentPart.object("text", ContentPart.text("text", text)));
    }

    /**
     * Returns an image. All channels.
     *
     * @param link URL of the image
     * @return the content, to which a caption can be added
     */
    public static MediaContent image(String link) {
        return new MediaContent("image", linkTo(link));
    }

    /**
     * Returns a video. All channels but Viber, for which use {@link ViberContent#video}.
     *
     * @param link URL of the video
     * @return the content, to which a caption can be added
     */
    public static MediaContent video(String link) {
        return new MediaContent("video", linkTo(link));
    }

    /**
     * Returns an audio file. All channels but Viber. Takes no caption.
     *
     * @param link URL of the file
     * @return the content
     */
    public static MessageContent audio(String link) {
        return new PlainContent("audio", linkTo(link));
    }

    /**
     * Returns a file for Messenger, which takes no name. Use {@link #document(String, String)} for WhatsApp, {@link
     * ViberContent#document} for Viber.
     *
     * @param link URL of the file
     * @return the content
     */
    public static MessageContent document(String link) {
        return new PlainContent("document", linkTo(link));
    }

    /**
     * Returns a file for WhatsApp. Takes no caption.
     *
     * @param link URL of the file
     * @param fileName name that the recipient sees, such as {@code invoice.pdf}
     * @return the content
     */
    public static MessageContent document(String link, String fileName) {
        return new PlainContent(
                "document", ContentPart.with(linkTo(link), "fileName", ContentPart.text("fileName", fileName)));
    }

    /**
     * Returns a sticker. WhatsApp.
     *
     * @param link URL of the sticker
     * @return the content
     */
    public static MessageContent sticker(String link) {
        return new PlainContent("sticker", linkTo(link));
    }

    /**
     * Returns a location. WhatsApp.
     *
     * @param latitude degrees north of the equator, -90 to 90
     * @param longitude degrees east of Greenwich, -180 to 180
     * @return the content, to which a name can be added
     * @throws IllegalArgumentException when a number is out of its range, for example because the two are swapped
     */
    public static LocationContent location(double latitude, double longitude) {
        return new LocationContent(ContentPart.object(
                "longitude", degrees("longitude", longitude, 180), "latitude", degrees("latitude", latitude, 90)));
    }

    /**
     * Returns contact cards. WhatsApp.
     *
     * @param contacts the contacts
     * @return the content
     */
    public static MessageContent contacts(Contact... contacts) {
        return new PlainContent("contacts", ContentPart.list("contacts", contacts));
    }

    /**
     * Returns a reaction to an earlier message. WhatsApp.
     *
     * @param messageId id of the message, from its receipt or from sending it
     * @param emoji the emoji
     * @return the content
     */
    public static MessageContent reaction(String messageId, String emoji) {
        return new PlainContent(
                "reaction",
                ContentPart.object(
                        "messageId",
                        ContentPart.text("messageId", messageId),
                        "emoji",
                        ContentPart.text("emoji", emoji)));
    }

    /**
     * Returns any kind, with your own JSON: for undocumented kinds and new keys.
     *
     * @param messageType the kind, in the service's words, such as {@code quickReply}
     * @param json the JSON text, sent as it is
     * @return the content
     */
    public static MessageContent json(String messageType, String json) {
        String text = ContentPart.text("json", json);
        return new PlainContent(ContentPart.text("messageType", messageType), text, text);
    }

    private static Map<String, Object> linkTo(String link) {
        return ContentPart.object("link", ContentPart.text("link", link));
    }

    /** As text: the vendor shows both forms, and text keeps every digit. */
    private static String degrees(String name, double degrees, int bound) {
        if (!(degrees >= -bound && degrees <= bound)) {
            throw new IllegalArgumentException(
                    name + " is out of range: -" + bound + " to " + bound + "; the latitude comes first");
        }
        return BigDecimal.valueOf(degrees).toPlainString();
    }

    /** {@return the kind of content, in the service's words: the parameter {@code MessageType}} */
    public final String messageType() {
        return messageType;
    }

    /** {@return the JSON text that is sent: the parameter {@code Content}} */
    public final String json() {
        return json;
    }

    /** Returns whether another content sends the same. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof MessageContent that && that.messageType.equals(messageType) && that.value.equals(value);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(messageType, value);
    }

    /** Shows the kind and the length, never the content. */
    @Override
    public final String toString() {
        return "MessageContent{messageType=" + messageType + ", json=" + Shown.inPlaceOf(json) + "}";
    }
}
