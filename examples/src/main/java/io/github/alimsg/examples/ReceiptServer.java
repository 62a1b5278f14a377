package io.github.alimsg.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppInbound;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptResponse;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Receives receipts and inbound messages with the JDK's own HTTP server. {@code --listen 8080} keeps it running; without
 * it, the example posts receipts from a fake to itself.
 */
public final class ReceiptServer implements AutoCloseable {
    /** In place of database tables: when a handler returns, it has stored what it was given. */
    private final Map<String, DeliveryState> states = new ConcurrentHashMap<>();

    private final Queue<String> inbox = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;

    /**
     * Starts listening.
     *
     * @param address where
     * @param secret the secret part of the path, the only thing that keeps strangers from posting
     * @throws IOException when the port is taken
     */
    public ReceiptServer(InetSocketAddress address, String secret) throws IOException {
        // snippet: receipts
        ReceiptDispatcher chat = CamsReceipts.builder()
                .onStatus(this::store)
                .onInbound(this::store)
                .onOther(receipt -> System.out.println("something new: " + receipt))
                .build();
        ReceiptDispatcher sms = DysmsInternationalReceipts.builder()
                .onGlobeReport(report -> System.out.println("reported: " + report))
                .build();
        // end
        server = HttpServer.create(address, 0);
        server.createContext("/" + secret + "/chat", exchange -> answer(exchange, chat));
        server.createContext("/" + secret + "/sms", exchange -> answer(exchange, sms));
        server.setExecutor(threads);
        server.start();
    }

    private void store(ChatAppStatus status) {
        String task = status.taskId();
        if (task != null) {
            states.merge(task, status.state(), DeliveryState::furthest); // states come in any order
        }
    }

    private void store(ChatAppInbound message) {
        inbox.add("a message of type " + message.type() + " from " + message.displayName());
    }

    /**
     * Responds after the handlers have finished: what they stored is safe, and what failed is delivered again. Handlers only
     * store, which takes milliseconds of the three seconds available; slow work is done later, from the table. Passing
     * receipts to another thread and responding at once would lose them in a crash.
     */
    private static void answer(HttpExchange exchange, ReceiptDispatcher receipts) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            // snippet: receipt-response
            ReceiptResponse response = receipts.handle(exchange.getRequestBody());
            response.failures().forEach(failure -> System.err.println("not handled: " + failure));

            byte[] body = response.body();
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
            // end
        }
    }

    /** {@return the port the server listens on} */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops listening; requests in progress get a second to finish. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }

    /**
     * Listens, or runs against a fake.
     *
     * @param arguments {@code --listen} and a port, or none
     * @throws IOException when the port is taken
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length == 2 && arguments[0].equals("--listen")) {
            String secret = System.getenv("RECEIPT_PATH");
            if (secret == null || secret.length() < 32) {
                throw new IllegalArgumentException("set RECEIPT_PATH to 32 random characters or more");
            }
            new ReceiptServer(new InetSocketAddress(Integer.parseInt(arguments[1])), secret);
            System.out.println("listening on port " + arguments[1]);
            return; // its threads keep it running
        }
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ReceiptServer server = new ReceiptServer(loopback, "not-a-secret-in-an-example");
                FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build();
                DysmsInternationalClient sms =
                        cloud.configure(DysmsInternationalClient.builder()).build()) {
            converse(server, cloud, cams, sms);
        }
    }

    private static void converse(ReceiptServer server, FakeCloud cloud, CamsClient cams, DysmsInternationalClient sms) {
        URI chat = URI.create("http://localhost:" + server.port() + "/not-a-secret-in-an-example/chat");
        // snippet: receipts-test
        cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                .from("6281100000001")
                .to("6281234567890")
                .type("message")
                .messageType("text")
                .content("{\"text\":\"Your order is on its way\"}")
                .taskId("order-4711"));
        cloud.receipts().chatReply("6281234567890", "6281100000001", "Thank you");

        cloud.receipts().deliver(chat, d -> d.shuffled(7).twice());
        // end
        System.out.println("order-4711 is " + server.states.get("order-4711") + "; " + server.inbox);

        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Your order is on its way"));
        cloud.receipts().deliver(chat.resolve("sms"));
    }
}
