package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.testing.FakeCloud;
import java.util.Map;

/** The first call: a WhatsApp template message. */
public final class FirstCall {
    private FirstCall() {}

    /**
     * Sends one message to a fake.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cloud.withProduct(CamsClient.PRODUCT);
            send(cams);
        }
    }

    static void send(CamsClient cams) {
        // snippet: first-call
        var sent = cams.sendChatappMessage(m -> m.custSpaceId("cams-8c8d0a1b")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800001111")
                .to("6281234567890")
                .template("order_update", "en", Map.of("name", "Ayu"))
                .taskId("order-4711"));

        System.out.println("accepted as " + sent.messageId() + ", request id " + sent.requestId());
        // end
    }
}
