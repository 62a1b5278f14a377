package io.github.alimsg.examples.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.spring.boot.test.AutoConfigureFakeCloud;
import io.github.alimsg.spring.boot.test.LocalReceipts;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.PostedReceipt;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

@DisplayName("An application with the starter needs handlers of receipts, and nothing else that is not its business")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.config.name=notifier")
@AutoConfigureFakeCloud
class NotifierTest {
    private static final String SMS = "SendMessageToGlobe";
    private static final String CHAT = "SendChatappMessage";

    @Autowired
    FakeCloud cloud;

    @Autowired
    TestRestTemplate http;

    @Autowired
    MeterRegistry meters;

    @Autowired
    LocalReceipts receipts;

    @Test
    void sendsACodeAndReportsTheConversion() throws InterruptedException {
        ResponseEntity<Map<?, ?>> sent = post("/otp", Map.of("phone", "+62 812-3456-7890"));
        assertThat(sent.getStatusCode().value()).isEqualTo(200);
        var call = cloud.received(SMS).get(0);
        assertThat(call.parameter("To")).isEqualTo("6281234567890");
        assertThat(call.parameter("From")).isEqualTo("TOKOKITA");
        String code = call.parameter("Message").replaceAll(".*: ", "");
        Object id = Objects.requireNonNull(sent.getBody()).get("otpId");
        assertThat(post("/otp/verify", Map.of("otpId", id, "code", code))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        cloud.awaitReceived("SmsConversion", 1, Duration.ofSeconds(5));
        assertThat(cloud.received("SmsConversion").get(0).parameter("Delivered"))
                .isEqualTo("true");
        assertThat(meters.get("alimsg.call")
                        .tag("operation", SMS)
                        .tag("outcome", "success")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void aBadNumberIsRefusedBeforeAnythingIsSent() {
        assertThat(post("/otp", Map.of("phone", "abc")).getStatusCode().value()).isEqualTo(400);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void aLostAnswerIs202AndNotRepeated() {
        cloud.when(SMS).thenCutAfterRequest();
        assertThat(post("/otp", Map.of("phone", "+62 812-3456-7890"))
                        .getStatusCode()
                        .value())
                .isEqualTo(202);
        assertThat(cloud.receivedCount(SMS)).isEqualTo(1);
    }

    @Test
    void aQuotaIs429() {
        cloud.when(SMS).thenBusinessFailure("isv.BUSINESS_LIMIT_CONTROL", "too many");
        assertThat(post("/otp", Map.of("phone", "+62 812-3456-7890"))
                        .getStatusCode()
                        .value())
                .isEqualTo(429);
    }

    @Test
    void whatsappThenReceipts() {
        assertThat(notifyOrder("o-1", "6281234567891")).isEqualTo("WHATSAPP_ACCEPTED");
        assertThat(deliver("cams", "ChatAppStatus")).isNotEmpty().allMatch(PostedReceipt::accepted);
        assertThat(state("o-1")).isEqualTo("READ");
    }

    @Test
    void refusedFallsBackToSms() {
        cloud.when(CHAT).thenBusinessFailure("Product.Unsubscript", "not subscribed");
        assertThat(notifyOrder("o-2", "6281234567892")).isEqualTo("SMS_ACCEPTED");
        assertThat(cloud.received(SMS).get(0).parameter("TaskId")).isEqualTo("o-2");
        assertThat(deliver("sms-international", "GlobeSmsReport")).isNotEmpty().allMatch(PostedReceipt::accepted);
        assertThat(state("o-2")).isEqualTo("DELIVERED");
    }

    @Test
    void failedReceiptFallsBackToSms() {
        notifyOrder("o-3", "6281234567893");
        cloud.receipts().fail("6281234567893", "131026");
        deliver("cams", "ChatAppStatus");
        assertThat(cloud.receivedCount(SMS)).isEqualTo(1);
        assertThat(state("o-3")).isIn("SMS_ACCEPTED", "SENT");
    }

    @Test
    void unknownDoesNotFallBack() {
        cloud.when(CHAT).thenCutAfterRequest();
        assertThat(notifyOrder("o-4", "6281234567894")).isEqualTo("UNKNOWN");
        assertThat(cloud.receivedCount(SMS)).isZero();
        deliver("cams", "ChatAppStatus");
        assertThat(state("o-4")).isEqualTo("READ");
    }

    private List<PostedReceipt> deliver(String product, String kind) {
        return cloud.receipts()
                .deliver(receipts.path(product), d -> d.only(kind).shuffled(7).twice());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<?, ?>> post(String path, Map<String, ?> body) {
        return (ResponseEntity) http.postForEntity(path, body, Map.class);
    }

    private String notifyOrder(String id, String phone) {
        Map<?, ?> body = http.postForObject("/orders/{id}/notify?phone={phone}", null, Map.class, id, phone);
        return String.valueOf(body.get("state"));
    }

    private String state(String id) {
        return String.valueOf(http.getForObject("/orders/{id}", Map.class, id).get("state"));
    }
}
