package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.core.template.TemplateText;
import io.github.alimsg.dysms.mainland.model.GetSmsTemplateResponse;
import io.github.alimsg.dysms.mainland.model.SmsTemplateType;
import java.util.LinkedHashMap;
import java.util.Map;

/** A template's text, and the rules of its variables. */
final class SmsTemplate {
    private final TemplateText text;
    private final Map<String, String> rules;

    SmsTemplate(String text, Map<String, String> rules) {
        this.text = TemplateText.of(text, "${", "}");
        this.rules = Map.copyOf(rules);
    }

    /** The rules are documented for mainland China. */
    static SmsTemplate of(GetSmsTemplateResponse response) {
        String content = response.templateContent();
        boolean international = SmsTemplateType.INTERNATIONAL.equals(response.templateType());
        return new SmsTemplate(content == null ? "" : content, international ? Map.of() : response.variableAttribute());
    }

    /** @throws TemplateMismatchException when a value is missing or does not fit */
    void check(String code, Map<String, String> values) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (String variable : text.variables()) {
            String value = values.get(variable);
            String problem = value == null ? "no value" : VariableRule.problem(rules.get(variable), value);
            if (problem != null) {
                problems.put(variable, problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new TemplateMismatchException(code, problems);
        }
    }

    String render(Map<String, String> values) {
        return text.render(values);
    }
}
