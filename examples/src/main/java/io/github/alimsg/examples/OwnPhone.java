package io.github.alimsg.examples;

import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import java.util.Objects;

/** The first message to the live service: to a phone of your own, and what became of it. */
public final class OwnPhone {
    private OwnPhone() {}

    static void tryOut(DysmsInternationalClient sms, String ownPhone) {
        // snippet: own-phone
        var sent = sms.sendMessageToGlobe(m -> m.to(ownPhone).message("Hello from staging."));
        String id = Objects.requireNonNull(sent.messageId());
        System.out.println("accepted as " + id + ", request id " + sent.requestId());
        var found = sms.queryMessage(q -> q.messageId(id)); // once the phone has shown it
        System.out.println("status " + found.status()); // 1: sent, 2: failed, 3: on its way
        // end
    }

    /**
     * Sends to the service that the environment names, if a number is given; otherwise to a fake.
     *
     * @param arguments your own number, or nothing
     */
    public static void main(String... arguments) {
        if (arguments.length == 1) {
            try (DysmsInternationalClient sms = DysmsInternationalClient.create()) {
                tryOut(sms, arguments[0]);
            }
            return;
        }
        try (FakeCloud cloud = FakeCloud.start();
                DysmsInternationalClient sms =
                        cloud.configure(DysmsInternationalClient.builder()).build()) {
            tryOut(sms, "6281234567890");
        }
    }
}
