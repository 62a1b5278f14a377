package io.github.alimsg.cams;

import io.github.alimsg.cams.model.Button;
import io.github.alimsg.cams.model.ButtonType;
import io.github.alimsg.cams.model.FlowActionType;
import io.github.alimsg.cams.model.SupportedApp;
import io.github.alimsg.cams.model.UrlType;
import java.util.List;
import java.util.Objects;

/**
 * The buttons of a message template, with a factory for each kind; they go into a {@link TemplateLayout}. WhatsApp
 * takes up to 10, of which one may call and two may open pages, with the quick replies side by side; Viber takes one
 * that opens a page. Use {@link Button#toBuilder} for what a factory does not set.
 */
public final class TemplateButtons {
    private TemplateButtons() {}

    private static Button.Builder button(ButtonType type) {
        return Button.builder().type(type);
    }

    /**
     * Sends a prepared reply.
     *
     * @param text its label
     * @return the button
     */
    public static Button quickReply(String text) {
        return button(ButtonType.QUICK_REPLY)
                .text(Objects.requireNonNull(text, "text"))
                .build();
    }

    /**
     * Unsubscribes the user from marketing messages, if the channel is set up for that. {@code MARKETING} templates
     * only.
     *
     * @param text its label
     * @return the button
     */
    public static Button optOut(String text) {
        return button(ButtonType.QUICK_REPLY)
                .text(Objects.requireNonNull(text, "text"))
                .isOptOut(true)
                .build();
    }

    /**
     * Opens a page.
     *
     * @param text its label
     * @param url the page, the same for everybody
     * @return the button
     */
    public static Button url(String text, String url) {
        return button(ButtonType.URL)
                .text(Objects.requireNonNull(text, "text"))
                .url(Objects.requireNonNull(url, "url"))
                .urlType(UrlType.STATIC)
                .build();
    }

    /**
     * Opens a page whose address has a variable part.
     *
     * @param text its label
     * @param url the page, with the variable such as {@code https://example.com/$(order)}; its sample value is given by
     *     {@link TemplateLayout#withExample}
     * @return the button
     */
    public static Button dynamicUrl(String text, String url) {
        return button(ButtonType.URL)
                .text(Objects.requireNonNull(text, "text"))
                .url(Objects.requireNonNull(url, "url"))
                .urlType(UrlType.DYNAMIC)
                .build();
    }

    /**
     * Plays the video in the header. Viber only, where a button with a video has no address.
     *
     * @param text its label
     * @return the button
     */
    public static Button video(String text) {
        return button(ButtonType.URL).text(Objects.requireNonNull(text, "text")).build();
    }

    /**
     * Calls a number.
     *
     * @param text its label
     * @param phoneNumber the number, with a plus and the country code as in the vendor's examples
     * @return the button
     */
    public static Button phone(String text, String phoneNumber) {
        return button(ButtonType.PHONE_NUMBER)
                .text(Objects.requireNonNull(text, "text"))
                .phoneNumber(Objects.requireNonNull(phoneNumber, "phoneNumber"))
                .build();
    }

    /**
     * Copies a coupon's code.
     *
     * @param couponCode the code, letters and digits; or a variable such as {@code $(couponCode)}
     * @return the button
     */
    public static Button coupon(String couponCode) {
        return button(ButtonType.COPY_CODE)
                .couponCode(Objects.requireNonNull(couponCode, "couponCode"))
                .build();
    }

    /**
     * Opens a WhatsApp Flow at a screen.
     *
     * @param text its label
     * @param flowId the Flow, by its id
     * @param screen the screen, by its id in the Flow
     * @return the button
     */
    public static Button flow(String text, String flowId, String screen) {
        return button(ButtonType.FLOW)
                .text(Objects.requireNonNull(text, "text"))
                .flowId(Objects.requireNonNull(flowId, "flowId"))
                .flowAction(FlowActionType.NAVIGATE)
                .navigateScreen(Objects.requireNonNull(screen, "screen"))
                .build();
    }

    /**
     * Opens a WhatsApp Flow whose endpoint chooses the screen.
     *
     * @param text its label
     * @param flowId the Flow, by its id
     * @return the button
     */
    public static Button flowDataExchange(String text, String flowId) {
        return button(ButtonType.FLOW)
                .text(Objects.requireNonNull(text, "text"))
                .flowId(Objects.requireNonNull(flowId, "flowId"))
                .flowAction(FlowActionType.DATA_EXCHANGE)
                .build();
    }

    /**
     * Opens the product catalogue.
     *
     * @param text its label
     * @return the button
     */
    public static Button catalog(String text) {
        return button(ButtonType.CATALOG)
                .text(Objects.requireNonNull(text, "text"))
                .build();
    }

    /**
     * Shows several products, which are named when sending.
     *
     * @param text its label
     * @return the button
     */
    public static Button products(String text) {
        return button(ButtonType.MPM).text(Objects.requireNonNull(text, "text")).build();
    }

    /**
     * Copies a verification code. {@code AUTHENTICATION} templates only.
     *
     * @param text its label
     * @return the button
     */
    public static Button copyCode(String text) {
        return button(ButtonType.COPY_CODE)
                .text(Objects.requireNonNull(text, "text"))
                .build();
    }

    /**
     * Fills a verification code into an app at one tap. {@code AUTHENTICATION} templates only.
     *
     * @param copyText its label if the app is missing, and the code is copied instead
     * @param autofillText its label if the app is installed
     * @param apps the apps, up to 5
     * @return the button
     * @throws IllegalArgumentException when no app is given
     */
    public static Button oneTap(String copyText, String autofillText, SupportedApp... apps) {
        return filling(ButtonType.ONE_TAP, copyText, autofillText, apps);
    }

    /**
     * Fills a verification code into an app without a tap. {@code AUTHENTICATION} templates only.
     *
     * @param copyText its label if the app is missing, and the code is copied instead
     * @param autofillText its label if the app is installed but cannot fill in the code by itself
     * @param apps the apps, up to 5
     * @return the button
     * @throws IllegalArgumentException when no app is given
     */
    public static Button zeroTap(String copyText, String autofillText, SupportedApp... apps) {
        return filling(ButtonType.ZERO_TAP, copyText, autofillText, apps);
    }

    private static Button filling(ButtonType type, String copyText, String autofillText, SupportedApp... apps) {
        if (apps.length == 0) {
            throw new IllegalArgumentException("apps is empty; give the app that takes the code");
        }
        return button(type)
                .text(Objects.requireNonNull(copyText, "copyText"))
                .autofillText(Objects.requireNonNull(autofillText, "autofillText"))
                .supportedApps(List.of(apps))
                .build();
    }

    /**
     * An app that may take a verification code.
     *
     * @param packageName its package, such as {@code com.example.shop}
     * @param signatureHash the hash of the key it is signed with, as Meta requires it
     * @return the app
     */
    public static SupportedApp app(String packageName, String signatureHash) {
        return SupportedApp.builder()
                .packageName(Objects.requireNonNull(packageName, "packageName"))
                .signatureHash(Objects.requireNonNull(signatureHash, "signatureHash"))
                .build();
    }
}
