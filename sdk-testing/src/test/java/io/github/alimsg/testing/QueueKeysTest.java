package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.testing.QueueClient.Answer;
import io.github.alimsg.testing.QueueClient.Request;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Queues are opened by keys that are lent, and check who calls")
class QueueKeysTest extends QueueTestCase {
    @Test
    void aKeyIsLentWithItsTimesInBeijing() throws IOException {
        JsonNode answer = client.token("SmsReport", NAME);

        assertThat(answer.path("Code").asText()).isEqualTo("OK");
        JsonNode lent = answer.path("MessageTokenDTO");
        assertThat(lent.path("AccessKeyId").asText()).startsWith("STS.");
        assertThat(lent.path("AccessKeySecret").asText()).isNotEmpty();
        assertThat(lent.path("SecurityToken").asText()).isNotEmpty();
        assertThat(lent.path("CreateTime").asText()).isEqualTo("2026-11-21 18:00:00");
        assertThat(lent.path("ExpireTime").asText()).isEqualTo("2026-11-21 19:00:00");
    }

    @Test
    void theOperationIsKnownToAFakeThatKnowsOtherProducts() throws IOException {
        cloud.withProduct(Letters.PRODUCT);

        assertThat(client.token("SmsReport", NAME).path("MessageTokenDTO").isObject())
                .isTrue();
        cloud.when("QueryTokenForMnsQueue").thenBusinessFailure("isv.NO_QUEUE", "not switched on");
        assertThat(client.token("SmsReport", NAME).path("Code").asText()).isEqualTo("isv.NO_QUEUE");
        cloud.when("BatchReceiveMessage").thenSucceed();
        assertThatIllegalArgumentException().isThrownBy(() -> cloud.when("BatchReceiveMessages"));
    }

    @Test
    void aKeyEndsByTheFakesClock() throws Exception {
        cloud.lendQueueKeysFor(Duration.ofSeconds(90));
        Credentials short90 = client.key(NAME);
        time.advance(Duration.ofSeconds(89));
        assertRefused(client.get(short90, MESSAGES).send(), 404, "MessageNotExist");

        time.advance(Duration.ofSeconds(1));

        assertRefused(client.get(short90, MESSAGES).send(), 403, "InvalidSecurityToken.Expired");
        assertRefused(get(MESSAGES), 404, "MessageNotExist");
        assertThatIllegalArgumentException().isThrownBy(() -> cloud.lendQueueKeysFor(Duration.ofMillis(999)));
    }

    @Test
    void aTestEndsKeysByHand() throws Exception {
        cloud.expire(key.accessKeyId());
        assertRefused(get(MESSAGES), 403, "InvalidSecurityToken.Expired");
        Credentials second = client.key(NAME);
        Credentials third = client.key(NAME);
        cloud.revoke(second.accessKeyId());
        assertRefused(client.get(second, MESSAGES).send(), 403, "InvalidAccessKeyId");
        cloud.expireQueueKeys();
        assertRefused(client.get(third, MESSAGES).send(), 403, "InvalidSecurityToken.Expired");

        key = client.key(NAME);
        assertRefused(get(MESSAGES), 404, "MessageNotExist");
        cloud.reset();
        assertRefused(get(MESSAGES), 404, "MessageNotExist");
    }

    @Test
    void theAccountsOwnKeyDoesNotOpenQueuesAndALentOneNothingElse() throws Exception {
        assertRefused(client.get(cloud.credentials(), MESSAGES).send(), 403, "AccessDenied");
        assertThat(last().refusalReason()).contains("only keys that are lent");

        try (PlainClient api = new PlainClient(cloud)) {
            assertThat(api.call("SendSms").by(key).at(time.instant()).post().body())
                    .contains("InvalidAccessKeyId.NotFound");
        }
    }

    @Test
    void aKeyOpensTheQueueThatItWasLentFor() throws Exception {
        cloud.queue("other");
        assertRefused(client.get(key, "/queues/other/messages").send(), 403, "AccessDenied");
        assertThat(last().refusalReason()).isEqualTo("the key was lent for the queue " + NAME);

        Credentials all = client.key("");
        assertRefused(client.get(all, "/queues/other/messages").send(), 404, "MessageNotExist");
        assertRefused(client.get(all, MESSAGES).send(), 404, "MessageNotExist");
    }

    @Test
    void aKeyNeedsItsToken() throws Exception {
        assertRefused(client.get(key, MESSAGES).token("").send(), 403, "InvalidAccessKeyId");
        assertThat(last().refusalReason()).contains("the call has no security token");
        assertRefused(
                client.get(key, MESSAGES).token("another").send(), 403, "InvalidSecurityToken.MismatchWithAccessKey");
        Credentials unknown = Credentials.of("LTAIunknown", "secret");
        assertRefused(client.get(unknown, MESSAGES).send(), 403, "InvalidAccessKeyId");
        assertThat(last().refusalReason()).contains("LTAI…").doesNotContain("LTAIunknown");
    }

    @ParameterizedTest
    @CsvSource({
        "-901, 408, TimeExpired",
        "-900, 404, MessageNotExist",
        "900, 404, MessageNotExist",
        "902, 408, TimeExpired"
    })
    void theClocksDifferByAQuarterOfAnHourAtMost(int seconds, int status, String code) throws Exception {
        time.set(time.instant().truncatedTo(ChronoUnit.SECONDS));

        Answer answer = client.get(key, MESSAGES)
                .at(time.instant().plusSeconds(seconds))
                .send();

        assertRefused(answer, status, code);
        assertThat(answer.response().headers().firstValue("Date")).contains("Sat, 21 Nov 2026 10:00:00 GMT");
    }

