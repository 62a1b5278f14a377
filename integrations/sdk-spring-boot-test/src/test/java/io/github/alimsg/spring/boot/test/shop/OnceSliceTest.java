package io.github.alimsg.spring.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest;
import io.github.alimsg.once.Once;
import io.github.alimsg.spring.boot.once.OnceOutbox;
import io.github.alimsg.spring.boot.test.AlimsgTest;
import io.github.alimsg.testing.FakeCloud;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("A slice with idempotency keys has the application's database")
@AlimsgTest(
        properties = {
            "alimsg.once.enabled=true",
            "spring.datasource.url=jdbc:h2:mem:slice",
            "spring.sql.init.schema-locations=classpath:io/github/alimsg/once/jdbc/h2.sql"
        })
class OnceSliceTest {
    @Test
    void aKeyIsSentOnce(@Autowired Once once, @Autowired DysmsInternationalClient sms, FakeCloud cloud) {
        SendMessageToGlobeRequest request = SendMessageToGlobeRequest.builder()
                .to(Notifier.NUMBER)
                .message("Shipped.")
                .build();
        once.send("order-1/shipped", sms, DysmsInternationalClient::sendMessageToGlobe, request);
        once.send("order-1/shipped", sms, DysmsInternationalClient::sendMessageToGlobe, request);
        assertThat(cloud.receivedCount(Notifier.SMS)).isEqualTo(1);
    }

    @Test
    void theOutboxJoinsTransactions(@Autowired OnceOutbox outbox, @Autowired TransactionTemplate transactions) {
        transactions.executeWithoutResult(status -> outbox.enqueue("order-2/shipped", Notifier.SMS));
    }
}
