package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Receipts come by queue as the service puts them there")
class QueueReceiptsTest extends QueueTestCase {
    private List<JsonNode> received() throws Exception {
        List<JsonNode> receipts = new ArrayList<>();
        for (String body : get(MANY).all("MessageBody")) {
            byte[] json = Base64.getDecoder().decode(body);
            receipts.add(new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8)));
        }
        return receipts;
    }

    @Test
    void aReceiptIsOneJsonObjectInBase64() throws Exception {
        FakeReceipt text = cloud.receipts().smsText("13900000000", "TD");
        queue.put(text, cloud.receipts().chatText("6281234567890", "6281100000001", "hi"));

        List<JsonNode> received = received();

        assertThat(received).hasSize(2).allMatch(JsonNode::isObject);
        assertThat(received.get(0)).isEqualTo(new ObjectMapper().readTree(text.body()));
        assertThat(received.get(1).path("From").asText()).isEqualTo("6281234567890");
    }

    @Test
    void anInternationalReportDoesNotNameItsTask() throws Exception {
        FakeReceipt report =
                cloud.receipts().of("GlobeSmsReport", "{\"To\":\"1\",\"TaskId\":\"t\",\"MessageId\":\"m\"}");
        queue.put(report);

        assertThat(received()).singleElement().hasToString("{\"To\":\"1\",\"MessageId\":\"m\"}");
        assertThat(report.body()).as("as it is posted").contains("TaskId");
    }

    @Test
    void onTheChinaSiteItsFieldsHaveOtherNames() throws Exception {
        FakeQueue china = cloud.queue("Alicom-Queue-1-GlobeSmsReport");
        china.put(cloud.receipts()
                .of(
                        "GlobeSmsReport",
                        "{\"To\":\"1\",\"Status\":\"1\",\"TaskId\":\"t\",\"SmsSize\":\"1\",\"MessageId\":\"m\"}"));

        assertThat(china.messages().get(0).decodedBody())
                .isEqualTo("{\"to\":\"1\",\"status\":\"1\",\"message_id\":\"m\"}");
    }

    @Test
    void whatWaitsIsDeliveredOneReceiptAMessage() throws Exception {
        cloud.receipts()
                .smsReply("13900000000", "one")
                .smsReply("13900000001", "two")
                .chatReply("6281234567890", "6281100000001", "hi");

        assertThat(cloud.receipts().deliver(queue, d -> d.only("SmsUp").twice().inBatchesOf(10)))
                .isEqualTo(4);

        assertThat(received())
                .extracting(receipt -> receipt.path("content").asText())
                .containsExactly("one", "one", "two", "two");
        assertThat(cloud.receipts().deliver(queue)).as("the other kind").isEqualTo(1);
        assertThat(cloud.receipts().deliver(queue)).isZero();
    }
}
