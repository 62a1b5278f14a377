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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Copies between classes that describe the same parts of templates: each request has its own. */
final class TemplateCopies {
    private static final Set<ButtonType> ON_CARDS =
            Set.of(ButtonType.QUICK_REPLY, ButtonType.URL, ButtonType.PHONE_NUMBER);

    private TemplateCopies() {}

    private static <T> void copy(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /**
     * A button as cards have it.
     *
     * @throws IllegalArgumentException when cards have no such button
     */
    static CardButton cardButton(Button button) {
        if (!ON_CARDS.contains(button.type())) {
            throw new IllegalArgumentException(
                    "a card takes no " + button.type() + " button; use a quick reply, a page or a call");
        }
        CardButton.Builder copy = CardButton.builder().type(button.type());
        copy(button.text(), copy::text);
        copy(button.phoneNumber(), copy::phoneNumber);
        copy(button.url(), copy::url);
        copy(button.urlType(), copy::urlType);
        return copy.build();
    }

    /** A component as {@code ModifyChatappTemplate} has it. */
    static ModifyChatappTemplateRequest.Component modifying(Component component) {
        var copy = ModifyChatappTemplateRequest.Component.builder().type(component.type());
        copy(component.addSecretRecommendation(), copy::addSecretRecommendation);
        copy(component.caption(), copy::caption);
        copy(component.codeExpirationMinutes(), copy::codeExpirationMinutes);
        copy(component.duration(), copy::duration);
        copy(component.fileName(), copy::fileName);
        copy(component.fileType(), copy::fileType);
        copy(component.format(), copy::format);
        copy(component.hasExpiration(), copy::hasExpiration);
        copy(component.text(), copy::text);
        copy(component.thumbUrl(), copy::thumbUrl);
        copy(component.url(), copy::url);
        component.buttons().forEach(button -> copy.addButton(b -> fill(b, button)));
        component.cards().forEach(card -> copy.addCard(c -> fill(c, card)));
        return copy.build();
    }

    @SuppressWarnings("deprecation") // what was set goes over, in the old form too
    private static void fill(ModifyChatappTemplateRequest.Button.Builder copy, Button button) {
        copy.type(button.type());
        copy(button.autofillText(), copy::autofillText);
        copy(button.couponCode(), copy::couponCode);
        copy(button.flowAction(), copy::flowAction);
        copy(button.flowId(), copy::flowId);
        copy(button.isOptOut(), copy::isOptOut);
        copy(button.navigateScreen(), copy::navigateScreen);
        copy(button.packageName(), copy::packageName);
        copy(button.phoneNumber(), copy::phoneNumber);
        copy(button.signatureHash(), copy::signatureHash);
        copy(button.text(), copy::text);
        copy(button.url(), copy::url);
        copy(button.urlType(), copy::urlType);
        button.supportedApps().forEach(app -> copy.addSupportedApp(a -> fill(a, app)));
    }

    private static void fill(ModifyChatappTemplateRequest.SupportedApp.Builder copy, SupportedApp app) {
        copy(app.packageName(), copy::packageName);
        copy(app.signatureHash(), copy::signatureHash);
    }

    private static void fill(ModifyChatappTemplateRequest.Card.Builder copy, Card card) {
        card.cardComponents().forEach(component -> copy.addCardComponent(c -> fill(c, component)));
    }

    private static void fill(ModifyChatappTemplateRequest.CardComponent.Builder copy, CardComponent component) {
        copy.type(component.type());
        copy(component.format(), copy::format);
        copy(component.text(), copy::text);
        copy(component.url(), copy::url);
        component.buttons().forEach(button -> copy.addButton(b -> fill(b, button)));
    }

    private static void fill(ModifyChatappTemplateRequest.CardButton.Builder copy, CardButton button) {
        copy.type(button.type());
        copy(button.phoneNumber(), copy::phoneNumber);
        copy(button.text(), copy::text);
        copy(button.url(), copy::url);
        copy(button.urlType(), copy::urlType);
    }
}
