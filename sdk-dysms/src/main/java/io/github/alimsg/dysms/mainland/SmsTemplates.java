package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.template.TemplateCache;
import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.core.time.TimeSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Templates, to check values before they are sent and to show the text that people receive. Nothing is checked unless
 * you ask for it.
 *
 * <pre>{@code
 * SmsTemplates templates = SmsTemplates.of(sms);
 *
 * templates.check("SMS_123456", Map.of("code", "48291333"));
 * // TemplateMismatchException: template SMS_123456: code: 8 characters, numberCaptcha takes 4 to 6
 *
 * String text = templates.render("SMS_123456", Map.of("code", "4829"));
 * sms.batches().check(templates).sendBatchSms(b -> b.templateCode("SMS_123456"), recipients);
 * }</pre>
 *
 * <p>A template is read with {@code GetSmsTemplate} when it is first needed, and kept for 15 minutes. If it cannot be
 * read, nothing is checked and nothing refused: {@link #check} returns false, {@link #notChecked} says why, and it is
 * read again a minute later at the earliest.
 *
 * <p>Checked is that every variable has a value, and what <a
 * href="https://help.aliyun.com/en/sms/templaterule-template-variable-parameter-filling-example">the vendor documents</a>
 * of its rule: length and characters. A variable with a rule that is not known takes any value. The review of contents
 * is the service's. Safe for use by any number of threads.
 */
public final class SmsTemplates {
    private final @Nullable TemplateCache<String, SmsTemplate> read;
    private final Map<String, SmsTemplate> fixed;

    private SmsTemplates(@Nullable TemplateCache<String, SmsTemplate> read, Map<String, SmsTemplate> fixed) {
        this.read = read;
        this.fixed = Map.copyOf(fixed);
    }

    /**
     * Returns templates that are read from the service.
     *
     * @param client reads them; its key must be allowed to call {@code GetSmsTemplate}
     * @return the templates; keep them as long as the client
     */
    public static SmsTemplates of(MainlandTemplates client) {
        return of(client, TimeSource.system());
    }

    /**
     * Returns templates that are read from the service.
     *
     * @param client reads them
     * @param time the clock that says when to read a template again
     * @return the templates
     */
    public static SmsTemplates of(MainlandTemplates client, TimeSource time) {
        return new SmsTemplates(
                new TemplateCache<>(
                        code -> SmsTemplate.of(client.getSmsTemplate(request -> request.templateCode(code))), time),
                Map.of());
    }

    /**
     * Returns one template that is known. Others are not checked, unless {@linkplain #withFixed added}.
     *
     * @param templateCode its code
     * @param text its text, with variables such as <code>${code}</code>
     * @param rules the rules of its variables as they were applied for, such as {@code numberCaptcha}
     * @return the templates
     */
    public static SmsTemplates fixed(String templateCode, String text, Map<String, String> rules) {
        return new SmsTemplates(null, Map.of()).withFixed(templateCode, text, rules);
    }

    /**
     * Adds a template that is known and need not be read.
     *
     * @param templateCode its code
     * @param text its text, with variables such as <code>${code}</code>
     * @param rules the rules of its variables as they were applied for, such as {@code numberCaptcha}
     * @return these templates and the new one
     */
    public SmsTemplates withFixed(String templateCode, String text, Map<String, String> rules) {
        Map<String, SmsTemplate> more = new HashMap<>(fixed);
        more.put(templateCode, new SmsTemplate(text, rules));
        return new SmsTemplates(read, more);
    }

    /**
     * Checks the values of a message. The first check of a template reads it, with the client's timeout.
     *
     * @param templateCode the template's code
     * @param values values by variable; those that the template does not have are ignored
     * @return whether they were checked; false when the template cannot be read
     * @throws TemplateMismatchException when a value is missing or does not fit
     */
    public boolean check(String templateCode, Map<String, String> values) {
        SmsTemplate template = fixed.get(templateCode);
        if (template == null && read != null) {
            template = read.find(templateCode);
        }
        if (template == null) {
            return false;
        }
        template.check(templateCode, values);
        return true;
    }

    /**
     * Returns the text that a message will have, without the signature: for a preview, or to measure it with {@link
     * io.github.alimsg.dysms.SmsLength#mainland}. Values are checked as by {@link #check}.
     *
     * @param templateCode the template's code
     * @param values values by variable
     * @return the text
     * @throws TemplateMismatchException when a value is missing or does not fit
     * @throws SdkException when the template cannot be read
     * @throws IllegalArgumentException when templates are not read and this one was not added
     */
    public String render(String templateCode, Map<String, String> values) {
        SmsTemplate template = fixed.get(templateCode);
        if (template == null) {
            if (read == null) {
                throw new IllegalArgumentException("template " + templateCode + " is not known, and none are read");
            }
            template = read.get(templateCode);
        }
        template.check(templateCode, values);
        return template.render(values);
    }

    /**
     * {@return the templates whose messages are not checked because they could not be read when last needed, with the
     * reason; by code} Empty when all could be read.
     */
    public Map<String, SdkException> notChecked() {
        return read == null ? Map.of() : read.failures();
    }
}
