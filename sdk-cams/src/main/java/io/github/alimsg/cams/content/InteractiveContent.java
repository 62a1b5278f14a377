package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp message that asks for something: buttons, a list, products, a Flow, a page, a place. The form is that of
 * Meta's {@code interactive} object, which the service passes on. Immutable: each {@code with…} gives a new one.
 */
public final class InteractiveContent extends MessageContent {
    private final Map<String, Object> members;

    private InteractiveContent(Map<String, Object> members) {
        super("interactive", members);
        this.members = members;
    }

    private static InteractiveContent of(String type, @Nullable String body, Map<String, Object> action) {
        return new InteractiveContent(
                ContentPart.object("type", type, "body", body == null ? null : words("body", body), "action", action));
    }

    private static Map<String, Object> words(String name, String text) {
        return ContentPart.object("text", ContentPart.text(name, text));
    }

    private static @Nullable Map<String, Object> wordsOrNull(String name, @Nullable String text) {
        return text == null ? null : words(name, text);
    }

    /**
     * A question with buttons to answer it.
     *
     * @param body the question
     * @param buttons the buttons; up to 3 at WhatsApp
     * @return the content
     */
    public static InteractiveContent buttons(String body, ReplyButton... buttons) {
        return of("button", body, ContentPart.object("buttons", ContentPart.list("buttons", buttons)));
    }

    /**
     * A list to choose from, which opens from a button.
     *
     * @param body the question
     * @param button what stands on the button; up to 20 characters at WhatsApp
     * @param sections the list, part by part
     * @return the content
     */
    public static InteractiveContent list(String body, String button, ListSection... sections) {
        return of(
                "list",
                body,
                ContentPart.object(
                        "button",
                        ContentPart.text("button", button),
                        "sections",
                        ContentPart.list("sections", sections)));
    }

    /**
     * One product of a catalogue.
     *
     * @param catalogId the catalogue, by its id
     * @param productRetailerId the product, by its id in the catalogue
     * @return the content
     */
    public static InteractiveContent product(String catalogId, String productRetailerId) {
        return of(
                "product",
                null,
                ContentPart.object(
                        "catalog_id",
                        ContentPart.text("catalogId", catalogId),
                        "product_retailer_id",
                        ContentPart.text("productRetailerId", productRetailerId)));
    }

    /**
     * Several products of a catalogue.
     *
     * @param header the heading, which this kind cannot do without
     * @param body the words above the products
     * @param catalogId the catalogue, by its id
     * @param sections the products, part by part
     * @return the content
     */
    public static InteractiveContent products(
            String header, String body, String catalogId, ProductSection... sections) {
        return of(
                        "product_list",
                        body,
                        ContentPart.object(
                                "catalog_id",
                                ContentPart.text("catalogId", catalogId),
                                "sections",
                                ContentPart.list("sections", sections)))
                .withHeader(ContentPart.text("header", header));
    }

    /**
     * A button that opens the whole catalogue of the sending number.
     *
     * @param body the words above the button
     * @return the content
     */
    public static InteractiveContent catalog(String body) {
        return of("catalog_message", body, ContentPart.object("name", "catalog_message"));
    }

    /**
     * A button that opens the whole catalogue of the sending number, under the picture of a product.
     *
     * @param body the words above the button
     * @param thumbnailProductRetailerId the product with the picture, by its id in the catalogue
     * @return the content
     */
    public static InteractiveContent catalog(String body, String thumbnailProductRetailerId) {
        String id = ContentPart.text("thumbnailProductRetailerId", thumbnailProductRetailerId);
        return of(
                "catalog_message",
                body,
                ContentPart.object(
                        "name",
                        "catalog_message",
                        "parameters",
                        ContentPart.object("thumbnail_product_retailer_id", id)));
    }

    /**
     * A button that opens a WhatsApp Flow.
     *
     * @param body the words above the button
     * @param flow the button
     * @return the content
     */
    public static InteractiveContent flow(String body, FlowLink flow) {
        return of("flow", body, ContentPart.object("name", "flow", "parameters", flow.members()));
    }

    /**
     * A button that opens a page.
     *
     * @param body the words above the button
     * @param label what stands on the button; up to 20 characters at WhatsApp
     * @param url the page
     * @return the content
     */
    public static InteractiveContent url(String body, String label, String url) {
        return of(
                "cta_url",
                body,
                ContentPart.object(
                        "name",
                        "cta_url",
                        "parameters",
                        ContentPart.object(
                                "display_text",
                                ContentPart.text("label", label),
                                "url",
                                ContentPart.text("url", url))));
    }

    /**
     * A button with which the user sends a place.
     *
     * @param body the words above the button
     * @return the content
     */
    public static InteractiveContent locationRequest(String body) {
        return of("location_request_message", body, ContentPart.object("name", "send_location"));
    }

    /**
     * With other words, or with words for a kind that can do without, such as a product.
     *
     * @param body the words; null for none
     * @return a new content
     */
    public InteractiveContent withBody(@Nullable String body) {
        return with("body", wordsOrNull("body", body));
    }

    /**
     * With a heading.
     *
     * @param text the heading; up to 60 characters at WhatsApp; null for none
     * @return a new content
     */
    public InteractiveContent withHeader(@Nullable String text) {
        return with(
                "header",
                text == null ? null : ContentPart.object("type", "text", "text", ContentPart.text("header", text)));
    }

    /**
     * With an image on top.
     *
     * @param link URL of the image; null for none
     * @return a new content
     */
    public InteractiveContent withImageHeader(@Nullable String link) {
        return withMedia("image", link == null ? null : ContentPart.object("link", ContentPart.text("link", link)));
    }

    /**
     * With a video on top.
     *
     * @param link URL of the video; null for none
     * @return a new content
     */
    public InteractiveContent withVideoHeader(@Nullable String link) {
        return withMedia("video", link == null ? null : ContentPart.object("link", ContentPart.text("link", link)));
    }

    /**
     * With a file on top.
     *
     * @param link URL of the file
     * @param fileName name that the recipient sees
     * @return a new content
     */
    public InteractiveContent withDocumentHeader(String link, String fileName) {
        return withMedia(
                "document",
                ContentPart.object(
                        "link", ContentPart.text("link", link), "filename", ContentPart.text("fileName", fileName)));
    }

    private InteractiveContent withMedia(String type, @Nullable Map<String, Object> media) {
        return with("header", media == null ? null : ContentPart.object("type", type, type, media));
    }

    /**
     * With a line at the bottom.
     *
     * @param text the line; up to 60 characters at WhatsApp; null for none
     * @return a new content
     */
    public InteractiveContent withFooter(@Nullable String text) {
        return with("footer", wordsOrNull("footer", text));
    }

    private InteractiveContent with(String name, @Nullable Object value) {
        return new InteractiveContent(ContentPart.with(members, name, value));
    }
}
