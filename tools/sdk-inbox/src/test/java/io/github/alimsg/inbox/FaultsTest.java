package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Faults are switched on and off, and what is on is told")
class FaultsTest extends InboxTestCase {
    private void send(String to) {
        sms.withOptions(o -> o.timeout(Duration.ofSeconds(5)))
                .sendMessageToGlobe(m -> m.to(to).message("Hello"));
    }

    private JsonNode put(String faults) {
        return Page.ok(page.put("/faults", "{\"faults\":[" + faults + "]}")).path("faults");
    }

    @Test
    void aFaultMeetsTheCallsItIsMeantFor() {
        put("{\"kind\":\"businessError\",\"number\":\"62811\",\"next\":2,\"parameters\":{\"code\":\"NO_MONEY\"}}");

        send("6289999999999");
        assertThatThrownBy(() -> send("6281111111111"))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.code()).isEqualTo("NO_MONEY"));

        JsonNode on = page.read("/faults").path("faults").get(0);
        assertThat(on.path("id").asText()).isEqualTo("f1");
        assertThat(on.path("applied").asInt()).isEqualTo(1);
        assertThat(on.path("next").asInt()).isEqualTo(1);
        assertThat(page.read("/requests/2").path("fault").asText()).isEqualTo("businessError");

        assertThatThrownBy(() -> send("6281111111111")).isInstanceOf(ServiceException.class);
        assertThat(page.read("/faults").path("faults")).isEmpty();
        send("6281111111111");
    }

    @Test
    void anEmptyListSwitchesAllOff() {
        put("{\"kind\":\"offline\"}");
        assertThatThrownBy(() -> send("6281234567890")).isInstanceOf(TransportException.class);

        assertThat(put("")).isEmpty();

        send("6281234567890");
    }

    @Test
    void everyKindThatIsListedCanBeSwitchedOn() {
        for (JsonNode kind : page.read("/faults/kinds").path("kinds")) {
            String name = kind.path("kind").asText();
            assertThat(put("{\"kind\":\"" + name + "\"}")).as(name).hasSize(1);
            assertThat(page.read("/faults").path("faults").get(0).path("kind").asText())
                    .isEqualTo(name);
        }
        put("{\"kind\":\"quotaHour\"}");
        assertThatThrownBy(() -> send("6281234567890")).isInstanceOf(QuotaException.class);
    }

    @Test
    void aWrongFaultSaysWhatIsWrongAndChangesNothing() {
        put("{\"kind\":\"stall\"}");

        assertThat(page.put("/faults", "{\"faults\":[{\"kind\":\"earthquake\"}]}")
                        .body())
                .contains("loseAnswer");
        assertThat(page.put("/faults", "{\"faults\":[{\"kind\":\"throttle\",\"probability\":2}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.put("/faults", "{}").statusCode()).isEqualTo(400);

        assertThat(page.read("/faults").path("faults").get(0).path("kind").asText())
                .isEqualTo("stall");
    }

    @Test
    void receiptsThatGetLostAreAFaultToo() {
        put("{\"kind\":\"receiptsLost\"}");

        assertThat(page.read("/webhooks").path("receipts").asText()).isEqualTo("lost");
        put("");
        assertThat(page.read("/webhooks").path("receipts").asText()).isEqualTo("inOrder");
    }
}
