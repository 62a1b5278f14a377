package io.github.alimsg.examples;

import io.github.alimsg.core.error.Disposition;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One-time codes by text message: what to tell the person, and what to tell the service afterwards. */
public final class SignInCodes {
    private SignInCodes() {}

    static String send(DysmsInternationalClient sms, String number, String code, String attempt) {
        // snippet: code-send
        try {
            sms.sendMessageToGlobe(
                    m -> m.to(number).message("Your code is " + code).taskId(attempt));
            return "We have sent you a code.";
        } catch (QuotaException e) {
            return "Too many codes for this number. Try again later, or sign in another way."; // after retryNotBefore()
        } catch (SdkException e) {
            return switch (Disposition.of(e)) {
                case UNKNOWN -> "Your code should arrive in a moment."; // perhaps it does: don't send it again
                case REFUSED -> "We can't reach this number. Sign in another way.";
                case NOT_SENT -> "Please try again in a moment.";
            };
        }
        // end
    }

    static void report(DysmsInternationalClient sms, Executor later, String messageId, String number, boolean entered) {
        // snippet: code-report
        later.execute(() -> {
            try {
                sms.smsConversion(c -> c.messageId(messageId).to(number).delivered(entered));
            } catch (SdkException e) {
                System.err.println(e.getMessage()); // a lost report harms nobody: no alarm, no second try
            }
        });
        // end
    }

    /**
     * Sends codes through a fake, one of which has no reply, and reports one as used.
     *
     * @param arguments none
     * @throws InterruptedException when the thread is interrupted
     */
    public static void main(String... arguments) throws InterruptedException {
        ExecutorService later = Executors.newSingleThreadExecutor();
        try (FakeCloud cloud = FakeCloud.start();
                DysmsInternationalClient sms =
                        cloud.configure(DysmsInternationalClient.builder()).build()) {
            System.out.println(send(sms, "6281234567890", "482913", "sign-in/1"));
            report(sms, later, "1008030300532", "6281234567890", true);
            later.shutdown();
            later.awaitTermination(1, TimeUnit.MINUTES);
            cloud.when("SendMessageToGlobe").thenCutAfterRequest();
            System.out.println(send(sms, "6281234567890", "193847", "sign-in/2"));
            System.out.println("reports: " + cloud.receivedCount("SmsConversion"));
        }
    }
}
