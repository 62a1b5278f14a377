package io.github.alimsg.testing;

import io.github.alimsg.testing.products.Templates;
import java.util.Map;
import java.util.Set;

/**
 * The templates of the account that {@link FakeCloud} stands in for. Without any, templates are not looked at.
 *
 * <pre>{@code
 * cloud.templates().addSms("SMS_123456", "Your code is ${code}", Map.of("code", "numberCaptcha"));
 * }</pre>
 *
 * <p>With templates of text messages, {@code SendSms} and {@code SendBatchSms} are refused as the service does: with
 * {@code isv.SMS_TEMPLATE_ILLEGAL} for a template that was not added, {@code isv.TEMPLATE_MISSING_PARAMETERS}, {@code
 * isv.PARAM_LENGTH_LIMIT}, {@code isv.TEMPLATE_PARAMS_ILLEGAL}, {@code isv.PARAM_NOT_SUPPORT_URL} and {@code
 * isv.INVALID_JSON_PARAM}. One message refuses its whole call. {@code GetSmsTemplate} answers with what was added.
 *
 * <p>With templates of chat messages, {@code SendChatappMessage} is accepted and its receipt says {@code Failed}, with
 * {@code 132001} for a template that was not added and {@code 132000} for a value that is missing. {@code
 * GetChatappTemplateDetail} answers with what was added. Thread-safe.
 */
public final class FakeTemplates {
    private final Templates templates;

    FakeTemplates(Templates templates) {
        this.templates = templates;
    }

    /**
     * Adds an approved template of text messages to mainland China, in place of one with the same code.
     *
     * @param code its code
     * @param text its text, with variables such as <code>${code}</code>
     * @param rules the rules of its variables, such as {@code numberCaptcha}
     * @return these templates
     */
    public FakeTemplates addSms(String code, String text, Map<String, String> rules) {
        templates.mainland().add(code, text, rules);
        return this;
    }

    /**
     * Returns the codes of all templates.
     *
     * @return the codes in alphabetical order, a copy
     */
    public Set<String> codes() {
        return templates.codes();
    }

    /**
     * Removes a template, in all languages. When none is left of its kind, templates are not looked at again.
     *
     * @param code its code; nothing happens when there is none
     * @return these templates
     */
    public FakeTemplates remove(String code) {
        templates.remove(code);
        return this;
    }

    /**
     * Adds an approved template of chat messages that has a body only, in place of one with the same code and language.
     *
     * @param code its code
     * @param language its language
     * @param body its text, with variables such as {@code $(name)}
     * @return these templates
     */
    public FakeTemplates addChat(String code, String language, String body) {
        templates.chat().add(code, language, body);
        return this;
    }
}
