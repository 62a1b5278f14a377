package io.github.alimsg.testing.products;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates of the fake's account. Safe for any number of threads. */
public final class Templates {
    private final MainlandTemplates mainland = new MainlandTemplates();
    private final ChatTemplates chat = new ChatTemplates();

    /**
     * A refusal in HTTP 200.
     *
     * @param code the service's code
     * @param message what is said to it; no value
     */
    public record Mismatch(String code, String message) {}

    /** Those of text messages. */
    public MainlandTemplates mainland() {
        return mainland;
    }

    /** Those of chat messages. */
    public ChatTemplates chat() {
        return chat;
    }

    public void clear() {
        mainland.clear();
        chat.clear();
    }

    /** Why the service refuses a call; null when its template is not to blame. */
    public @Nullable Mismatch refusal(String operation, Map<String, String> parameters) {
        Mismatch mismatch = mainland.refusal(operation, parameters);
        return mismatch == null ? chat.refusal(operation, parameters) : mismatch;
    }

    /** What the reply to a call says of a template; nothing for most operations. */
    public Map<String, ?> fields(String operation, Map<String, String> parameters) {
        Map<String, ?> fields = mainland.fields(operation, parameters);
        return fields.isEmpty() ? chat.fields(operation, parameters) : fields;
    }
}
