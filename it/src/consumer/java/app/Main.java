package app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import okhttp3.OkHttpClient;

/** An application that sends one message to a service of its own, whose answer has an object for a documented text. */
public final class Main {
    private static final String REPLY =
            "{\"ResponseCode\":\"OK\",\"RequestId\":\"R-1\",\"MessageId\":\"1008\",\"From\":{\"names\":[\"Acme\",1.50]}}";

    private Main() {}

    /**
     * Sends and prints.
     *
     * @param args anything, to send by an OkHttp client of the application's own
     * @throws Exception when anything is wrong
     */
    public static void main(String[] args) throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, REPLY.length());
            exchange.getResponseBody().write(REPLY.getBytes(UTF_8));
            exchange.close();
        });
        service.start();
        try {
            send("http://127.0.0.1:" + service.getAddress().getPort(), args.length > 0);
        } finally {
            service.stop(0);
        }
    }

    private static void send(String endpoint, boolean shared) {
        DysmsInternationalClient.Builder builder = DysmsInternationalClient.builder()
                .endpoint(endpoint)
                .credentials(CredentialsProviders.fixed("id", "secret"));
        if (shared) {
            builder.httpClient(new OkHttpClient());
        }
        try (DysmsInternationalClient sms = builder.build()) {
            var sent = sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
            System.out.println("sent " + sent.messageId() + " from " + sent.from());
        }
    }
}
