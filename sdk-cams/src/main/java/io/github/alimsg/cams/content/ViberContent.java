package io.github.alimsg.cams.content;

import java.util.Map;

/**
 * The kinds of content that only Viber has, or that it describes differently from other channels. For texts and images
 * use {@link MessageContent}. Immutable.
 *
 * <p>{@code text_image} is listed by the vendor without its keys; use {@link MessageContent#json}.
 */
public final class ViberContent extends MessageContent {
    private ViberContent(String messageType, Map<String, Object> members) {
        super(messageType, members);
    }

    /**
     * Returns a video.
     *
     * @param video the video
     * @return the content
     */
    public static ViberContent video(ViberVideo video) {
        return new ViberContent("video", video.members());
    }

    /**
     * Returns a file.
     *
     * @param link URL of the file
     * @param fileName name that the recipient sees
     * @param fileType its type, such as {@code pdf}
     * @return the content
     */
    public static ViberContent document(String link, String fileName, String fileType) {
        return new ViberContent(
                "document",
                ContentPart.object(
                        "link",
                        ContentPart.text("link", link),
                        "fileName",
                        ContentPart.text("fileName", fileName),
                        "fileType",
                        ContentPart.text("fileType", fileType)));
    }

    /**
     * Returns a text with a button.
     *
     * @param text the text
     * @param caption the button's label
     * @param action URL that the button opens
     * @return the content
     */
    public static ViberContent textButton(String text, String caption, String action) {
        return new ViberContent("text_button", button(words(text), caption, action));
    }

    /**
     * Returns a text with a picture and a button.
     *
     * @param text the text
     * @param link URL of the picture
     * @param caption the button's label
     * @param action URL that the button opens
     * @return the content
     */
    public static ViberContent textImageButton(String text, String link, String caption, String action) {
        return new ViberContent(
                "text_image_button",
                button(ContentPart.with(words(text), "link", ContentPart.text("link", link)), caption, action));
    }

    /**
     * Returns a text with a video.
     *
     * @param text the text
     * @param video the video
     * @return the content
     */
    public static ViberContent textVideo(String text, ViberVideo video) {
        return new ViberContent("text_video", joined(text, video));
    }

    /**
     * Returns a text with a video, and a button without an address. The vendor contradicts itself on whether this kind
     * takes an address: if the service refuses it without one, use {@link #textVideoButton(String, ViberVideo, String,
     * String)}.
     *
     * @param text the text
     * @param video the video
     * @param caption the button's label
     * @return the content
     */
    public static ViberContent textVideoButton(String text, ViberVideo video, String caption) {
        return new ViberContent(
                "text_video_button",
                ContentPart.with(joined(text, video), "caption", ContentPart.text("caption", caption)));
    }

    /**
     * Returns a text with a video, and a button with an address, as in the vendor's newer description.
     *
     * @param text the text
     * @param video the video
     * @param caption the button's label
     * @param action URL that the button opens
     * @return the content
     */
    public static ViberContent textVideoButton(String text, ViberVideo video, String caption, String action) {
        return new ViberContent("text_video_button", button(joined(text, video), caption, action));
    }

    private static Map<String, Object> words(String text) {
        return ContentPart.object("text", ContentPart.text("text", text));
    }

    private static Map<String, Object> joined(String text, ViberVideo video) {
        Map<String, Object> members = words(text);
        members.putAll(video.members());
        return members;
    }

    private static Map<String, Object> button(Map<String, Object> members, String caption, String action) {
        return ContentPart.with(
                ContentPart.with(members, "caption", ContentPart.text("caption", caption)),
                "action",
                ContentPart.text("action", action));
    }
}
