package io.github.alimsg.examples.orders;

import io.github.alimsg.spring.boot.test.AutoConfigureFakeCloud;
import io.github.alimsg.spring.boot.test.LocalReceipts;
import io.github.alimsg.testing.FakeCloud;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;

/** The whole application at a port of its own, with FakeCloud in place of the service. Its worker runs when asked. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ALIMSG_HOOK_SECRET=s3cret", "shop.worker-delay=1d"})
@AutoConfigureFakeCloud
abstract class ApplicationTest {
    static final String CHAT = "SendChatappMessage";
    static final String SMS = "SendMessageToGlobe";

    @Autowired
    FakeCloud cloud;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    @Autowired
    LocalReceipts receipts;

    long place(String phone) {
        return Objects.requireNonNull(
                        order(http.postForEntity("/orders", Map.of("item", "Coffee", "phone", phone), OrderView.class)))
                .id();
    }

    OrderView ship(long id) {
        return order(http.postForEntity("/orders/{id}/ship", null, OrderView.class, id));
    }

    OrderView order(long id) {
        return order(http.getForEntity("/orders/{id}", OrderView.class, id));
    }

    private static OrderView order(ResponseEntity<OrderView> response) {
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new AssertionError(response.getStatusCode());
        }
        return Objects.requireNonNull(response.getBody());
    }

    void deliverReceipts() {
        receipts.deliver();
    }
}
