package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.cams.TemplateButtons;
import io.github.alimsg.cams.TemplateLayout;
import io.github.alimsg.cams.content.InteractiveContent;
import io.github.alimsg.cams.content.ListRow;
import io.github.alimsg.cams.content.ListSection;
import io.github.alimsg.cams.content.MessageContent;
import io.github.alimsg.cams.content.ReplyButton;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.TemplateCategory;
import io.github.alimsg.cams.model.TemplateType;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.dysms.mainland.model.SmsTemplateType;
import io.github.alimsg.testing.Fault;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Messages are shown as their recipients see them")
class MessagesTest extends InboxTestCase {
    private static final String TO = "6281234567890";

    private JsonNode newest() {
        JsonNode messages = page.read("/messages").path("messages");
        return messages.get(messages.size() - 1);
    }

    @Test
    void aTextMessageHasItsSegmentsAndCode() {
        sms.sendMessageToGlobe(
                m -> m.to(TO).from("Acme").message("Your code is 482913").taskId("order-4711"));

        JsonNode message = newest();
        assertThat(message.path("text").asText()).isEqualTo("Your code is 482913");
        assertThat(message.path("otp").asText()).isEqualTo("482913");
        assertThat(message.path("segments").path("encoding").asText()).isEqualTo("GSM-7");
        assertThat(message.path("segments").path("count").asInt()).isEqualTo(1);
        assertThat(message.path("number").asText()).isEqualTo(TO);
        assertThat(message.path("sender").asText()).isEqualTo("Acme");
        assertThat(message.path("ownId").asText()).isEqualTo("order-4711");
        assertThat(message.path("state").asText()).isEqualTo("accepted");

        JsonNode one = page.read("/messages/" + message.path("id").asText());
        assertThat(one.path("request").path("parameters").path("To").asText()).isEqualTo(TO);
        assertThat(one.path("request").path("signature").path("right").asBoolean())
                .isTrue();
        assertThat(one.path("request").path("answer").asText())
                .contains(one.path("serviceId").asText());
    }

    @Test
    void aTemplateIsRenderedOnceItsTextIsKnown() {
        mainland.sendSms(m -> m.phoneNumbers("13800001111")
                .signName("Acme")
                .templateCode("SMS_1")
                .templateParam(Map.of("code", "4829", "extra", "x")));
        assertThat(newest().has("text")).isFalse();
        assertThat(newest().path("otp").asText()).isEqualTo("4829");
        assertThat(newest().path("signName").asText()).isEqualTo("Acme");

        Page.ok(page.put("/templates", """
                {"templates":[{"product":"sms-mainland","code":"SMS_1","text":"验证码${code}，${minutes}分钟"}]}"""));

        JsonNode message = newest();
        assertThat(message.path("text").asText()).isEqualTo("验证码4829，${minutes}分钟");
        assertThat(message.path("missing")).hasSize(1).first().hasToString("\"minutes\"");
        assertThat(message.path("superfluous")).hasSize(1).first().hasToString("\"extra\"");
        assertThat(message.path("segments").path("encoding").asText()).isEqualTo("UCS-2");
    }

    @Test
    void aTemplateThatIsCreatedByApiIsRendered() {
        String code = mainland.createSmsTemplate(t -> t.templateName("Sign in")
                        .templateContent("Your code is ${code}")
                        .templateType(SmsTemplateType.VERIFICATION_CODE)
                        .remark("Sign in"))
                .templateCode();
        mainland.sendSms(m -> m.phoneNumbers("13800001111")
                .signName("Acme")
                .templateCode(code)
                .templateParam(Map.of("code", "4829")));
        assertThat(newest().path("text").asText()).isEqualTo("Your code is 4829");

        mainland.updateSmsTemplate(t -> t.templateCode(code)
                .templateName("Sign in")
                .templateContent("${code} is your code")
                .templateType(SmsTemplateType.VERIFICATION_CODE)
                .remark("Sign in"));
        assertThat(newest().path("text").asText()).isEqualTo("4829 is your code");

        mainland.deleteSmsTemplate(t -> t.templateCode(code));
        assertThat(newest().has("text")).isFalse();
        assertThat(page.read("/templates").path("templates")).isEmpty();
    }

    @Test
    void aChatTemplateThatIsCreatedByApiIsRendered() {
        TemplateLayout layout = TemplateLayout.body("Hi $(name), your parcel has arrived.")
                .withExample("name", "Ayu")
                .withButtons(TemplateButtons.quickReply("Where is it?"));
        String code = cams.createChatappTemplate(t -> layout.addTo(t)
                        .custSpaceId("cams-1")
                        .name("parcel")
                        .language("en")
                        .category(TemplateCategory.UTILITY)
                        .templateType(TemplateType.WHATSAPP))
                .data()
                .templateCode();
        cams.sendChatappMessage(m -> m.custSpaceId("cams-1")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800002222")
                .to(TO)
                .template(code, "en", Map.of("name", "Budi")));

        assertThat(newest().path("text").asText()).isEqualTo("Hi Budi, your parcel has arrived.");
        assertThat(newest().at("/parts/buttons/0/text").asText()).isEqualTo("Where is it?");
        assertThat(page.read("/templates").path("templates")).hasSize(1);
    }

