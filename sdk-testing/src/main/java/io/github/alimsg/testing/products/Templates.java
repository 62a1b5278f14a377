package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The templates of the fake's account. Safe for any number of threads. */
public final class Templates {
    /** Every template that is created has a code of its own, across fakes too. */
    private static final AtomicLong CODES = new AtomicLong(500_000_000);

    private final MainlandTemplates mainland = new MainlandTemplates();
    private final ChatTemplates chat = new ChatTemplates();

    /**
     * A refusal in HTTP 200.
     *
     * @param code the service's code
     * @param message what is said to it; no value
     */
    public record Mismatch(String code, String message) {}

    /** The digits of a code that no other template has. */
    static String newCode() {
        return Long.toString(CODES.incrementAndGet());
    }

    /** Those of text messages. */
    public MainlandTemplates mainland() {
        return mainland;
    }

    /** Those of chat messages. */
    public ChatTemplates chat() {
        return chat;
    }

    /** The codes of all, sorted. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>(mainland.codes());
        codes.addAll(chat.codes());
        return codes;
    }

    public void remove(String code) {
        mainland.remove(code);
        chat.remove(code);
    }

    /** What people read; null when the template was not added, or does not fit, and for content that is no text. */
    public @Nullable String rendered(Message message) {
        if (message.content().template() != null) {
            String text = mainland.text(message);
            return text == null ? chat.text(message) : text;
        }
        String text = message.content().text();
        JsonNode content = text == null || !CamsFacts.isChat(message.operation()) ? null : JsonTrees.read(text);
        return content == null ? text : content.path("text").textValue();
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
