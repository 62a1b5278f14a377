package io.github.alimsg.it;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.http.HttpCall;
import io.github.alimsg.core.http.HttpReply;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.DysmsClient;
import java.util.List;

/** Whatever bytes come back, the caller gets a response or an {@link SdkException}. */
class ReplyFuzzTest {
    /** Answers every call with the same bytes. */
    private record FixedReply(HttpReply reply) implements HttpTransport {
        @Override
        public HttpReply execute(HttpCall call) {
            return reply;
        }

        @Override
        public void close() {}
    }

    @FuzzTest
    void anyReplyIsAResponseOrAnSdkException(FuzzedDataProvider data) {
        int status = data.consumeInt(100, 599);
        String retryAfter = data.consumeAsciiString(20);
        var reply = new HttpReply(
                data.consumeBoolean() ? 200 : status,
                List.of("x-acs-retry-after", retryAfter, "Retry-After", retryAfter, "Date", retryAfter),
                data.consumeRemainingAsBytes());
        var credentials = CredentialsProviders.fixed("LTAI5tExample", "notASecretAtAll");
        try (CamsClient cams = CamsClient.builder()
                        .transport(new FixedReply(reply))
                        .credentials(credentials)
                        .retryPolicy(RetryPolicy.none())
                        .build();
                DysmsClient sms = DysmsClient.builder()
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
