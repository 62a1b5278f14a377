package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every order is in the report once, with its outcome. */
@ExtendWith(FakeCloudExtension.class)
class OrderMessagesTest {
    @Test
    void everyOrderIsReportedOnce(FakeCloud cloud) {
        cloud.when("SendBatchSms")
                .thenSucceedWith(Map.of("BizId", "b1"))
                .thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "no such number")
                .thenCutAfterRequest();
        List<String> lines = IntStream.range(0, 350)
                .mapToObj(i -> "A" + i + ";" + (i == 7 ? "none" : "139 0000 " + (1000 + i)) + ";Ann")
                .toList();
        try (DysmsMainlandClient sms =
                cloud.configure(DysmsMainlandClient.builder()).build()) {
            Map<String, List<String>> report = OrderMessages.send(sms, lines);

            assertThat(report.get("no phone number")).containsExactly("A7");
            assertThat(report.get("accepted, id b1")).hasSize(100).contains("A0", "A100");
            assertThat(report.get("refused: correct and send again")).hasSize(100);
            assertThat(report.get("perhaps sent: look it up before sending again"))
                    .hasSize(100);
            assertThat(report.get("not sent: send again")).hasSize(49).contains("A349");
        }
    }
}
