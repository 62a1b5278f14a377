package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.TemplateButtons;
import io.github.alimsg.cams.TemplateLayout;
import io.github.alimsg.cams.content.InteractiveContent;
import io.github.alimsg.cams.content.MessageContent;
import io.github.alimsg.cams.content.ReplyButton;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMessageRequest;
import io.github.alimsg.cams.model.TemplateCategory;
import io.github.alimsg.cams.model.TemplateType;
import io.github.alimsg.testing.FakeCloud;
import java.util.Map;

/** A WhatsApp conversation: a template first, then replies with buttons, a picture and a location. */
public final class Conversation {
    private final CamsClient cams;

    /**
     * Creates a conversation.
     *
     * @param cams the client
     */
    public Conversation(CamsClient cams) {
        this.cams = cams;
    }

    /**
     * Runs the conversation against a fake.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cloud.withProduct(CamsClient.PRODUCT);
            Conversation conversation = new Conversation(cams);
            conversation.createTemplate();
            conversation.greet("6281234567890", "Ayu");
            conversation.answer("6281234567890", "wamid.inbound-1", "where");
            conversation.answer("6281234567890", "wamid.inbound-2", "photo");
            conversation.answer("6281234567890", "wamid.inbound-3", "something else");
            cloud.received("SendChatappMessage")
                    .forEach(call -> System.out.println(
                            "sent " + call.parameters().getOrDefault("MessageType", "the template")));
        }
    }

    /** Needed once: a template must be approved before it can be sent. */
    void createTemplate() {
        // snippet: create-template
        TemplateLayout layout = TemplateLayout.body("Hi $(name), your order is ready to be picked up.")
                .withExample("name", "Ayu")
                .withFooter("Acme Jakarta")
                .withButtons(TemplateButtons.quickReply("Where is it?"));

        cams.createChatappTemplate(t -> layout.addTo(t)
                .custSpaceId("cams-8c8d0a1b")
                .name("order_ready")
                .language("en")
                .category(TemplateCategory.UTILITY)
                .templateType(TemplateType.WHATSAPP));
        // end
    }

    /** A template may be sent at any time. */
    void greet(String number, String name) {
        // snippet: template
        cams.sendChatappMessage(
                to(number).template("order_ready", "en", Map.of("name", name)).build());
        // end
    }

    /** Within 24 hours of the user's last message, any content may be sent. */
    void answer(String number, String inboundMessageId, String wish) {
        // snippet: contents
        MessageContent content = switch (wish) {
            case "where" -> MessageContent.location(-6.2088, 106.8456).withName("Acme Jakarta", "Jl. Merdeka 1");
            case "photo" ->
                MessageContent.image("https://files.example.com/shop.jpg").withCaption("The blue door");
            default ->
                InteractiveContent.buttons(
                        "How can we help?",
                        ReplyButton.of("where", "Where is it?"),
                        ReplyButton.of("photo", "A photo"));
        };
        cams.sendChatappMessage(
                to(number).contextMessageId(inboundMessageId).content(content).build());
        // end
    }

    private static SendChatappMessageRequest.Builder to(String number) {
        return SendChatappMessageRequest.builder()
                .custSpaceId("cams-8c8d0a1b")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800001111")
                .to(number);
    }
}
