package io.github.alimsg.cams;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.template.TemplateCache;
import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.core.time.TimeSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Templates of chat messages, to check that values are complete before they are sent and to show the text that people
 * receive. Nothing is checked unless you ask for it. A value that is missing otherwise shows only in a receipt, with
 * Meta's error 132000.
 *
 * <pre>{@code
 * ChatappTemplates templates = ChatappTemplates.of(cams, custSpaceId);
 *
 * templates.check("744c4b5c79c9432497a075bdfca3****", "en", Map.of("name", "Ann"));
 * cams.batches().check(templates).sendChatappMassMessage(settings, recipients);
 * }</pre>
 *
 * <p>A template is read with {@code GetChatappTemplateDetail} when it is first needed, and kept for 15 minutes. If it
 * cannot be read, nothing is checked and nothing refused: {@link #check} returns false, {@link #notChecked} says why,
 * and it is read again a minute later at the earliest.
 *
 * <p>Checked is that every variable has a value: in texts, addresses, coupon codes and cards. No other rules are
 * documented. Safe for use by any number of threads.
 */
public final class ChatappTemplates {
    private final TemplateCache<Key, ChatappTemplate> read;

    private record Key(String code, String language) {}

    private ChatappTemplates(TemplateCache<Key, ChatappTemplate> read) {
        this.read = read;
    }

    /**
     * Returns the templates of an instance.
     *
     * @param client reads them; needs the permission {@code cams:GetChatappTemplateDetail}
     * @param custSpaceId SpaceId of an ISV's customer, or instance id of a direct one
     * @return the templates; keep them as long as the client
     */
    public static ChatappTemplates of(CamsTemplates client, String custSpaceId) {
        return of(client, custSpaceId, TimeSource.system());
    }

    /**
     * Returns the templates of an instance.
     *
     * @param client reads them
     * @param custSpaceId SpaceId of an ISV's customer, or instance id of a direct one
     * @param time the clock that says when to read a template again
     * @return the templates
     */
    public static ChatappTemplates of(CamsTemplates client, String custSpaceId, TimeSource time) {
        return new ChatappTemplates(new TemplateCache<>(
                key -> ChatappTemplate.of(client.getChatappTemplateDetail(request ->
                        request.custSpaceId(custSpaceId).templateCode(key.code).language(key.language))),
                time));
    }

    /**
     * Checks the values of a message. The first check of a template reads it, with the client's timeout.
     *
     * @param templateCode the template's code
     * @param language its language
     * @param values values by variable, without {@code $( )}; those that the template does not have are ignored
     * @return whether they were checked; false when the template cannot be read
     * @throws TemplateMismatchException when a value is missing
     */
    public boolean check(String templateCode, String language, Map<String, String> values) {
        ChatappTemplate template = read.find(new Key(templateCode, language));
        if (template == null) {
            return false;
        }
        template.check(templateCode, values);
        return true;
    }

    /**
     * Returns the texts of header, body and footer that a message will have, one below the other.
     *
     * @param templateCode the template's code
     * @param language its language
     * @param values values by variable, without {@code $( )}
     * @return the texts
     * @throws TemplateMismatchException when a value is missing
     * @throws SdkException when the template cannot be read
     */
    public String render(String templateCode, String language, Map<String, String> values) {
        ChatappTemplate template = read.get(new Key(templateCode, language));
        template.check(templateCode, values);
        return template.render(values);
    }

    /**
     * {@return the templates whose messages are not checked because they could not be read when last needed, with the
     * reason; by code and language, such as {@code 744c4b5c (en)}} Empty when all could be read.
     */
    public Map<String, SdkException> notChecked() {
        Map<String, SdkException> notChecked = new HashMap<>();
        read.failures().forEach((key, failure) -> notChecked.put(key.code + " (" + key.language + ")", failure));
        return notChecked;
    }
}
