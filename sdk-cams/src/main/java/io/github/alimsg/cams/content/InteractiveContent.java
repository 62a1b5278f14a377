package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp message with something to choose or tap: buttons, a list, products, a Flow, a page, a location. Its format
 * is Meta's {@code interactive} object, which the service passes on. Immutable: each {@code with…} returns a new one.
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
     * Returns a question with buttons to answer it.
     *
     * @param body the question
     * @param buttons the buttons; up to 3 on WhatsApp
     * @return the content
     */
    public static InteractiveContent buttons(String body, ReplyButton... buttons) {
        return of("button", body, ContentPart.object("buttons", ContentPart.list("buttons", buttons)));
    }

    /**
     * Returns a list to choose from, which opens from a button.
     *
     * @param body the question
     * @param button the button's label; up to 20 characters on WhatsApp
     * @param sections the sections of the list
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
     * Returns one product of a catalogue.
     *
     * @param catalogId id of the catalogue
     * @param productRetailerId id of the product in the catalogue
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
     * Returns several products of a catalogue.
     *
     * @param header the heading, which this kind requires
     * @param body the text above the products
     * @param catalogId id of the catalogue
     * @param sections the sections with the products
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
     * Returns a button that opens the whole catalogue of the sending number.
     *
     * @param body the text above the button
     * @return the content
     */
    public static InteractiveContent catalog(String body) {
        return of("catalog_message", body, ContentPart.object("name", "catalog_message"));
    }

    /**
     * Returns a button that opens the whole catalogue of the sending number, under the picture of a product.
     *
     * @param body the text above the button
     * @param thumbnailProductRetailerId id of the product with the picture, in the catalogue
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
     * Returns a button that opens a WhatsApp Flow.
     *
     * @param body the text above the button
     * @param flow the button
     * @return the content
     */
    public static InteractiveContent flow(String body, FlowLink flow) {
        return of("flow", body, ContentPart.object("name", "flow", "parameters", flow.members()));
    }

    /**
     * Returns a button that opens a page.
     *
     * @param body the text above the button
     * @param label the button's label; up to 20 characters on WhatsApp
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
     * Returns a button with which the user sends a location.
     *
     * @param body the text above the button
     * @return the content
     */
    public static InteractiveContent locationRequest(String body) {
        return of("location_request_message", body, ContentPart.object("name", "send_location"));
    }

    /**
     * Sets the text, for a kind where it is optional, such as a product, or to replace it.
     *
     * @param body the text; null for none
     * @return a new content
     */
    public InteractiveContent withBody(@Nullable String body) {
        return with("body", wordsOrNull("body", body));
    }

    /**
     * Sets the heading.
     *
     * @param text the heading; up to 60 characters on WhatsApp; null for none
     * @return a new content
     */
    public InteractiveContent withHeader(@Nullable String text) {
        return with(
                "header",
                text == null ? null : ContentPart.object("type", "text", "text", ContentPart.text("header", text)));
    }

    /**
     * Sets an image on top.
     *
     * @param link URL of the image; null for none
     * @return a new content
     */
    public InteractiveContent withImageHeader(@Nullable String link) {
        return withMedia("image", link == null ? null : ContentPart.object("link", ContentPart.text("link", link)));
    }

    /**
     * Sets a video on top.
     *
     * @param link URL of the video; null for none
     * @return a new content
     */
    public InteractiveContent withVideoHeader(@Nullable String link) {
        return withMedia("video", link == null ? null : ContentPart.object("link", ContentPart.text("link", link)));
    }

    /**
     * Sets a file on top.
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
     * Sets a line at the bottom.
     *
     * @param text the line; up to 60 characters on WhatsApp; null for none
     * @return a new content
     */
    public InteractiveContent withFooter(@Nullable String text) {
        return with("footer", wordsOrNull("footer", text));
    }

    private InteractiveContent with(String name, @Nullable Object value) {
        return new InteractiveContent(ContentPart.with(members, name, value));
    }
}
