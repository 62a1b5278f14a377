package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.cams.content.InteractiveContent;
import io.github.alimsg.cams.content.ReplyButton;
import io.github.alimsg.cams.model.ChannelType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Receipts and replies reach the application, on demand and by themselves")
class ReceiptsTest extends InboxTestCase {
    private static final String TO = "6281234567890";

    private String sendText() {
        return sms.sendMessageToGlobe(m -> m.to(TO).message("Hello")).messageId();
    }

    private String sendButtons() {
        return cams.sendChatappMessage(m -> m.custSpaceId("cams-1")
                        .channelType(ChannelType.WHATSAPP)
                        .from("8613800002222")
                        .to(TO)
                        .content(InteractiveContent.buttons("Coming?", ReplyButton.of("yes-1", "Yes"))))
                .messageId();
    }

    @Test
    void aReceiptChangesTheStateAndIsPosted() throws Exception {
        useWebhook();
        String id = sendButtons();

        JsonNode posted = Page.ok(page.post("/messages/" + id + "/receipts", "{\"state\":\"read\"}"));

        assertThat(posted.path("deliveries").get(0).path("accepted").asBoolean())
                .isTrue();
        assertThat(posted.path("deliveries").get(0).path("kind").asText()).isEqualTo("ChatAppStatus");
        JsonNode receipt = webhook.next();
        assertThat(receipt.path("MessageId").asText()).isEqualTo(id);
        assertThat(receipt.path("Status").asText()).isEqualTo("Read");
        assertThat(page.read("/messages/" + id).path("state").asText()).isEqualTo("read");
        assertThat(page.read("/deliveries").path("deliveries")).hasSize(1);
    }

    @Test
    void aMessageFailsWithACode() throws Exception {
        useWebhook();
        String id = sendText();

        Page.ok(page.post("/messages/" + id + "/receipts", "{\"state\":\"failed\",\"errorCode\":\"E1\",\"times\":2}"));

        assertThat(webhook.next().toString()).contains("E1");
        assertThat(webhook.next().toString()).contains("E1");
        assertThat(page.read("/messages/" + id).path("errorCode").asText()).isEqualTo("E1");
    }

    @Test
    void withoutAWebhookOnlyTheStateChanges() {
        String id = sendText();

        assertThat(Page.ok(page.post("/messages/" + id + "/receipts", "{\"state\":\"delivered\"}"))
                        .path("deliveries"))
                .isEmpty();
        assertThat(page.read("/messages/" + id).path("state").asText()).isEqualTo("delivered");
        assertThat(page.post("/messages/" + id + "/receipts", "{\"state\":\"eaten\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.post("/messages/nobody/receipts", "{\"state\":\"read\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void receiptsComeByThemselves() throws Exception {
        useWebhook();
        Page.ok(page.put("/webhooks", "{\"autoReceipts\":\"1ms\"}"));

        sendButtons();

        assertThat(webhook.next().path("Status").asText()).isEqualTo("Sent");
        assertThat(webhook.next().path("Status").asText()).isEqualTo("Delivered");
        assertThat(webhook.next().path("Status").asText()).isEqualTo("Read");
    }

    @Test
    void receiptsComeTwiceOrNotAtAll() throws Exception {
        useWebhook();
        Page.ok(page.put("/webhooks", "{\"receipts\":\"twice\"}"));
        String id = sendText();
        Page.ok(page.post("/messages/" + id + "/receipts", "{\"state\":\"delivered\"}"));
        assertThat(webhook.next()).isEqualTo(webhook.next());

        Page.ok(page.put("/webhooks", "{\"receipts\":\"lost\"}"));
        Page.ok(page.post("/messages/" + id + "/receipts", "{\"state\":\"delivered\"}"));
        assertThat(webhook.waiting()).isZero();
        assertThat(page.read("/deliveries")
                        .path("deliveries")
                        .get(2)
                        .path("fault")
                        .asText())
                .isEqualTo("lost");
    }

    @Test
    void whatTheApplicationRefusedIsPostedAgain() throws Exception {
        useWebhook();
        webhook.answerWith(500);
        String id = sendText();
        JsonNode refused = Page.ok(page.post("/messages/" + id + "/receipts", "{\"state\":\"delivered\"}"))
                .path("deliveries")
                .get(0);
        assertThat(refused.path("accepted").asBoolean()).isFalse();
        assertThat(refused.path("refusal").asText()).contains("500");
        assertThat(refused.path("next").asText()).isNotEmpty();

        webhook.answerWith(200);
        JsonNode again = Page.ok(
                        page.post("/deliveries/" + refused.path("sequence").asInt() + "/redeliver", "{}"))
                .path("delivery");

        assertThat(again.path("accepted").asBoolean()).isTrue();
        assertThat(again.path("attempt").asInt()).isEqualTo(2);
        assertThat(again.path("sequence")).isEqualTo(refused.path("sequence"));
        assertThat(webhook.next()).isEqualTo(webhook.next());
    }

    @Test
    void aReplyReachesTheApplicationAndTheConversation() throws Exception {
        useWebhook();
        sendButtons();

        Page.ok(page.post("/replies", "{\"from\":\"" + TO + "\",\"text\":\"STOP\"}"));

        assertThat(webhook.next().path("Message").asText()).isEqualTo("STOP");
        JsonNode reply = page.read("/messages?q=stop").path("messages").get(0);
        assertThat(reply.path("direction").asText()).isEqualTo("in");
        assertThat(reply.path("number").asText()).isEqualTo(TO);
        assertThat(reply.path("to").asText()).isEqualTo("8613800002222");
    }

    @Test
    void aButtonIsPressed() throws Exception {
        useWebhook();
        String id = sendButtons();

        Page.ok(page.post("/replies", "{\"from\":\"" + TO + "\",\"inReplyTo\":\"" + id + "\",\"button\":\"Yes\"}"));

        assertThat(webhook.next().toString()).contains("yes-1");
        assertThat(page.post("/replies", "{\"from\":\"" + TO + "\",\"inReplyTo\":\"" + id + "\",\"button\":\"No\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTextMessageIsAnswered() throws Exception {
        useWebhook();
        mainland.sendSms(m -> m.phoneNumbers("13800001111").signName("Acme").templateCode("SMS_1"));

        Page.ok(page.post("/replies", "{\"from\":\"13800001111\",\"text\":\"TD\"}"));

        assertThat(webhook.next().path("content").asText()).isEqualTo("TD");
    }

    @Test
    void aReplyWithoutAWebhookSaysWhatIsMissing() {
        sendButtons();

        assertThat(page.post("/replies", "{\"from\":\"" + TO + "\",\"text\":\"Hi\"}")
                        .body())
                .contains("webhook");
        assertThat(page.post("/replies", "{\"text\":\"Hi\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void receiptsGoToThisComputerOnly() {
        assertThat(page.put("/webhooks", "{\"cams\":\"http://192.0.2.1/\"}").body())
                .contains("--allow-webhook-host");
        assertThat(page.put("/webhooks", "{\"cams\":\"file:///etc/passwd\"}").statusCode())
                .isEqualTo(400);
    }
}
