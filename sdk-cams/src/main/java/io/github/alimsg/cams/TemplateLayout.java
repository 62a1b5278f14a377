package io.github.alimsg.cams;

import io.github.alimsg.cams.model.Button;
import io.github.alimsg.cams.model.ButtonType;
import io.github.alimsg.cams.model.Card;
import io.github.alimsg.cams.model.Component;
import io.github.alimsg.cams.model.ComponentFormat;
import io.github.alimsg.cams.model.ComponentType;
import io.github.alimsg.cams.model.CreateChatappTemplateRequest;
import io.github.alimsg.cams.model.ModifyChatappTemplateRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message template: its components, and a sample value for each of its variables, without which
 * templates are not approved. Immutable: each method returns a new one. The same layout works for {@code
 * CreateChatappTemplate} and {@code ModifyChatappTemplate}:
 *
 * <pre>{@code
 * TemplateLayout layout = TemplateLayout.body("Hi $(name), your order is on its way.")
 *         .withExample("name", "Ayu")
 *         .withButtons(TemplateButtons.quickReply("Where is it?"));
 *
 * cams.createChatappTemplate(t -> layout.addTo(t)
 *         .custSpaceId("cams-8c8d0a1b")
 *         .name("order_update")
 *         .language("en")
 *         .category(TemplateCategory.UTILITY)
 *         .templateType(TemplateType.WHATSAPP));
 * }</pre>
 *
 * <p>Variables in texts and addresses are written {@code $(name)}. The service checks which components may be combined;
 * this class does not.
 */
public final class TemplateLayout {
    private static final Set<ButtonType> ON_CARDS =
            Set.of(ButtonType.QUICK_REPLY, ButtonType.URL, ButtonType.PHONE_NUMBER);

    private final List<Component> components;
    private final Map<String, String> examples;

    private TemplateLayout(List<Component> components, Map<String, String> examples) {
        this.components = Collections.unmodifiableList(components);
        this.examples = Collections.unmodifiableMap(examples);
    }

    /**
     * Returns an empty layout, for templates without a text, such as an image on Viber.
     *
     * @return the layout
     */
    public static TemplateLayout empty() {
        return new TemplateLayout(List.of(), Map.of());
    }

    /**
     * Returns a layout with a text.
     *
     * @param text the text, with variables such as {@code $(name)}; up to 1,024 characters on WhatsApp
     * @return the layout
     */
    public static TemplateLayout body(String text) {
        return empty().with(component(ComponentType.BODY)
                .text(Objects.requireNonNull(text, "text"))
                .build());
    }

    /**
     * Returns the layout of a template for verification codes: Meta writes the texts, the code is given when sending.
     *
     * @param button one of {@link TemplateButtons#copyCode}, {@link TemplateButtons#oneTap} and
     *     {@link TemplateButtons#zeroTap}
     * @return the layout, with the advice not to share the code
     */
    public static TemplateLayout authentication(Button button) {
        return secret().withButtons(button);
    }

    /**
     * Returns the layout of a template for verification codes that says how long they are valid.
     *
     * @param button one of {@link TemplateButtons#copyCode}, {@link TemplateButtons#oneTap} and
     *     {@link TemplateButtons#zeroTap}
     * @param codeExpirationMinutes how long a code is valid, 1 to 90
     * @return the layout, with the advice not to share the code
     */
    public static TemplateLayout authentication(Button button, int codeExpirationMinutes) {
        return secret().with(component(ComponentType.FOOTER)
                        .codeExpirationMinutes(codeExpirationMinutes)
                        .build())
                .withButtons(button);
    }

    private static TemplateLayout secret() {
        return empty().with(component(ComponentType.BODY)
                .addSecretRecommendation(true)
                .build());
    }

    private static Component.Builder component(ComponentType type) {
        return Component.builder().type(type);
    }

    /**
     * Adds any component, made with its builder.
     *
     * @param component the component; a header comes first, others last
     * @return a new layout
     */
    public TemplateLayout with(Component component) {
        List<Component> longer = new ArrayList<>(components);
        longer.add(ComponentType.HEADER.equals(component.type()) ? 0 : longer.size(), component);
        return new TemplateLayout(longer, examples);
    }

