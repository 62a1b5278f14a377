package io.github.alimsg.cams;

import io.github.alimsg.cams.model.Button;
import io.github.alimsg.cams.model.CardComponent;
import io.github.alimsg.cams.model.Component;
import io.github.alimsg.cams.model.GetChatappTemplateDetailResponse;
import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.core.template.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A template's texts, and everything else that may have variables. */
final class ChatappTemplate {
    private final List<TemplateText> texts = new ArrayList<>();
    private final List<TemplateText> all = new ArrayList<>();

    private ChatappTemplate() {}

    static ChatappTemplate of(GetChatappTemplateDetailResponse response) {
        var template = new ChatappTemplate();
        GetChatappTemplateDetailResponse.TemplateDetail detail = response.data();
        if (detail != null) {
            detail.components().forEach(template::add);
        }
        return template;
    }

    private void add(Component component) {
        String text = component.text();
        if (text != null) {
            texts.add(read(text));
        }
        add(text, component.url(), component.caption(), component.offerExpirationTimeMs());
        component.buttons().forEach(this::add);
        component.cards().forEach(card -> card.cardComponents().forEach(this::add));
    }

    private void add(CardComponent component) {
        add(component.text(), component.url());
        component.buttons().forEach(this::add);
    }

    private void add(Button button) {
        add(button.url(), button.couponCode());
    }

    private void add(@Nullable String... withVariables) {
        for (String text : withVariables) {
            if (text != null) {
                all.add(read(text));
            }
        }
    }

    private static TemplateText read(String text) {
        return TemplateText.of(text, "$(", ")");
    }

    /** @throws TemplateMismatchException when a value is missing */
    void check(String code, Map<String, String> values) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (TemplateText text : all) {
            for (String variable : text.variables()) {
                if (values.get(variable) == null) {
                    problems.put(variable, "no value");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new TemplateMismatchException(code, problems);
        }
    }

    String render(Map<String, String> values) {
        return texts.stream().map(text -> text.render(values)).collect(Collectors.joining("\n"));
    }
}