    @Test
    void aTemplateThatIsRefusedIsNotTakenOver() {
        cloud.faults(List.of(Fault.businessError("isv.SMS_CONTENT_ILLEGAL", "no")));
        assertThatThrownBy(() -> mainland.createSmsTemplate(t -> t.templateName("Sign in")
                        .templateContent("Your code is ${code}")
                        .templateType(SmsTemplateType.VERIFICATION_CODE)
                        .remark("Sign in")))
                .isInstanceOf(ServiceException.class);

        assertThat(page.read("/templates").path("templates")).isEmpty();
    }

    @Test
    void aChatMessageHasItsParts() {
        cams.sendChatappMessage(m -> m.custSpaceId("cams-1")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800002222")
                .to(TO)
                .content(InteractiveContent.buttons("Coming *tomorrow*?", ReplyButton.of("yes", "Yes"))
                        .withHeader("Parcel")
                        .withFooter("Acme")));

        JsonNode parts = newest().path("parts");
        assertThat(newest().path("channel").asText()).isEqualTo("whatsapp");
        assertThat(parts.path("header").path("text").asText()).isEqualTo("Parcel");
        assertThat(parts.path("body").asText()).isEqualTo("Coming *tomorrow*?");
        assertThat(parts.path("footer").asText()).isEqualTo("Acme");
        assertThat(parts.path("buttons").get(0).path("payload").asText()).isEqualTo("yes");

        cams.sendChatappMessage(m -> m.custSpaceId("cams-1")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800002222")
                .to(TO)
                .content(InteractiveContent.list(
                        "Which day?", "Choose", ListSection.of("Days", ListRow.of("mo", "Monday")))));
        JsonNode row = newest().path("parts")
                .path("list")
                .path("sections")
                .get(0)
                .path("rows")
                .get(0);
        assertThat(row.path("title").asText()).isEqualTo("Monday");

        cams.sendChatappMessage(m -> m.custSpaceId("cams-1")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800002222")
                .to(TO)
                .content(MessageContent.location(-6.2, 106.8).withName("Acme")));
        assertThat(newest().path("parts").path("location").path("latitude").asDouble())
                .isEqualTo(-6.2);
    }

    @Test
    void theSameOwnIdTwiceIsFlagged() {
        for (int i = 0; i < 2; i++) {
            sms.sendMessageToGlobe(m -> m.to(TO).message("Hello").taskId("order-4711"));
        }
        sms.sendMessageToGlobe(m -> m.to(TO).message("Hello"));
        sms.sendMessageToGlobe(m -> m.to(TO).message("Hello"));

        JsonNode messages = page.read("/messages").path("messages");
        assertThat(messages.get(1).path("duplicateOf"))
                .isEqualTo(messages.get(0).path("id"));
        assertThat(messages.get(3).has("duplicateOf")).isFalse();
        assertThat(page.read("/requests")
                        .path("requests")
                        .get(1)
                        .path("attempt")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void messagesAreSearchedAndPaged() {
        for (int i = 0; i < 5; i++) {
            String text = "parcel " + i;
            sms.sendMessageToGlobe(m -> m.to(TO).message(text));
        }
        assertThat(page.read("/messages?q=%22parcel%203%22").path("messages")).hasSize(1);
        assertThat(page.read("/messages?to=%2B62%20812-3456-7890&op=SendMessageToGlobe")
                        .path("messages"))
                .hasSize(5);
        JsonNode first = page.read("/messages?after=0&limit=2");
        assertThat(first.path("messages")).hasSize(2);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(page.read("/messages?limit=2&before=3")
                        .path("messages")
                        .get(0)
                        .path("sequence")
                        .asInt())
                .isEqualTo(1);
        assertThat(page.get("/messages?q=before:noon").statusCode()).isEqualTo(400);
        assertThat(page.get("/messages?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void anEndToEndTestWaitsForTheNextMessageAndForACode() throws Exception {
        CompletableFuture<JsonNode> next =
                CompletableFuture.supplyAsync(() -> page.read("/messages/next?after=0&to=" + TO + "&wait=10s"));
        CompletableFuture<JsonNode> code =
                CompletableFuture.supplyAsync(() -> page.read("/otp?to=" + TO + "&wait=10s"));
        sms.sendMessageToGlobe(m -> m.to("6289999999999").message("Your code is 1111"));
        sms.sendMessageToGlobe(m -> m.to(TO).message("Your code is 482913"));

        assertThat(next.get().path("to").asText()).isEqualTo(TO);
        assertThat(code.get().path("code").asText()).isEqualTo("482913");
        assertThat(page.get("/messages/next?wait=0s").statusCode()).isEqualTo(204);
        assertThat(page.get("/otp?to=" + TO + "&after=2&wait=0s").statusCode()).isEqualTo(204);
        assertThat(page.get("/otp?wait=61s").statusCode()).isEqualTo(400);
    }

    @Test
    void everythingCanBeForgotten() {
        sms.sendMessageToGlobe(m -> m.to(TO).message("Hello"));

        HttpResponse<String> answer = page.delete("/messages");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(page.read("/messages").path("messages")).isEmpty();
        assertThat(page.read("/requests").path("requests")).isEmpty();
        assertThat(page.get("/messages/1").statusCode()).isEqualTo(404);
    }

    @Test
    void aClosedInboxLeavesTheFakeAlone() {
        inbox.close();

        sms.sendMessageToGlobe(m -> m.to(TO).message("Hello"));

        assertThat(cloud.defects()).isEmpty();
        assertThat(cloud.messages().count()).isEqualTo(1);
    }
}
