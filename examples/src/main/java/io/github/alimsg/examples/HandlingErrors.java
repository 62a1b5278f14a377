package io.github.alimsg.examples;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest;
import io.github.alimsg.testing.FakeCloud;

/** What to do about a failed send. */
public final class HandlingErrors {
    private HandlingErrors() {}

    /**
     * Sends four messages to a fake, which fails three of them.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                DysmsInternationalClient sms =
                        cloud.configure(DysmsInternationalClient.builder()).build()) {
            cloud.when("SendMessageToGlobe")
                    .thenBusinessFailure("isv.BUSINESS_LIMIT_HOUR", "too many messages to this number")
                    .thenBusinessFailure("AMOUNT_NOT_ENOUGH", "top up")
                    .thenCutAfterRequest()
                    .thenSucceed();
            var request = SendMessageToGlobeRequest.builder()
                    .to("6281234567890")
                    .message("Your order is on its way")
                    .taskId("order-4711")
                    .build();
            for (int i = 0; i < 4; i++) {
                System.out.println(send(sms, request));
            }
        }
    }

    static String send(DysmsInternationalClient sms, SendMessageToGlobeRequest request) {
        // snippet: errors
        try {
            return "sent: " + sms.sendMessageToGlobe(request).messageId();
        } catch (QuotaException e) {
            return "quota used up: send again after " + e.retryNotBefore();
        } catch (ThrottledException e) {
            return "too many calls: nothing was sent; send again in " + e.retryAfter();
        } catch (ServiceException e) {
            return e.kind() == ErrorKind.BALANCE ? "top up the account" : "refused: " + e.code();
        } catch (TransportException e) {
            return e.delivery() == Delivery.NOT_SENT
                    ? "nothing was sent: safe to send later"
                    : "may have been sent: wait for the receipt of order-4711 before sending again";
        } catch (SdkException e) {
            return "failed: " + e.getMessage();
        }
        // end
    }

    /** What to log for the vendor's support: nothing personal. */
    static String forSupport(ServiceException e) {
        String page = e.helpUrl() == null ? "" : ", see " + e.helpUrl();
        return e.operation() + ": " + e.code() + ", request id " + e.requestId() + page;
    }
}
