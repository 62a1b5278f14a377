package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Request;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused call says why, so that the author of another client need not guess. */
class RefusalReasonTest {
    private static final Credentials OTHER = Credentials.of("LTAIotherKey", "other-secret");

    private final FakeCloud cloud = FakeCloud.start().accept(OTHER);
    private final PlainClient client = new PlainClient(cloud);
    private final String secret = cloud.credentials().accessKeySecret();

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private PlainClient.Call call() {
        return client.call("SendSms")
                .query("signName", "Acme & Co *~")
                .query("PhoneNumbers", "+62 812")
                .query("TemplateCode", "SMS_1");
    }

    private ReceivedCall last() {
        var received = cloud.received();
        return received.get(received.size() - 1);
    }

    /** What the gateway expects to be signed, which it says to a call with a made-up signature. */
    private String expected(Request request) throws IOException {
        client.send(request);
        return String.valueOf(last().expectedStringToSign());
    }

    private ReceivedCall rpc(UnaryOperator<String> signed, String key) throws IOException {
        Request made = call().form("OutId", "a b").rpc();
        String toSign = signed.apply(expected(rpcWith(made, "bm8=")));
        String signature = Base64.getEncoder().encodeToString(hmac("HmacSHA1", key, toSign));
        client.send(rpcWith(made, signature));
        return last();
    }

    private static Request rpcWith(Request request, String signature) {
        var url = request.url().newBuilder();
        url.setQueryParameter("Signature", signature);
        // OkHttp leaves the plus as it is
        return request.newBuilder()
                .url(url.build().toString().replace(signature, signature.replace("+", "%2B")))
                .build();
    }

    private ReceivedCall acs3(UnaryOperator<String> signed, String key) throws IOException {
        Request made = call().form("OutId", "a b").acs3();
        String canonical = signed.apply(expected(acs3With(made, "00")));
        String toSign =
                "ACS3-HMAC-SHA256\n" + ByteString.encodeUtf8(canonical).sha256().hex();
        client.send(acs3With(made, HexFormat.of().formatHex(hmac("HmacSHA256", key, toSign))));
        return last();
    }

    private static Request acs3With(Request request, String signature) {
        String header = String.valueOf(request.header("authorization"));
        return request.newBuilder()
                .header("authorization", header.substring(0, header.indexOf("Signature=") + 10) + signature)
                .build();
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    @Test
    void anAcceptedCallHasNoReason() throws IOException {
        assertThat(rpc(signed -> signed, secret + "&").accepted()).isTrue();
        assertThat(acs3(signed -> signed, secret).accepted()).isTrue();
        assertThat(last().refusalReason()).isNull();
        assertThat(last().expectedStringToSign()).isNull();
        assertThat(last().receivedStringToSign()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "POST& | GET& | HTTP method",
                "%2520 | %2B | spaces are signed as +",
                "%252A | * | * is signed as it is",
                "%252A | %2A | * is signed as it is",
                "~ | %257E | ~ is signed as %7E",
            })
    void mistakesInRpcAreFound(String right, String wrong, String reason) throws IOException {
        UnaryOperator<String> mistake = signed -> signed.replace(right, wrong);
        if (wrong.equals("%2B")) {
            mistake = signed ->
                    signed.replace("%2520", "%2B").replace("%252A", "%2A").replace("~", "%257E");
        } else if (wrong.equals("*")) {
            mistake = signed -> signed.replace("%252A", "%2A");
        }
        ReceivedCall call = rpc(mistake, secret + "&");

        assertThat(call.refusalCode()).isEqualTo("SignatureDoesNotMatch");
        assertThat(call.refusalReason()).contains(reason, "first difference is at character");
        assertThat(call.receivedStringToSign()).isNotNull().isNotEqualTo(call.expectedStringToSign());
    }

    @Test
    void rpcParametersThatAreSortedOrLeftOutOtherwiseAreFound() throws IOException {
        ReceivedCall call = rpc(
                signed -> {
                    int name = signed.indexOf("%26signName");
                    String last = signed.substring(name);
                    String rest = signed.substring(0, name);
                    int place = rest.indexOf("%26TemplateCode");
                    int next = rest.indexOf("SignatureVersion");
                    next = rest.indexOf("%26", next);
                    return rest.substring(0, next) + last + rest.substring(Math.min(next, place));
                },
                secret + "&");
        assertThat(call.refusalReason()).contains("sorted without regard to case");

        call = rpc(signed -> signed.replace("%26OutId%3Da%2520b", ""), secret + "&");
        assertThat(call.refusalReason()).contains("form are not signed");

        call = rpc(
                signed -> "POST&%2F&"
                        + signed.substring(9)
                                .replace("%3D", "=")
                                .replace("%26", "&")
                                .replace("%25", "%"),
                secret + "&");
        assertThat(call.refusalReason()).contains("not percent-encoded once more");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "POST | GET | HTTP method",
                "%20 | + | spaces are signed as +",
            })
    void mistakesInAcs3AreFound(String right, String wrong, String reason) throws IOException {
        ReceivedCall call = acs3(
                signed -> wrong.equals("+")
                        ? signed.replace("%20", "+").replace("%2A", "*").replace("~", "%7E")
                        : signed.replace(right, wrong),
                secret);

        assertThat(call.refusalReason()).contains(reason, "first difference is at character");
        assertThat(call.receivedStringToSign()).isNotNull().isNotEqualTo(call.expectedStringToSign());
    }

