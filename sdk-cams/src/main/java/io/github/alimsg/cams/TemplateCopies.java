package io.github.alimsg.cams;

import io.github.alimsg.cams.model.ButtonType;
import io.github.alimsg.cams.model.CreateChatappTemplateRequest.Button;
import io.github.alimsg.cams.model.CreateChatappTemplateRequest.Card;
import io.github.alimsg.cams.model.CreateChatappTemplateRequest.CardButton;
import io.github.alimsg.cams.model.CreateChatappTemplateRequest.CardComponent;
import io.github.alimsg.cams.model.CreateChatappTemplateRequest.Component;
import io.github.alimsg.cams.model.CreateChatappTemplateRequest.SupportedApp;
import io.github.alimsg.cams.model.ModifyChatappTemplateRequest;
import java.util.Set;

/** Copies between classes that describe the same parts of templates: each request has its own classes. */
final class TemplateCopies {
    private static final Set<ButtonType> ON_CARDS =
            Set.of(ButtonType.QUICK_REPLY, ButtonType.URL, ButtonType.PHONE_NUMBER);

    private TemplateCopies() {}

    /**
     * Returns a button as a card's button.
     *
     * @throws IllegalArgumentException when cards have no such button
     */
    static CardButton cardButton(Button button) {
        if (!ON_CARDS.contains(button.type())) {
            throw new IllegalArgumentException(
                    "a card cannot have a " + button.type() + " button; use a quick reply, a page or a call");
        }
        CardButton.Builder copy = CardButton.builder().type(button.type());
        copy.text(button.text());
        copy.phoneNumber(button.phoneNumber());
        copy.url(button.url());
        copy.urlType(button.urlType());
        return copy.build();
    }

    /** Returns a component as {@code ModifyChatappTemplate} takes it. */
    static ModifyChatappTemplateRequest.Component modifying(Component component) {
        var copy = ModifyChatappTemplateRequest.Component.builder().type(component.type());
        copy.addSecretRecommendation(component.addSecretRecommendation());
        copy.caption(component.caption());
        copy.codeExpirationMinutes(component.codeExpirationMinutes());
        copy.duration(component.duration());
        copy.fileName(component.fileName());
        copy.fileType(component.fileType());
        copy.format(component.format());
        copy.hasExpiration(component.hasExpiration());
        copy.text(component.text());
        copy.thumbUrl(component.thumbUrl());
        copy.url(component.url());
        component.buttons().forEach(button -> copy.addButton(b -> fill(b, button)));
        component.cards().forEach(card -> copy.addCard(c -> fill(c, card)));
        return copy.build();
    }

    @SuppressWarnings("deprecation") // copies what was set, in the old form too
    private static void fill(ModifyChatappTemplateRequest.Button.Builder copy, Button button) {
        copy.type(button.type());
        copy.autofillText(button.autofillText());
        copy.couponCode(button.couponCode());
        copy.flowAction(button.flowAction());
        copy.flowId(button.flowId());
        copy.isOptOut(button.isOptOut());
        copy.navigateScreen(button.navigateScreen());
        copy.packageName(button.packageName());
        copy.phoneNumber(button.phoneNumber());
        copy.signatureHash(button.signatureHash());
        copy.text(button.text());
        copy.url(button.url());
        copy.urlType(button.urlType());
        button.supportedApps().forEach(app -> copy.addSupportedApp(a -> fill(a, app)));
    }

    private static void fill(ModifyChatappTemplateRequest.SupportedApp.Builder copy, SupportedApp app) {
        copy.packageName(app.packageName());
        copy.signatureHash(app.signatureHash());
    }

    private static void fill(ModifyChatappTemplateRequest.Card.Builder copy, Card card) {
        card.cardComponents().forEach(component -> copy.addCardComponent(c -> fill(c, component)));
    }

    private static void fill(ModifyChatappTemplateRequest.CardComponent.Builder copy, CardComponent component) {
        copy.type(component.type());
        copy.format(component.format());
        copy.text(component.text());
        copy.url(component.url());
        component.buttons().forEach(button -> copy.addButton(b -> fill(b, button)));
    }

    private static void fill(ModifyChatappTemplateRequest.CardButton.Builder copy, CardButton button) {
        copy.type(button.type());
        copy.phoneNumber(button.phoneNumber());
        copy.text(button.text());
        copy.url(button.url());
        copy.urlType(button.urlType());
    }
}
