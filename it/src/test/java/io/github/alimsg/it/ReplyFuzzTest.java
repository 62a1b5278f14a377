package io.github.alimsg.it;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.util.Arrays;
import java.util.List;

/** Whatever bytes come back, the caller gets a response or an {@link SdkException}. */
class ReplyFuzzTest {
    private static final List<String> HINTS = List.of(
            "",
            "0",
            "-1",
            "1500",
            "99999999999999",
            "soon",
            "Limit:1,Remain:0,TimeLeft:2000,Reset:1",
            "Sat, 21 Nov 2026 10:00:00 GMT");

    /** Answers every call with the same bytes. */
    private record FixedReply(HttpResponse reply) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call) {
            return reply;
        }

        @Override
        public void close() {}
    }

    /** The first byte chooses the status, the second the headers; the rest is the body. */
    @FuzzTest
    void anyReplyIsAResponseOrAnSdkException(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int status = data[0] == 0 ? 200 : 100 + (data[0] & 0xff) * 2;
        String hint = HINTS.get((data[1] & 0xff) % HINTS.size());
        var reply = new HttpResponse(
                status,
                List.of("x-acs-retry-after", hint, "x-ratelimit-user-api", hint, "Retry-After", hint, "Date", hint),
                Arrays.copyOfRange(data, 2, data.length));
        var credentials = CredentialsProviders.fixed("LTAI5tExample", "notASecretAtAll");
        try (CamsClient cams = CamsClient.builder()
                        .transport(new FixedReply(reply))
                        .credentials(credentials)
                        .retryPolicy(RetryPolicy.none())
                        .build();
                DysmsInternationalClient sms = DysmsInternationalClient.builder()
                        .transport(new FixedReply(reply))
                        .credentials(credentials)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            tolerate(() -> cams.getChatappPhoneNumberMetric(Clients.READ).toString());
            tolerate(() -> cams.getChatappTemplateDetail(
                            r -> r.custSpaceId("c").templateCode("t").language("en"))
                    .toString());
            tolerate(() -> sms.sendMessageToGlobe(Clients.SEND).raw("/MessageId"));
        }
    }

    private static void tolerate(Runnable call) {
        try {
            call.run();
        } catch (SdkException e) {
            e.getMessage().length();
        }
    }
}
