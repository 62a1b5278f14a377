package io.github.alimsg.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps the furthest state of each message, and decides by the reason what to do about those that failed. */
public final class FailedMessages {
    /** In place of database tables: a handler stores, and a job does later what the second one says. */
    private final Map<String, DeliveryState> states = new ConcurrentSkipListMap<>();

    private final Map<String, String> failures = new ConcurrentSkipListMap<>();

    private FailedMessages() {}

    private void store(ChatAppStatus status) {
        String task = status.taskId();
        if (task != null) {
            // snippet: furthest-state
            states.merge(task, status.state(), DeliveryState::furthest);
            // end
            if (status.state() == DeliveryState.FAILED) {
                failures.put(task, whatToDo(status));
            }
        }
    }

    /** Works for the reports of all products: states and reasons are the same. */
    private static String whatToDo(DeliveryReport report) {
        // snippet: failure-reasons
        return switch (report.reason()) {
            case WINDOW_CLOSED -> "send a template instead";
            case NOT_ON_CHANNEL, UNREACHABLE -> "send a text message, unless a fallback does";
            case OPTED_OUT -> "take the number off the list";
            case RECIPIENT_LIMIT, SENDER_LIMIT, SERVER_FAULT, EXPIRED -> "try later";
            case CONTENT, TEMPLATE, SENDER_REFUSED -> "tell whoever wrote it";
            default -> "look up code " + report.errorCode();
        };
        // end
    }

    private static void answer(HttpExchange exchange, ReceiptDispatcher receipts) throws IOException {
        try (exchange) {
            var response = receipts.handle(exchange.getRequestBody());
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /**
     * Sends messages that fail for different reasons to a fake, which posts receipts in any order.
     *
     * @param arguments none
     * @throws IOException when no port is free
     */
    public static void main(String... arguments) throws IOException {
        var messages = new FailedMessages();
        ReceiptDispatcher receipts =
                CamsReceipts.builder().onStatus(messages::store).build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/chat", exchange -> answer(exchange, receipts));
        server.start();
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            // snippet: failure-reasons-test
            cloud.receipts()
                    .fail("6281234567891", FailureReason.WINDOW_CLOSED)
                    .fail("6281234567892", FailureReason.NOT_ON_CHANNEL)
                    .fail("6281234567893", FailureReason.UNKNOWN);
            // end
            for (int i = 0; i < 4; i++) {
                String to = "628123456789" + i;
                String task = "order-" + i;
                cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                        .from("6281100000001")
                        .to(to)
                        .type("message")
                        .messageType("text")
                        .content("{\"text\":\"Your order is on its way\"}")
                        .taskId(task));
            }
            URI chat = URI.create("http://localhost:" + server.getAddress().getPort() + "/chat");
            cloud.receipts().deliver(chat, d -> d.shuffled(7).twice());
        } finally {
            server.stop(0);
        }
        messages.states.forEach((task, state) ->
                System.out.println(task + " " + state + " " + messages.failures.getOrDefault(task, "")));
    }
}
