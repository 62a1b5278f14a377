package io.github.alimsg.spring.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.spring.boot.test.AutoConfigureFakeCloud;
import io.github.alimsg.spring.boot.test.LocalReceipts;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.PostedReceipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@DisplayName("A whole application is tested with the fake, and its receipts come back to it")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"alimsg.receipts.path=/hooks/s3cret", "server.servlet.context-path=/shop"})
@AutoConfigureFakeCloud
class WholeApplicationTest {
    @Autowired
    Notifier notifier;

    @Autowired
    Reports reports;

    @Autowired
    LocalReceipts receipts;

    @BeforeEach
    void forget() {
        reports.handled.clear();
    }

    @Test
    void receiptsOfWhatWasSentReachTheHandlers(FakeCloud cloud) {
        notifier.shipped("order-1");
        assertThat(cloud.receivedCount(Notifier.SMS)).isEqualTo(1);

        assertThat(receipts.deliver()).isNotEmpty().allMatch(PostedReceipt::accepted);

        assertThat(reports.handled).containsOnly("order-1");
        assertThat(receipts.deliver()).as("what waits").isEmpty();
    }

    @Test
    void theFakeDeliversToAPathInAnotherWayWhenItIsTold(FakeCloud cloud) {
        notifier.shipped("order-2");
        assertThat(cloud.receipts().deliver(receipts.path("sms-international"), d -> d.twice()))
                .hasSize(2)
                .allMatch(PostedReceipt::accepted);
        assertThat(reports.handled).containsOnly("order-2");
    }

    @Test
    void receiptsOfEveryProductAreDelivered(FakeCloud cloud) {
        notifier.shipped("order-3");
        cloud.receipts().chatReply(Notifier.NUMBER, "8613800001111", "Thanks").smsReply("13800001111", "TD");
        cloud.receipts().add("SmsReport", "{\"odd\":\"report\"}").add("ChatAppStatus", "{\"odd\":\"status\"}");

        assertThat(receipts.deliver()).hasSize(5).allMatch(PostedReceipt::accepted);

        assertThat(reports.handled).containsOnly("order-3");
        assertThat(cloud.receipts()).asString().contains("0 waiting, 0 refused");
    }
}
