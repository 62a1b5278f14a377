package io.github.alimsg.benchmarks.ours;

import io.github.alimsg.benchmarks.Contender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The JDK's HttpClient with {@link HandWritten}. */
public final class JdkClient implements Contender {
    @Override
    public Calls connect(int port) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String host = "127.0.0.1:" + port;
        var hand = new HandWritten(host, KEY_ID, SECRET);
        return new Calls() {
            private byte[] call(String action, HandWritten.Signed signed) throws IOException, InterruptedException {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + "/?" + signed.query()))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .headers(HandWritten.headers(action, signed).toArray(String[]::new))
                        .build();
                HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP " + response.statusCode());
                }
                return response.body();
            }

            @Override
            public String send(String outId) throws Exception {
                return String.valueOf(HandWritten.readSent(call("SendSms", hand.send(outId))).bizId);
            }

            @Override
            public int query() throws Exception {
                return HandWritten.readDetails(call("QuerySendDetails", hand.query()))
                        .details
                        .size();
            }
        };
    }
}