    /**
     * Adds a heading.
     *
     * @param text the heading; up to 60 characters and one variable on WhatsApp; null for none
     * @return a new layout
     */
    public TemplateLayout withHeader(@Nullable String text) {
        return text == null
                ? this
                : with(header(ComponentFormat.TEXT).text(text).build());
    }

    /**
     * Adds an image on top, or on Viber below the text.
     *
     * @param url URL of a sample; 800 by 800 pixels are recommended for Viber; null for none
     * @return a new layout
     */
    public TemplateLayout withImageHeader(@Nullable String url) {
        return url == null ? this : with(header(ComponentFormat.IMAGE).url(url).build());
    }

    /**
     * Adds a video on top. WhatsApp.
     *
     * @param url URL of a sample; null for none
     * @return a new layout
     */
    public TemplateLayout withVideoHeader(@Nullable String url) {
        return url == null ? this : with(header(ComponentFormat.VIDEO).url(url).build());
    }

    /**
     * Adds a video. Viber.
     *
     * @param url URL of the video
     * @param thumbUrl URL of its preview picture
     * @param seconds its length, 0 to 600
     * @return a new layout
     */
    public TemplateLayout withVideoHeader(String url, String thumbUrl, int seconds) {
        return with(header(ComponentFormat.VIDEO)
                .url(Objects.requireNonNull(url, "url"))
                .thumbUrl(Objects.requireNonNull(thumbUrl, "thumbUrl"))
                .duration(seconds)
                .build());
    }

    /**
     * Adds a file on top. WhatsApp.
     *
     * @param url URL of a sample
     * @param fileName name of the file
     * @return a new layout
     */
    public TemplateLayout withDocumentHeader(String url, String fileName) {
        return with(document(url, fileName).build());
    }

    /**
     * Adds a file. Viber.
     *
     * @param url URL of the file
     * @param fileName name of the file
     * @param fileType its type, such as {@code docx}
     * @return a new layout
     */
    public TemplateLayout withDocumentHeader(String url, String fileName, String fileType) {
        return with(document(url, fileName)
                .fileType(Objects.requireNonNull(fileType, "fileType"))
                .build());
    }

    private static Component.Builder document(String url, String fileName) {
        return header(ComponentFormat.DOCUMENT)
                .url(Objects.requireNonNull(url, "url"))
                .fileName(Objects.requireNonNull(fileName, "fileName"));
    }

    /**
     * Adds a location on top, which is given when sending. The vendor shows locations in templates that are read, but
     * does not list them among the components that can be written.
     *
     * @return a new layout
     */
    public TemplateLayout withLocationHeader() {
        return with(header(ComponentFormat.LOCATION).build());
    }

    private static Component.Builder header(ComponentFormat format) {
        return component(ComponentType.HEADER).format(format);
    }

    /**
     * Adds a line below the body. WhatsApp.
     *
     * @param text the line; up to 60 characters, without variables; null for none
     * @return a new layout
     */
    public TemplateLayout withFooter(@Nullable String text) {
        return text == null
                ? this
                : with(component(ComponentType.FOOTER).text(text).build());
    }

    /**
     * Adds buttons.
     *
     * @param buttons the buttons, from {@link TemplateButtons}
     * @return a new layout
     * @throws IllegalArgumentException when none is given
     */
    public TemplateLayout withButtons(Button... buttons) {
        if (buttons.length == 0) {
            throw new IllegalArgumentException("buttons is empty; give at least one");
        }
        return with(component(ComponentType.BUTTONS).buttons(buttons).build());
    }

    /**
     * Adds an offer that comes with a coupon. WhatsApp.
     *
     * @param text what is offered
     * @param expires whether the offer expires at a time, which is given when sending
     * @return a new layout
     */
    public TemplateLayout withLimitedTimeOffer(String text, boolean expires) {
        return with(component(ComponentType.LIMITED_TIME_OFFER)
                .text(Objects.requireNonNull(text, "text"))
                .hasExpiration(expires)
                .build());
    }

