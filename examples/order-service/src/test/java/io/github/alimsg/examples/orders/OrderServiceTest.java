package io.github.alimsg.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.testing.SentMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

@DisplayName("An order's customer is told once, and receipts move its state")
class OrderServiceTest extends ApplicationTest {
    @Test
    void aShippedOrderIsToldByWhatsAppAndReceiptsMoveItsState() {
        long id = place("+62 812-3456-7801");
        assertThat(ship(id).state()).isEqualTo(OrderState.NOTIFIED);

        SentMessage message = cloud.messages().to("6281234567801").get(0);
        assertThat(message.template()).isEqualTo("order_shipped");
        assertThat(message.values()).isEqualTo(Map.of("order", String.valueOf(id)));
        assertThat(message.ownId()).isEqualTo("order-" + id + "/shipped/whatsapp");

        deliverReceipts();
        assertThat(order(id).state()).isEqualTo(OrderState.READ);
        assertThat(order(id).whatsapp()).isEqualTo(MessageState.READ);
    }

    @Test
    void receiptsInAnyOrderAndTwiceLeadToTheSameState() {
        long id = place("+62 812-3456-7802");
        ship(id);
        cloud.receipts().deliver(receipts.path("cams"), d -> d.shuffled(7).twice());
        assertThat(order(id).state()).isEqualTo(OrderState.READ);
    }

    @Test
    void shippingTwiceTellsOnce() {
        long id = place("+62 812-3456-7803");
        ship(id);
        ship(id);
        assertThat(cloud.messages().to("6281234567803")).hasSize(1);
    }

    @Test
    void receiptsWithoutTheSecretAreNotTaken() {
        ResponseEntity<String> response = http.postForEntity("/hooks/guessed/cams", "[]", String.class);
        assertThat(response.getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void aNumberThatIsNoneIsRefusedBeforeAnythingIsSent() {
        for (String phone : List.of("abc", "0812")) {
            ResponseEntity<String> response =
                    http.postForEntity("/orders", Map.of("item", "Coffee", "phone", phone), String.class);
            assertThat(response.getStatusCode().value()).isEqualTo(400);
            assertThat(response.getBody()).doesNotContain(phone);
        }
        assertThat(http.postForEntity("/orders", Map.of("item", "Coffee"), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void thePageHearsOfEveryChange() throws Exception {
        HttpResponse<Stream<String>> events = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders/events"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        Iterator<String> lines = events.body().iterator();
        assertThat(lines.next()).isEqualTo(":open");
        ship(place("+62 812-3456-7804"));
        assertThat(next(lines)).contains("\"state\":\"PLACED\"", "…804").doesNotContain("812");
        assertThat(next(lines)).contains("\"state\":\"SHIPPED\"");
        assertThat(next(lines)).contains("\"whatsapp\":\"ACCEPTED\"");
        assertThat(next(lines)).contains("\"state\":\"NOTIFIED\"");
        events.body().close();
    }

    private static String next(Iterator<String> lines) {
        String line = lines.next();
        return line.startsWith("data:") ? line : next(lines);
    }

    @Test
    void thePageMayLoadNothingFromElsewhere() {
        ResponseEntity<String> page = http.getForEntity("/", String.class);
        assertThat(page.getBody()).contains("orders.js");
        assertThat(page.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void metricsShowCallsAndReceiptsWithoutNumbers() {
        ship(place("+62 812-3456-7805"));
        deliverReceipts();
        String metrics = http.getForObject("/actuator/prometheus", String.class);
        assertThat(metrics)
                .containsPattern("alimsg_call_seconds_count\\{.*operation=\"SendChatappMessage\".*outcome=\"success\"")
                .contains("alimsg_receipts")
                .doesNotContain("6281234567805")
                .doesNotContain("s3cret");
    }
}
