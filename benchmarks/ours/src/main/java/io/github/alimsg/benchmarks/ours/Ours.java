package io.github.alimsg.benchmarks.ours;

import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.benchmarks.Replies;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** This SDK, with its defaults. */
public class Ours implements Contender {
    private static final List<String> HEADERS =
            List.of("Content-Type", "application/json;charset=utf-8", "Connection", "keep-alive");

    @Override
    public Calls connect(int port) {
        return new Client(builder(port).build());
    }

    @Override
    public Calls withoutNetwork() {
        return new Client(builder(1).transport(new Canned()).build());
    }

    /** The settings of a client, for variants. */
    DysmsMainlandClient.Builder builder(int port) {
        return DysmsMainlandClient.builder()
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .credentials(CredentialsProviders.fixed(KEY_ID, SECRET));
    }

    /** Over TLS. */
    public static final class Tls extends Ours {
        @Override
        DysmsMainlandClient.Builder builder(int port) {
            return super.builder(port).endpoint(URI.create("https://localhost:" + port));
        }
    }

    /** With pacing at a rate that is never reached: the cost of pacing. */
    public static final class Unhindered extends Ours {
        @Override
        DysmsMainlandClient.Builder builder(int port) {
            return super.builder(port).rateLimiter(RateLimiter.perSecond(Map.of("SendSms", 10_000_000)));
        }
    }

    /** With pacing at 250 calls a second: the accuracy of pacing. */
    public static final class Paced extends Ours {
        @Override
        DysmsMainlandClient.Builder builder(int port) {
            return super.builder(port).rateLimiter(RateLimiter.perSecond(Map.of("SendSms", 250)));
        }
    }

    private record Client(DysmsMainlandClient client) implements Calls {
        @Override
        public String send(String outId) {
            String id = client.sendSms(sms -> sms.phoneNumbers("15900000001")
                            .signName("阿里云短信测试")
                            .templateCode("SMS_154950909")
                            .templateParam("{\"code\":\"123456\"}")
                            .smsUpExtendCode("90999")
                            .outId(outId))
                    .bizId();
            return String.valueOf(id);
        }

        @Override
        public int query() {
            return client.querySendDetails(q -> q.phoneNumber("15900000001")
                            .sendDate(LocalDate.of(2026, 11, 20))
                            .pageSize(50)
                            .currentPage(1))
                    .smsSendDetails()
                    .size();
        }

        @Override
        public int warmUp(int connections) {
            return client.warmUp(connections);
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private static final class Canned implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call) {
            boolean query = call.headers().contains("QuerySendDetails");
            return new HttpResponse(200, HEADERS, query ? Replies.sendDetails() : Replies.small());
        }

        @Override
        public void close() {}
    }
}