    @Test
    void theServicesOwnDateStandsForTheUsualOne() throws Exception {
        String now = "Sat, 21 Nov 2026 10:00:00 GMT";
        assertRefused(client.get(key, MESSAGES).date("yesterday").ownDate(now).send(), 404, "MessageNotExist");
        assertRefused(client.get(key, MESSAGES).date(now).ownDate("yesterday").send(), 400, "InvalidDateHeader");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertRefused(client.get(key, MESSAGES).date("").send(), 400, "MissingDateHeader");
        assertRefused(client.get(key, MESSAGES).version("").send(), 400, "InvalidArgument");
        assertRefused(client.get(key, MESSAGES).authorization("nothing").send(), 400, "InvalidAuthorizationHeader");
        assertRefused(
                client.get(key, MESSAGES)
                        .authorization("MNS4-HMAC-SHA256 Credential=a/20261121/cn-hangzhou/mns/x,Signature=1")
                        .send(),
                400,
                "InvalidAuthorizationHeader");
        assertThat(last().refusalReason()).endsWith("of the signature's versions, only 2 is checked here");
        try (PlainClient plain = new PlainClient(cloud)) {
            var answer = plain.send(
                    new okhttp3.Request.Builder().url(plain.url(MESSAGES)).build());
            assertThat(answer.body()).contains("<Code>MissingAuthorizationHeader</Code>");
        }
    }

    private void assertReason(Request wrong, String reason) throws Exception {
        assertRefused(wrong.send(), 403, "SignatureDoesNotMatch");
        ReceivedCall call = last();
        assertThat(call.refusalReason()).contains(reason).doesNotContain(key.accessKeySecret());
        assertThat(call.expectedStringToSign()).contains("x-mns-version:2015-06-06\n/queues/");
    }

    private Request signing(UnaryOperator<String> wrong) {
        return client.get(key, MANY + "&receiptHandle=1-a+/=").signing(wrong);
    }

    private static UnaryOperator<String> swapping(String right, String wrong) {
        return text -> {
            assertThat(text).contains(right);
            return text.replace(right, wrong);
        };
    }

    @Test
    void aWrongSignatureSaysWhatIsWrong() throws Exception {
        assertReason(signing(swapping("?numOfMessages=16&receiptHandle=1-a+/=", "")), "the query is not signed");
        assertReason(signing(swapping("+/=", "%2B%2F%3D")), "signed with escapes in its query that were not sent");
        assertReason(signing(swapping("/queues", "127.0.0.1/queues")), "compare what it signs");
        assertReason(signing(swapping("/queues", cloud.endpoint().getAuthority() + "/queues")), "the host is signed");
        assertReason(signing(swapping("\n/queues", "\nqueues")), "without its first slash");
        assertReason(signing(swapping("Sat, 21 Nov 2026 10:00:00 GMT", "")), "the date is not signed");
        assertReason(signing(swapping("x-mns-version:2015-06-06\n", "")), "the headers x-mns-… are not signed");
        assertReason(signing(swapping("version:", "version: ")), "a space behind the colon");
        assertReason(
                signing(swapping("06\n/", "06\nsecurity-token:" + key.securityToken() + "\n/")),
                "the header security-token is signed");
        assertReason(signing(swapping("GET\n\n\n", "GET\n\ntext/xml\n")), "the header Content-Type that is signed");
        assertReason(
                signing(swapping("GET\n\n", "GET\n1B2M2Y8AsgTpgAmY7PhCfg==\n")),
                "the header Content-MD5 that is signed");
        assertReason(signing(swapping("GET\n\n\n", "GET\n")), "the empty lines");
        assertReason(
                signing(swapping("GET", "POST")), "the HTTP method that is signed is not the one that is sent, GET");
        assertReason(
                client.get(key, MESSAGES + "?receiptHandle=1-a%2B%2F%3D").signing(swapping("%2B%2F%3D", "+/=")),
                "without the escapes that were sent");
        assertReason(
                client.deleteAll(key, NAME, List.of("1")).signing(swapping("text/xml", "")),
                "the header Content-Type that is signed");
        assertReason(
                client.get(key, MESSAGES)
                        .ownDate("Sat, 21 Nov 2026 10:00:01 GMT")
                        .signing(swapping("\nSat, 21 Nov 2026 10:00:01 GMT", "\nSat, 21 Nov 2026 10:00:00 GMT")),
                "the header x-mns-date is sent, and Date is signed in its place");
    }

    @Test
    void aWrongSecretSaysWhatIsWrong() throws Exception {
        String secret = key.accessKeySecret();
        assertReason(client.get(key, MESSAGES).signingWith(secret + "&"), "an ampersand behind the secret");
        assertReason(client.get(key, MESSAGES).signingWith(secret + "\n"), "white space around it");
        assertReason(client.get(key, MESSAGES).signingWith("made up"), "the client has another secret");
        assertReason(
                client.get(key, MESSAGES).signingWith(client.key(NAME).accessKeySecret()),
                "the secret is that of another access key, STS.…");

        assertRefused(client.get(key, MESSAGES).signingWith("made up").send(), 403, "SignatureDoesNotMatch");
        String hex =
                HexFormat.of().formatHex(QueueClient.hmacSha1(secret, String.valueOf(last().expectedStringToSign())));
        assertReason(client.get(key, MESSAGES).authorization("MNS " + key.accessKeyId() + ":" + hex), "in hexadecimal");
    }

    @Test
    void aHandleMayBeEscapedIfTheEscapedOneIsSigned() throws Exception {
        queue.putBody("a");
        String handle = receive();

        Answer answer = delete(MESSAGES + "?ReceiptHandle=" + URLEncoder.encode(handle, StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(204);
    }
}
