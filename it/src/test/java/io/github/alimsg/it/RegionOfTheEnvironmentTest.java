package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a process of its own, since no process can change its environment. */
class RegionOfTheEnvironmentTest {
    @Test
    void clientWithoutARegionCallsTheRegionOfTheEnvironment() throws Exception {
        assertThat(originIn("ap-southeast-5")).isEqualTo("https://dysmsapi.ap-southeast-5.aliyuncs.com");
        assertThat(originIn("")).isEqualTo("https://dysmsapi.ap-southeast-1.aliyuncs.com");
    }

    private static String originIn(String region) throws IOException, InterruptedException {
        var process = new JavaProcess();
        process.environment().put("ALIBABA_CLOUD_REGION_ID", region);
        return process.run(Main.class);
    }

    /** Says where a client would call. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            HttpTransport transport = new HttpTransport() {
                @Override
                public HttpResponse execute(HttpRequest call) {
                    System.out.println(call.origin());
                    return new HttpResponse(
                            200, List.of(), "{\"ResponseCode\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public void close() {}
            };
            try (DysmsInternationalClient sms = DysmsInternationalClient.builder()
                    .credentials(CredentialsProviders.fixed("id", "secret"))
                    .transport(transport)
                    .build()) {
                sms.queryMessage(q -> q.messageId("1"));
            }
        }
    }
}
