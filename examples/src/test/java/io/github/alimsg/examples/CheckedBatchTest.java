package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checked batch names its bad row and sends the others. */
@ExtendWith(FakeCloudExtension.class)
class CheckedBatchTest {
    @Test
    void theBadRowIsNamedAndTheOtherIsSent(FakeCloud cloud) {
        cloud.templates().addSms("SMS_123456", "Your code is ${code}", Map.of("code", "numberCaptcha"));
        try (DysmsMainlandClient sms =
                cloud.configure(DysmsMainlandClient.builder()).build()) {
            assertThat(CheckedBatch.send(
                            sms,
                            List.of(
                                    SmsRecipient.of("13900000001", "Acme", Map.of("code", "x")),
                                    SmsRecipient.of("13900000002", "Acme", Map.of("code", "4829")))))
                    .containsExactly("REFUSED, correct {code=1 character, numberCaptcha takes 4 to 6}", "ACCEPTED");
        }
    }
}
