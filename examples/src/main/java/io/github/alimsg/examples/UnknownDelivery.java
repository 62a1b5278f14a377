package io.github.alimsg.examples;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A send whose reply was lost: looks it up by its own id before sending again. */
public final class UnknownDelivery {
    private UnknownDelivery() {}

    /**
     * Loses a reply from a fake, then looks up the message.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            cloud.when("SendSms").thenCutAfterRequest();
            cloud.when("QuerySendDetails").thenRespond(Reply.json("""
                    {"Code":"OK","TotalCount":"1","SmsSendDetailDTOs":{"SmsSendDetailDTO":[
                      {"OutId":"order-4711","SendStatus":3,"ErrCode":"DELIVERED"}]}}"""));
            System.out.println(sendOnce(sms, "13900001234", Instant.now(), "order-4711"));
        }
    }

    static String sendOnce(DysmsMainlandClient sms, String number, Instant began, String orderId) {
        // snippet: unknown-delivery
        try {
            sms.sendSms(m -> m.phoneNumbers(number)
                    .signName("Acme")
                    .templateCode("SMS_123456")
                    .templateParam(Map.of("code", "482913"))
                    .outId(orderId)); // comes back in receipts and queries; does not prevent duplicates
            return "sent";
        } catch (SdkException e) {
            if (!e.mayHaveTakenEffect()) {
                throw e; // nothing was sent, or the service refused it
            }
        }
        try {
            Optional<FoundMessage> found = sms.lookup().wasSent(orderId, number, began);
            return found.isPresent() ? "found: do not send again" : "not known yet: look again in a minute";
        } catch (SdkException e) { // the look-up failed, which says nothing about the message
            return "not known yet: look again in a minute";
        }
        // end
    }
}
