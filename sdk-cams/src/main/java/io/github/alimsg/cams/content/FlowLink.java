package io.github.alimsg.cams.content;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A button that opens a WhatsApp Flow, as Meta's messages API describes it. Immutable. */
public final class FlowLink extends ContentPart {
    /** The version of the message format that Meta documents. */
    private static final String VERSION = "3";

    private FlowLink(Map<String, Object> members) {
        super(members);
    }

    /**
     * Returns a button that opens a Flow at its first screen.
     *
     * @param flowId the Flow, by its id
     * @param label the button's label; up to 20 characters
     * @return the button
     */
    public static FlowLink of(String flowId, String label) {
        return new FlowLink(object(
                "flow_message_version", VERSION, "flow_id", text("flowId", flowId), "flow_cta", text("label", label)));
    }

    /**
     * Sets a token of your own that the Flow carries, to recognize it later.
     *
     * @param token the token; null for none
     * @return a new button
     */
    public FlowLink withToken(@Nullable String token) {
        return new FlowLink(with(members(), "flow_token", textOrNull("token", token)));
    }

    /**
     * Sets the screen to open.
     *
     * @param screen the screen, by its id in the Flow
     * @return a new button
     */
    public FlowLink withScreen(String screen) {
        return navigating(object("screen", text("screen", screen)));
    }

    /**
     * Sets the screen to open, and the data to show there.
     *
     * @param screen the screen, by its id in the Flow
     * @param data the data, by name; null or empty for none
     * @return a new button
     * @throws IllegalArgumentException when a text in the data is empty, or cut inside a character
     * @throws NullPointerException when a value in the data is null; names it
     */
    public FlowLink withScreen(String screen, @Nullable Map<String, String> data) {
        if (data == null || data.isEmpty()) {
            return withScreen(screen);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            if (value == null) {
                throw new NullPointerException("data must not hold null for '" + name + "'");
            }
            copy.put(text("data", name), text("data", value));
        });
        return navigating(object("screen", text("screen", screen), "data", copy));
    }

    private FlowLink navigating(Map<String, Object> payload) {
        return new FlowLink(with(with(members(), "flow_action", "navigate"), "flow_action_payload", payload));
    }

    /**
     * Lets the Flow's own endpoint choose the screen to open.
     *
     * @return a new button
     */
    public FlowLink withDataExchange() {
        return new FlowLink(with(members(), "flow_action", "data_exchange"));
    }

    /**
     * Marks the Flow as not yet published.
     *
     * @return a new button
     */
    public FlowLink asDraft() {
        return new FlowLink(with(members(), "mode", "draft"));
    }
}
