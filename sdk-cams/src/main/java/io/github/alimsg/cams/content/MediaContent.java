package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An image or a video, and the words under it if there are any. */
public final class MediaContent extends MessageContent {
    private final Map<String, Object> members;

    MediaContent(String messageType, Map<String, Object> members) {
        super(messageType, members);
        this.members = members;
    }

    /**
     * The same with words under it. WhatsApp.
     *
     * @param caption the words; null for none
     * @return a new content
     */
    public MediaContent withCaption(@Nullable String caption) {
        return new MediaContent(
                messageType(), ContentPart.with(members, "caption", ContentPart.textOrNull("caption", caption)));
    }
}
