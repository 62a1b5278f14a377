package io.github.alimsg.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMessageRequest;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** A WhatsApp message, and a text message in its place only when the first is certain not to arrive. */
public final class ChatThenText {
    private final Once once = Once.builder(KeyStore.inMemory()).build();
    private final CamsClient cams;
    private final DysmsInternationalClient sms;
    private final Map<String, String> phones;

    private ChatThenText(CamsClient cams, DysmsInternationalClient sms, Map<String, String> phones) {
        this.cams = cams;
        this.sms = sms;
        this.phones = phones;
    }

    /** What the service does by itself, on the international site: nothing else may send the text message then. */
    static SendChatappMessageRequest withFallbackOfTheService(String number) {
        // snippet: fallback-of-the-service
        SendChatappMessageRequest request = SendChatappMessageRequest.builder()
                .custSpaceId("cams-8c8d0a1b")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800001111")
                .to(number)
                .template("order_update", "en", Map.of("name", "Ayu"))
                .taskId("order-4711")
                .fallBackId("S0123") // a policy, from the console
                .fallBackContent("Your order 4711 is on its way.")
                .fallBackDuration(600) // seconds without a receipt of delivery; absent: only after a failure
                .build();
        // end
        return request;
    }

    // snippet: fallback-by-hand
    String announce(String order) {
        Sent<?> chat = once.send(order + "/chat", cams, CamsClient::sendChatappMessage, chatMessage(order));
        return switch (chat.state()) {
            case REFUSED -> sendText(order); // certain not to arrive
            case ACCEPTED -> "accepted: a receipt says what follows";
            case UNKNOWN, UNDECIDED -> "perhaps sent: no text message, unless a receipt says that it failed";
            case NOT_SENT, NEW, CLAIMED, SENDING -> "not sent yet: the same chat message goes out later";
        };
    }

    void onStatus(ChatAppStatus status) {
        String key = status.taskId(); // the idempotency key, set by Once
        if (status.state() == DeliveryState.FAILED && key != null && key.endsWith("/chat")) {
            sendText(key.substring(0, key.length() - "/chat".length()));
        }
    }

    private String sendText(String order) {
        return "text message: "
                + once.send(order + "/text", sms, DysmsInternationalClient::sendMessageToGlobe, textMessage(order))
                        .state();
    }
    // end

    private SendChatappMessageRequest chatMessage(String order) {
        return SendChatappMessageRequest.builder()
                .custSpaceId("cams-8c8d0a1b")
                .channelType(ChannelType.WHATSAPP)
                .from("8613800001111")
                .to(phones.getOrDefault(order, ""))
                .template("order_update", "en", Map.of("order", order))
                .build();
    }

    private SendMessageToGlobeRequest textMessage(String order) {
        return SendMessageToGlobeRequest.builder()
                .to(phones.getOrDefault(order, ""))
                .message("Your order " + order + " is on its way.")
                .build();
    }

    private static void answer(HttpExchange exchange, ReceiptDispatcher receipts) throws IOException {
        try (exchange) {
            var response = receipts.handle(exchange.getRequestBody());
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    /**
     * Announces four orders to a fake: one message arrives, one is refused, the reply to one is lost, and one number is
     * not on WhatsApp.
     *
     * @param arguments none
     * @throws IOException when no port is free
     */
    public static void main(String... arguments) throws IOException {
        var phones = new TreeMap<>(Map.of(
                "arrives", "6281234567890",
                "refused", "6281234567891",
                "reply-lost", "6281234567892",
                "not-on-whatsapp", "6281234567893"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build();
                DysmsInternationalClient sms =
                        cloud.configure(DysmsInternationalClient.builder()).build()) {
            var messages = new ChatThenText(cams, sms, phones);
            ReceiptDispatcher receipts = CamsReceipts.builder()
                    .onStatus(messages.once.settling(messages::onStatus))
                    .build();
            server.createContext("/chat", exchange -> answer(exchange, receipts));
            server.start();
            cloud.receipts().fail("6281234567893", FailureReason.NOT_ON_CHANNEL); // not-on-whatsapp

            for (String order : phones.keySet()) {
                if (order.equals("refused")) {
                    cloud.when("SendChatappMessage").thenBusinessFailure("TemplateNotFound", "no such template");
                } else if (order.equals("reply-lost")) {
                    cloud.when("SendChatappMessage").thenCutAfterRequest();
                } else {
                    cloud.when("SendChatappMessage").thenSucceed();
                }
                System.out.println(order + ": " + messages.announce(order));
            }
            URI chat = URI.create("http://localhost:" + server.getAddress().getPort() + "/chat");
            cloud.receipts()
                    .deliver(chat, d -> d.only("ChatAppStatus").shuffled(7).twice());
            System.out.println("text messages: " + cloud.receivedCount("SendMessageToGlobe"));
        } finally {
            server.stop(0);
        }
    }
}
