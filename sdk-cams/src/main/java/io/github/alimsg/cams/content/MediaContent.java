package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An image or a video, with its caption if it has one. */
public final class MediaContent extends MessageContent {
    private final Map<String, Object> members;

    MediaContent(String messageType, Map<String, Object> members) {
        super(messageType, members);
        this.members = members;
    }

    /**
     * Sets the caption. WhatsApp.
     *
     * @param caption the caption; null for none
     * @return a new content
     */
    public MediaContent withCaption(@Nullable String caption) {
        return new MediaContent(
                messageType(), ContentPart.with(members, "caption", ContentPart.textOrNull("caption", caption)));
    }
}
