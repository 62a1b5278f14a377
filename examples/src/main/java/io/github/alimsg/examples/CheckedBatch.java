package io.github.alimsg.examples;

import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.dysms.mainland.SmsTemplates;
import io.github.alimsg.testing.FakeCloud;
import java.util.List;
import java.util.Map;

/** Sends a batch whose values are checked first, so that one bad row does not refuse the others. */
public final class CheckedBatch {
    private CheckedBatch() {}

    /**
     * Sends to three people, one of them with a code that is too long, through a fake that knows the template.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            cloud.templates().addSms("SMS_123456", "Your code is ${code}", Map.of("code", "numberCaptcha"));
            send(
                            sms,
                            List.of(
                                    SmsRecipient.of("+86 139 0000 0001", "Acme", Map.of("code", "4829")),
                                    SmsRecipient.of("+86 139 0000 0002", "Acme", Map.of("code", "48291333")),
                                    SmsRecipient.of("+86 139 0000 0003", "Acme", Map.of("code", "7710"))))
                    .forEach(System.out::println);
        }
    }

    /** Returns a line for each recipient. */
    static List<String> send(DysmsMainlandClient sms, List<SmsRecipient> recipients) {
        SmsTemplates templates = SmsTemplates.of(sms); // in an application: once, beside the client
        BatchResult<SmsRecipient> result =
                sms.batches().check(templates).sendBatchSms(b -> b.templateCode("SMS_123456"), recipients);
        return result.outcomes().stream().map(CheckedBatch::line).toList();
    }

    private static String line(Outcome<SmsRecipient> outcome) {
        return outcome.failure() instanceof TemplateMismatchException mismatch
                ? outcome.status() + ", correct " + mismatch.problems()
                : outcome.status().toString();
    }
}
