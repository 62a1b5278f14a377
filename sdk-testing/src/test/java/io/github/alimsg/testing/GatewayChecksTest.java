package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.testing.PlainClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway refuses, and with which words. */
class GatewayChecksTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final ManualTime time = new ManualTime(START);
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private final PlainClient client = new PlainClient(cloud);

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private PlainClient.Call call(String operation) {
        return client.call(operation).at(time.instant());
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.body()).contains("\"Code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void bothSignaturesAreAccepted() throws IOException {
        assertThat(call("SendSms").query("SignName", "阿里云 *~+/").post().status())
                .isEqualTo(200);
        assertThat(call("SendSms").query("SignName", "阿里云 *~+/").postRpc().status())
                .isEqualTo(200);
        assertThat(call("AddShortUrl").form("Url", "a b*~+&=").post().status()).isEqualTo(200);
        assertThat(call("AddShortUrl").form("Url", "a b*~+&=").postRpc().status())
                .isEqualTo(200);
    }

    @Test
    void aWrongSignatureIsRefusedWithTheStringToSign() throws IOException {
        var wrong = Credentials.of(cloud.credentials().accessKeyId(), "wrong");

        Answer rpc =
                call("SendSms").query("PhoneNumbers", "13900000000").by(wrong).postRpc();
        assertRefused(rpc, 400, "SignatureDoesNotMatch");
        assertThat(rpc.body()).contains("server string to sign is:POST&%2F&AccessKeyId%3D", "13900000000");

        Answer acs3 =
                call("SendSms").query("PhoneNumbers", "13900000000").by(wrong).post();
        assertRefused(acs3, 400, "SignatureDoesNotMatch");
        assertThat(acs3.body()).contains("server string to sign is:ACS3-HMAC-SHA256", "13900000000");
        assertThat(acs3.body() + rpc.body()).doesNotContain(cloud.credentials().accessKeySecret());
    }

    @Test
    void aMissingSignatureIsRefused() throws IOException {
        var withoutHeader = call("SendSms")
                .acs3()
                .newBuilder()
                .removeHeader("authorization")
                .build();
        assertRefused(client.send(withoutHeader), 400, "IncompleteSignature");

        var rpc = call("SendSms").rpc();
        var withoutParameter = rpc.newBuilder()
                .url(rpc.url()
                        .newBuilder()
                        .removeAllQueryParameters("Signature")
                        .build())
                .build();
        assertRefused(client.send(withoutParameter), 400, "IncompleteSignature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer abc",
                "ACS3-HMAC-SHA256 Credential=a",
                "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=b;a,Signature=c",
                "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=c",
                "ACS3-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=c"
            })
    void anAuthorizationOfAnotherFormIsRefused(String authorization) throws IOException {
        assertRefused(call("SendSms").unsigned("authorization", authorization).post(), 400, "IncompleteSignature");
    }

    @Test
    void anotherAlgorithmIsRefused() throws IOException {
        assertRefused(
                call("SendSms")
                        .unsigned("authorization", "ACS3-HMAC-SM3 Credential=a,SignedHeaders=host,Signature=c")
                        .post(),
                400,
                "InvalidSignatureMethod");
        var rpc = call("SendSms").rpc();
        assertRefused(
                client.send(rpc.newBuilder()
                        .url(rpc.url()
                                .newBuilder()
                                .setQueryParameter("SignatureMethod", "HMAC-SHA256")
                                .build())
                        .build()),
                400,
                "InvalidSignatureMethod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256", "x-acs-version"})
    void aMissingHeaderIsRefused(String header) throws IOException {
        var request = call("SendSms").acs3().newBuilder().removeHeader(header).build();

        Answer answer = client.send(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("MissingParameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action",
                "Version",
                "AccessKeyId",
                "Timestamp",
                "SignatureNonce",
                "SignatureMethod",
                "SignatureVersion"
            })
    void aMissingParameterIsRefused(String parameter) throws IOException {
        var rpc = call("SendSms").rpc();
        var request = rpc.newBuilder()
                .url(rpc.url().newBuilder().removeAllQueryParameters(parameter).build())
                .build();

        Answer answer = client.send(request);

        assertRefused(answer, 400, "MissingParameter");
        assertThat(answer.body()).contains(parameter);
    }

    @Test
    void headersThatShouldBeSignedAndAreNotAreRefused() throws IOException {
        assertRefused(call("SendSms").unsigned("x-acs-extra", "1").post(), 400, "IncompleteSignature");
        var typed = call("SendSms")
                .acs3()
                .newBuilder()
                .post(RequestBody.create(new byte[0], MediaType.get("text/plain")))
                .build();
        assertRefused(client.send(typed), 400, "IncompleteSignature");
        assertThat(call("SendSms").unsigned("user-agent", "any").post().status())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsNotTheSignedOneIsRefused() throws IOException {
        var request = call("AddShortUrl").form("Url", "a").acs3();

        Answer answer = client.send(request.newBuilder().post(form("Url=b")).build());

        assertRefused(answer, 400, "SignatureDoesNotMatch");
        assertThat(answer.body()).contains("x-acs-content-sha256 is not the SHA-256 of the body");
    }

    /** Bytes, because OkHttp would add a charset to the media type of a text. */
    private static RequestBody form(String body) {
        return RequestBody.create(
                body.getBytes(StandardCharsets.US_ASCII), MediaType.get("application/x-www-form-urlencoded"));
    }

    @ParameterizedTest
    @CsvSource({"-900,200", "900,200", "-901,400", "901,400", "0,200", "28800,400"})
    void aTimestampMayBeFifteenMinutesOff(long seconds, int status) throws IOException {
        Answer acs3 = client.call("SendSms").at(START.plusSeconds(seconds)).post();
        Answer rpc = client.call("SendSms").at(START.plusSeconds(seconds)).postRpc();

        assertThat(acs3.status()).isEqualTo(status);
        assertThat(rpc.status()).isEqualTo(status);
        if (status == 400) {
            assertRefused(acs3, 400, "InvalidTimeStamp.Expired");
            assertRefused(rpc, 400, "InvalidTimeStamp.Expired");
            assertThat(acs3.headers().get("Date")).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
        }
    }

    @Test
    void theFakesClockMayBeWrong() throws IOException {
        cloud.skewClock(Duration.ofHours(-3));

        Answer answer = call("SendSms").post();

        assertRefused(answer, 400, "InvalidTimeStamp.Expired");
        assertThat(answer.headers().get("Date")).isEqualTo("Fri, 02 Jan 2026 00:04:05 GMT");
        assertThat(client.call("SendSms")
                        .at(START.minus(Duration.ofHours(3)))
                        .post()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-01-02 03:04:05",
                "2026-01-02T03:04:05",
                "2026-01-02T03:04:05+00:00",
                "2026-01-02T03:04:05.000Z",
                "2026-13-02T03:04:05Z",
                "2569-1-2T3:4:5Z"
            })
    void aTimestampOfAnotherFormIsRefused(String timestamp) throws IOException {
        assertRefused(call("SendSms").at(timestamp).post(), 400, "InvalidTimeStamp.Format");
        assertRefused(call("SendSms").at(timestamp).postRpc(), 400, "InvalidTimeStamp.Format");
    }

    @Test
    void aNonceWorksOnceInThirtyOneMinutes() throws IOException {
        assertThat(call("SendSms").nonce("same").post().status()).isEqualTo(200);
        assertRefused(call("SendSms").nonce("same").post(), 400, "SignatureNonceUsed");
        assertRefused(call("QueryMessage").nonce("same").postRpc(), 400, "SignatureNonceUsed");

        time.advance(Duration.ofMinutes(31).minusSeconds(1));
        assertRefused(call("SendSms").nonce("same").post(), 400, "SignatureNonceUsed");

        time.advance(Duration.ofSeconds(1));
        assertThat(call("SendSms").nonce("same").post().status()).isEqualTo(200);
        assertRefused(call("SendSms").nonce("same").post(), 400, "SignatureNonceUsed");
    }

    @Test
    void aRefusedCallDoesNotUseUpItsNonce() throws IOException {
        var wrong = Credentials.of(cloud.credentials().accessKeyId(), "wrong");
        assertRefused(call("SendSms").nonce("same").by(wrong).post(), 400, "SignatureDoesNotMatch");

        assertThat(call("SendSms").nonce("same").post().status()).isEqualTo(200);
    }

    @Test
    void keysCanBeUnknownRevokedAndDisabled() throws IOException {
        assertRefused(
                call("SendSms").by(Credentials.of("LTAI5tUnknown", "secret")).post(),
                404,
                "InvalidAccessKeyId.NotFound");
        String own = cloud.credentials().accessKeyId();
        cloud.deactivate(own);
        assertRefused(call("SendSms").post(), 400, "InvalidAccessKeyId.Inactive");
        cloud.revoke(own);
        assertRefused(call("SendSms").postRpc(), 404, "InvalidAccessKeyId.NotFound");
        cloud.accept(cloud.credentials());
        assertThat(call("SendSms").post().status()).isEqualTo(200);

        assertThatThrownBy(() -> cloud.expire(own)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cloud.revoke("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cloud.deactivate("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void temporaryKeysNeedTheirTokenAndEnd() throws IOException {
        Credentials key = cloud.acceptTemporary(Duration.ofHours(1));
        assertThat(call("SendSms").by(key).post().status()).isEqualTo(200);
        assertThat(call("SendSms").by(key).postRpc().status()).isEqualTo(200);

        var withoutToken = Credentials.of(key.accessKeyId(), key.accessKeySecret());
        assertRefused(call("SendSms").by(withoutToken).post(), 404, "InvalidAccessKeyId.NotFound");
        var otherToken = Credentials.temporary(key.accessKeyId(), key.accessKeySecret(), "CAISother", null);
        assertRefused(call("SendSms").by(otherToken).post(), 403, "InvalidSecurityToken.MismatchWithAccessKey");

        time.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(call("SendSms").by(key).post().status()).isEqualTo(200);
        time.advance(Duration.ofSeconds(1));
        assertRefused(call("SendSms").by(key).post(), 403, "InvalidSecurityToken.Expired");
    }

    @Test
    void temporaryKeysCanBeEndedEarly() throws IOException {
        Credentials key = cloud.acceptTemporary(Duration.ofHours(1));
        cloud.expire(key.accessKeyId());

        assertRefused(call("SendSms").by(key).post(), 403, "InvalidSecurityToken.Expired");
    }

    @Test
    void aGetIsServedLikeAPostAndItsSignatureCoversTheMethod() throws IOException {
        assertThat(call("SendSms").query("A", "b *~").method("GET").post().status())
                .isEqualTo(200);
        assertThat(call("SendSms").query("A", "b *~").method("GET").postRpc().status())
                .isEqualTo(200);
        assertThat(cloud.received("SendSms"))
                .allSatisfy(call -> assertThat(call.parameters()).containsOnly(Map.entry("A", "b *~")));

        var acs3 = call("SendSms").acs3();
        assertRefused(client.send(acs3.newBuilder().get().build()), 400, "SignatureDoesNotMatch");
        var rpc = call("SendSms").rpc();
        assertRefused(client.send(rpc.newBuilder().get().build()), 400, "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "HEAD", "OPTIONS"})
    void otherMethodsAreRefused(String method) throws IOException {
        for (Request request : List.of(
                call("SendSms").method(method).acs3(),
                call("SendSms").method(method).rpc())) {
            assertThat(client.send(request).status()).isEqualTo(400);
        }
        assertThat(cloud.received())
                .extracting(ReceivedCall::refusalCode)
                .containsExactly("UnsupportedHTTPMethod", "UnsupportedHTTPMethod");
    }

    @Test
    void anRpcSignatureCountsThoughTheActionIsInAHeaderToo() throws IOException {
        Answer answer = call("SendSms")
                .query("A", "b")
                .unsigned("x-acs-action", "SendSms")
                .unsigned("x-acs-version", "2018-05-01")
                .postRpc();
        assertThat(answer.status()).isEqualTo(200);
        ReceivedCall received = cloud.received("SendSms").get(0);
        assertThat(received.signature()).isEqualTo(Signature.RPC_1_0);
        assertThat(received.parameters()).containsOnly(Map.entry("A", "b"));
    }

    @Test
    void anAuthorizationCountsMoreThanAParameterOfThatName() throws IOException {
        Answer answer = call("AddSmsSign").query("Signature", "Acme").post();
        assertThat(answer.status()).isEqualTo(200);
        ReceivedCall received = cloud.received("AddSmsSign").get(0);
        assertThat(received.signature()).isEqualTo(Signature.ACS3_HMAC_SHA256);
        assertThat(received.parameters()).containsOnly(Map.entry("Signature", "Acme"));
    }

    @Test
    void onlyTheRootIsServed() throws IOException {
        var acs3 = call("SendSms").acs3();
        assertRefused(client.send(acs3.newBuilder().url(client.url("/other")).build()), 404, "InvalidApi.NotFound");
        assertRefused(client.send(new Request.Builder().url(client.url("/")).build()), 400, "MissingParameter");
    }

    @Test
    void brokenPercentEncodingIsRefused() throws IOException {
        var request = call("SendSms").acs3().newBuilder().post(form("a=%zz")).build();

        assertRefused(client.send(request), 400, "InvalidParameter");
        assertThat(cloud.received()).isEmpty();
        assertThat(cloud.attempts()).hasSize(1);
    }

    @Test
    void someOperationsNeedNoSignature() throws IOException {
        var request = new Request.Builder()
                .url(client.url("/?Action=AssumeRoleWithOIDC&Version=2015-04-01"))
                .post(RequestBody.create(new byte[0]))
                .build();

        assertThat(client.send(request).status()).isEqualTo(200);
        assertThat(cloud.received("AssumeRoleWithOIDC").get(0).signature()).isNull();
    }

    @Test
    void errorsComeInXmlOnDemand() throws IOException {
        cloud.errorsAsXml();
        var wrong = Credentials.of(cloud.credentials().accessKeyId(), "wrong");

        Answer answer = call("SendSms").query("A", "<&>").by(wrong).post();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("text/xml;charset=utf-8");
        assertThat(answer.body()).contains("<Error><RequestId>", "<Code>SignatureDoesNotMatch</Code>", "<![CDATA[");
        assertThat(call("SendSms").post().body()).startsWith("{");
    }

    @Test
    void errorsHaveTheFormOfTheGateways() throws IOException {
        Answer answer = call("SendSms").host("dysmsapi.aliyuncs.com").at("now").post();

        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.body())
                .contains(
                        "\"RequestId\":\"" + answer.headers().get("x-acs-request-id") + "\"",
                        "\"HostId\":\"dysmsapi.aliyuncs.com\"",
                        "\"Recommend\":\"https://api.aliyun.com/troubleshoot?q=InvalidTimeStamp.Format");
    }
}