    @Test
    void headersThatAnHttpClientChangesAreFound() throws IOException {
        String port = ":" + cloud.endpoint().getPort();
        assertThat(acs3(signed -> signed.replace("127.0.0.1" + port, "127.0.0.1"), secret)
                        .refusalReason())
                .contains("the header host");
        assertThat(acs3(signed -> signed.replace("127.0.0.1" + port, "localhost" + port), secret)
                        .refusalReason())
                .contains("the header host");
        assertThat(acs3(signed -> signed.replace("urlencoded\n", "urlencoded; charset=utf-8\n"), secret)
                        .refusalReason())
                .contains("the header content-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n", " %s", "\"%s\""})
    void aSecretWithSomethingAroundItIsFound(String changed) throws IOException {
        String wrong = changed.replace("%s", secret);
        for (ReceivedCall call :
                new ReceivedCall[] {rpc(signed -> signed, wrong + "&"), acs3(signed -> signed, wrong)}) {
            assertThat(call.refusalReason())
                    .isEqualTo("the client's secret has white space or quotes around it")
                    .doesNotContain(secret);
            assertThat(call.receivedStringToSign()).isEqualTo(call.expectedStringToSign());
        }
    }

    @Test
    void theSecretOfAnotherKeyIsFound() throws IOException {
        assertThat(acs3(signed -> signed, OTHER.accessKeySecret()).refusalReason())
                .isEqualTo("the secret is that of another access key, LTAI…");
        assertThat(rpc(signed -> signed, OTHER.accessKeySecret() + "&").refusalReason())
                .isEqualTo("the secret is that of another access key, LTAI…");
    }

    @Test
    void theAmpersandOfRpcIsFoundWhereverItIsWrong() throws IOException {
        assertThat(rpc(signed -> signed, secret).refusalReason()).contains("lacks the ampersand");
        assertThat(acs3(signed -> signed, secret + "&").refusalReason()).contains("has an ampersand");
    }

    @Test
    void whatIsNoneOfTheMistakesIsSaidToBe() throws IOException {
        ReceivedCall call = acs3(signed -> signed, "quite another secret");

        assertThat(call.refusalReason()).startsWith("the client has another secret, or has signed something else");
        assertThat(call.expectedStringToSign()).startsWith("POST\n/\nPhoneNumbers=%2B62%20812&");
        assertThat(call.receivedStringToSign()).isNull();
        assertThat(rpc(signed -> signed, "quite another secret&").expectedStringToSign())
                .startsWith("POST&%2F&AccessKeyId%3D");
    }

    @Test
    void ofAnUnknownKeyOnlyTheBeginningIsShown() throws IOException {
        call().by(Credentials.of("LTAIrealkey", "real-secret")).post();

        assertThat(last().refusalReason()).isEqualTo("the access key LTAI… is not one of those that are accepted here");
    }

    @Test
    void clocksAndNoncesAreNamed() throws IOException {
        call().at(Instant.now().minus(Duration.ofHours(3))).post();
        assertThat(last().refusalReason()).startsWith("the clocks differ: the call says 20");

        call().nonce("twice").post();
        call().nonce("twice").post();
        assertThat(last().refusalReason()).contains("an earlier call has the same nonce");
    }

    @Test
    void anotherBodyThanTheOneThatWasHashedIsNamed() throws IOException {
        Request made = call().form("OutId", "a b").acs3();
        client.send(made.newBuilder()
                .post(okhttp3.RequestBody.create("OutId=a%20c", made.body().contentType()))
                .build());

        assertThat(last().refusalReason()).contains("not the SHA-256 of the body that arrived, which has 11 bytes");
    }

    @Test
    void anUnknownAlgorithmIsNamed() throws IOException {
        Request made = call().acs3();
        client.send(made.newBuilder()
                .header(
                        "authorization",
                        String.valueOf(made.header("authorization")).replace("HMAC-SHA256", "RSA-SHA256"))
                .build());

        assertThat(last().refusalReason()).isEqualTo("the algorithm of the signature is not ACS3-HMAC-SHA256");
    }

    @Test
    void everyRefusalHasAReason() throws IOException {
        cloud.when("SendSms").thenThrottle(Duration.ofSeconds(2));
        call().post();
        assertThat(last().refusalReason()).isEqualTo("throttled; the next turn is in PT2S");

        cloud.revoke(cloud.credentials().accessKeyId());
        call().post();
        assertThat(last().refusalReason()).contains("not one of those that are accepted");
    }
}
