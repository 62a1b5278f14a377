package app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.teaopenapi.models.Config;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An application that sends one message by the vendor's client, to a service of its own. */
public final class Vendor {
    private static final String REPLY = "{\"Code\":\"OK\",\"RequestId\":\"R-1\",\"BizId\":\"2017\"}";

    private Vendor() {}

    /**
     * Sends and prints.
     *
     * @param args none
     * @throws Exception when anything is wrong
     */
    public static void main(String[] args) throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, REPLY.length());
            exchange.getResponseBody().write(REPLY.getBytes(UTF_8));
            exchange.close();
        });
        service.start();
        try {
            var client = new Client(new Config()
                    .setAccessKeyId("id")
                    .setAccessKeySecret("secret")
                    .setProtocol("HTTP")
                    .setEndpoint("127.0.0.1:" + service.getAddress().getPort()));
            var sent = client.sendSms(new SendSmsRequest()
                    .setPhoneNumbers("13800001111")
                    .setSignName("Acme")
                    .setTemplateCode("SMS_1"));
            System.out.println("sent " + sent.getBody().getBizId());
        } finally {
            service.stop(0);
        }
    }
}
