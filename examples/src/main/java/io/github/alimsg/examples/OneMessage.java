package io.github.alimsg.examples;

import io.github.alimsg.dysms.international.DysmsInternationalClient;

/** One text message, with region and credentials from the environment: the first lines of the README. */
public final class OneMessage {
    private OneMessage() {}

    /**
     * Sends a real message, which somebody pays for.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        // snippet: one-message
        DysmsInternationalClient sms = DysmsInternationalClient.create(); // region and credentials from the environment
        var sent = sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Your parcel has arrived."));
        System.out.println("accepted as " + sent.messageId());
        // end
    }
}