    /**
     * Adds a row of cards. WhatsApp requires the same kind of media and buttons on all of them.
     *
     * @param cards the cards, from {@link #imageCard} and {@link #videoCard}
     * @return a new layout
     * @throws IllegalArgumentException when none is given
     */
    public TemplateLayout withCarousel(Card... cards) {
        if (cards.length == 0) {
            throw new IllegalArgumentException("cards is empty; give at least one");
        }
        return with(component(ComponentType.CAROUSEL).cards(cards).build());
    }

    /**
     * Returns a card with an image.
     *
     * @param url URL of a sample
     * @param text the text below it
     * @param buttons up to 2, from {@link TemplateButtons}: quick reply, page or call
     * @return the card
     */
    public static Card imageCard(String url, String text, Button... buttons) {
        return card(ComponentFormat.IMAGE, url, text, buttons);
    }

    /**
     * Returns a card with a video.
     *
     * @param url URL of a sample
     * @param text the text below it
     * @param buttons up to 2, from {@link TemplateButtons}: quick reply, page or call
     * @return the card
     */
    public static Card videoCard(String url, String text, Button... buttons) {
        return card(ComponentFormat.VIDEO, url, text, buttons);
    }

    private static Card card(ComponentFormat format, String url, String text, Button... buttons) {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(text, "text");
        for (Button button : buttons) {
            ButtonType type = button.type();
            if (type == null || !ON_CARDS.contains(type)) {
                throw new IllegalArgumentException(
                        "a card cannot have a " + type + " button; use a quick reply, a page or a call");
            }
        }
        Card.Builder card = Card.builder()
                .addCardComponent(
                        c -> c.type(ComponentType.HEADER).format(format).url(url))
                .addCardComponent(c -> c.type(ComponentType.BODY).text(text));
        if (buttons.length > 0) {
            card.addCardComponent(c -> c.type(ComponentType.BUTTONS).buttons(buttons));
        }
        return card.build();
    }

    /**
     * Adds a sample value of a variable, wherever it is used.
     *
     * @param variable its name, without {@code $( )}
     * @param value an example: a text, or an address if the variable is that of media or a page
     * @return a new layout
     */
    public TemplateLayout withExample(String variable, String value) {
        return withExamples(Collections.singletonMap(variable, value));
    }

    /**
     * Adds sample values of variables, wherever they are used.
     *
     * @param values the values, by the variables' names without {@code $( )}; null or empty for none
     * @return a new layout
     * @throws NullPointerException when a value is null; names the variable
     */
    public TemplateLayout withExamples(@Nullable Map<String, String> values) {
        Map<String, String> more = new LinkedHashMap<>(examples);
        if (values != null) {
            values.forEach((variable, value) -> more.put(
                    Objects.requireNonNull(variable, "variable"),
                    Objects.requireNonNull(value, () -> "examples must not hold null for '" + variable + "'")));
        }
        return new TemplateLayout(components, more);
    }

    /** {@return the components, from top to bottom; unmodifiable} */
    public List<Component> components() {
        return components;
    }

    /** {@return the sample values, by variable; unmodifiable} */
    public Map<String, String> examples() {
        return examples;
    }

    /**
     * Sets the components and sample values of a request.
     *
     * @param request the request's builder
     * @return the same builder
     */
    public CreateChatappTemplateRequest.Builder addTo(CreateChatappTemplateRequest.Builder request) {
        return request.components(components).example(examples);
    }

    /**
     * Sets the components and sample values of a request.
     *
     * @param request the request's builder
     * @return the same builder
     */
    public ModifyChatappTemplateRequest.Builder addTo(ModifyChatappTemplateRequest.Builder request) {
        return request.components(components).example(examples);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TemplateLayout that
                && that.components.equals(components)
                && that.examples.equals(examples);
    }

    @Override
    public int hashCode() {
        return Objects.hash(components, examples);
    }

    /** The components, without sample values. */
    @Override
    public String toString() {
        return "TemplateLayout{components=" + components + ", examples=<" + examples.size() + " entries>}";
    }
}
