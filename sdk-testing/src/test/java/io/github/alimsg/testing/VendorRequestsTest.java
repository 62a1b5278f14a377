package io.github.alimsg.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that the vendor's own Node clients sent, byte for byte and with their own signatures: both signatures, POST
 * and GET, with and without a token, parameters in query and form. {@code it/src/node} calls the fake by those clients
 * themselves.
 */
class VendorRequestsTest {
    /** When all of them were signed. */
    private static final Instant SIGNED_AT = Instant.parse("2026-01-02T03:04:05Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ManualTime time = new ManualTime(SIGNED_AT);
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();

    @AfterEach
    void close() {
        cloud.close();
    }

    /** A recorded request. */
    private record Recorded(JsonNode json) {
        String text(String field) {
            return json.path(field).textValue();
        }

        boolean isRpc() {
            return "RPC".equals(text("signature"));
        }

        Credentials key(String secret) {
            return text("token") == null
                    ? Credentials.of("LTAI5tFakeCloudForTests1", secret)
                    : Credentials.temporary("STS.FakeKeyOfRecordings", secret, text("token"), null);
        }

        Credentials key() {
            return key("FakeCloudSecretForTestsOnly01x");
        }

        Map<String, String> parameters() {
            var parameters = new HashMap<String, String>();
            json.path("parameters")
                    .properties()
                    .forEach(field ->
                            parameters.put(field.getKey(), field.getValue().textValue()));
            return parameters;
        }

        /** The request as it was on the wire. */
        byte[] bytes() {
            byte[] body = text("body").getBytes(UTF_8);
            var head = new StringBuilder(text("method") + " " + text("target") + " HTTP/1.1\r\n");
            json.path("headers")
                    .properties()
                    .forEach(header -> head.append(header.getKey())
                            .append(": ")
                            .append(header.getValue().textValue())
                            .append("\r\n"));
            head.append(body.length == 0 ? "" : "content-length: " + body.length + "\r\n");
            return (head + "\r\n" + text("body")).getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return text("client") + " " + text("signature") + " " + text("method") + " " + text("action")
                    + (text("token") == null ? "" : " with a token");
        }
    }

    private record Answer(int status, JsonNode body) {
        String code() {
            return body.path("Code").asText();
        }
    }

    static List<Recorded> recorded() throws IOException {
        try (var in = VendorRequestsTest.class.getResourceAsStream("vendor-requests.json")) {
            var all = new ArrayList<Recorded>();
            JSON.readTree(in).forEach(json -> all.add(new Recorded(json)));
            return all;
        }
    }

    private Answer send(Recorded request) throws IOException {
        try (var socket =
                new Socket(cloud.endpoint().getHost(), cloud.endpoint().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.bytes());
            var answer = Okio.buffer(Okio.source(socket));
            int status = Integer.parseInt(answer.readUtf8LineStrict().split(" ")[1]);
            long length = 0;
            for (String line = answer.readUtf8LineStrict(); !line.isEmpty(); line = answer.readUtf8LineStrict()) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Long.parseLong(line.substring(15).strip());
                }
            }
            return new Answer(status, JSON.readTree(answer.readUtf8(length)));
        }
    }

    @Test
    void theyCoverBothSignaturesMethodsAndKindsOfKeys() throws IOException {
        assertThat(recorded())
                .extracting(request -> request.text("signature") + " " + request.text("method") + " "
                        + (request.text("token") == null ? "lasting" : "temporary"))
                .contains(
                        "RPC POST lasting",
                        "RPC POST temporary",
                        "RPC GET lasting",
                        "RPC GET temporary",
                        "ACS3 POST lasting",
                        "ACS3 POST temporary",
                        "ACS3 GET lasting",
                        "ACS3 GET temporary");
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void aCallOfTheVendorsClientsIsAccepted(Recorded request) throws IOException {
        cloud.accept(request.key());

        Answer answer = send(request);

        assertThat(answer.body().path("Code").textValue()).isEqualTo("OK");
        assertThat(answer.status()).isEqualTo(200);
        ReceivedCall call = cloud.received(request.text("action")).get(0);
        assertThat(call.accepted()).isTrue();
        assertThat(call.parameters()).containsExactlyInAnyOrderEntriesOf(request.parameters());
        assertThat(call.signature()).isEqualTo(request.isRpc() ? Signature.RPC_1_0 : Signature.ACS3_HMAC_SHA256);
        assertThat(call.version())
                .isEqualTo(request.json().path("headers").path("x-acs-version").textValue());
        assertThat(call.accessKeyId()).isEqualTo(request.key().accessKeyId());
        assertThat(call.hasSecurityToken()).isEqualTo(request.text("token") != null);
        assertThat(call.signedAt()).isEqualTo(SIGNED_AT);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyRefusalHasItsOwnCode(Recorded request) throws IOException {
        cloud.accept(request.key("another"));
        assertThat(send(request).code()).isEqualTo("SignatureDoesNotMatch");

        cloud.revoke(request.key().accessKeyId());
        assertThat(send(request).code()).isEqualTo("InvalidAccessKeyId.NotFound");

        cloud.accept(request.key()).deactivate(request.key().accessKeyId());
        assertThat(send(request).code()).isEqualTo("InvalidAccessKeyId.Inactive");

        cloud.accept(request.key()).skewClock(Duration.ofMinutes(16));
        assertThat(send(request).code()).isEqualTo("InvalidTimeStamp.Expired");
        cloud.skewClock(Duration.ZERO);

        if (request.text("token") != null) {
            cloud.expire(request.key().accessKeyId());
            assertThat(send(request).code()).isEqualTo("InvalidSecurityToken.Expired");
            cloud.accept(request.key());
        }

        assertThat(send(request).code()).isEqualTo("OK");
        assertThat(send(request).code()).isEqualTo("SignatureNonceUsed");

        cloud.reset();
        cloud.accept(request.key());
        cloud.when(request.text("action")).thenThrottle();
        assertThat(send(request).code()).isEqualTo("System.LimitControl");

        cloud.withProduct(Letters.PRODUCT);
        assertThat(send(request).code()).isEqualTo("InvalidVersion");
    }
}
