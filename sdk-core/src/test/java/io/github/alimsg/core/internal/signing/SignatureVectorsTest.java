package io.github.alimsg.core.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.Surroundings;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairsTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureVectorsTest {
    private static final long MOMENT = Instant.parse("2026-01-02T03:04:05Z").getEpochSecond();
    private static final String NONCE = "0123456789abcdef0123456789abcdef";

    /** A vector, named for the reports of tests. */
    record Vector(JsonNode json) {
        String text(String field) {
            return json.path(field).asText();
        }

        @Override
        public String toString() {
            return text("algorithm") + ": " + text("name");
        }
    }

    static Stream<Vector> vectors() throws IOException {
        try (InputStream in = SignatureVectorsTest.class.getResourceAsStream("/signatures.json")) {
            List<Vector> vectors = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(node -> vectors.add(new Vector(node)));
            return vectors.stream();
        }
    }

    static Stream<Vector> acs3() throws IOException {
        return vectors().filter(vector -> vector.text("algorithm").startsWith("ACS3"));
    }

    static Stream<Vector> rpc() throws IOException {
        return vectors().filter(vector -> vector.text("algorithm").startsWith("RPC"));
    }

    static Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    @Test
    void allTenVectorsAreHere() throws IOException {
        assertThat(acs3()).hasSize(5);
        assertThat(rpc()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("acs3")
    void headersAreThoseOfTheVector(Vector vector) {
        SignedRequest signed = sign(vector);

        Map<String, String> expected = new TreeMap<>(Map.of("Authorization", vector.text("authorization")));
        vector.json()
                .get("headers")
                .properties()
                .forEach(h -> expected.put(h.getKey(), h.getValue().asText()));
        expected.remove("host"); // the transport sends these two by itself
        expected.remove("content-type");
        expected.put("Accept", "application/json"); // which the vendor's code sends as well, and does not sign
        assertThat(headers(signed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("acs3")
    void queryAndBodyAreSentAsTheyWereSigned(Vector vector) {
        SignedRequest signed = sign(vector);

        assertThat(signed.query()).isEqualTo(vector.text("canonicalRequest").split("\n", -1)[2]);
        assertThat(signed.body()).isEqualTo(vector.text("body").getBytes(UTF_8));
        assertThat(signed.contentType())
                .isEqualTo(vector.json().path("headers").path("content-type").textValue());
    }

    @ParameterizedTest
    @MethodSource("rpc")
    void olderSignatureIsThatOfTheVector(Vector vector) {
        assertThat(rpcSignature(vector)).isEqualTo(vector.text("signature"));
    }

    @ParameterizedTest
    @MethodSource("rpc")
    void stringToSignIsThatOfTheVector(Vector vector) {
        String canonical = sortedPairs(vector.json().get("parameters")).toString();

        assertThat(vector.text("method") + "&%2F&" + encoded(canonical)).isEqualTo(vector.text("stringToSign"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void signaturesAreTheSameEverywhere(Surroundings surroundings) throws IOException {
        List<Vector> acs3 = acs3().toList();
        List<Vector> rpc = rpc().toList();
        surroundings.run(() -> {
            assertThat(acs3)
                    .allSatisfy(vector -> assertThat(headers(sign(vector)))
                            .containsEntry("Authorization", vector.text("authorization")));
            assertThat(rpc)
                    .allSatisfy(vector -> assertThat(rpcSignature(vector)).isEqualTo(vector.text("signature")));
        });
    }

    @ParameterizedTest
    @MethodSource("odd")
    void timestampsAreTheSameEverywhere(Surroundings surroundings) {
        surroundings.run(() -> {
            assertThat(headers(signed(Signature.ACS3_HMAC_SHA256, null)))
                    .containsEntry("x-acs-date", "2026-01-02T03:04:05Z");
            assertThat(decoded(signed(Signature.RPC_1_0, null).query()))
                    .containsEntry("Timestamp", "2026-01-02T03:04:05Z");
        });
    }

    @Test
    void olderSignatureCoversQueryAndFormTogether() throws Exception {
        var form = new PercentEncodedPairs(8);
        form.add("Body", "a b*~+");

        SignedRequest signed = signed(Signature.RPC_1_0, form);

        Map<String, String> all = decoded(signed.query());
        String signature = all.remove("Signature");
        all.putAll(decoded(new String(signed.body(), UTF_8)));
        assertThat(all)
                .containsEntry("Body", "a b*~+")
                .containsEntry("SecurityToken", "to+ken")
                .containsEntry("Action", "Op");
        assertThat(signature).isEqualTo(recomputed(all));
        assertThat(signed.headers()).isEmpty();
    }

    @Test
    void oneSignerServesOneKeyAfterTheOther() throws IOException {
        List<Vector> vectors =
                acs3().filter(v -> v.text("name").startsWith("SendSms")).toList();
        RequestSigner signer = RequestSigner.of(Signature.ACS3_HMAC_SHA256, "dysmsapi.aliyuncs.com", "2017-05-25");

        for (Vector vector : List.of(vectors.get(0), vectors.get(1), vectors.get(0))) {
            assertThat(headers(sign(vector, signer))).containsEntry("Authorization", vector.text("authorization"));
        }
    }

    private static SignedRequest sign(Vector vector) {
        JsonNode headers = vector.json().get("headers");
        return sign(
                vector,
                new Acs3Signer(
                        headers.get("host").asText(),
                        headers.get("x-acs-version").asText()));
    }

    private static SignedRequest sign(Vector vector, RequestSigner signer) {
        JsonNode headers = vector.json().get("headers");
        JsonNode token = headers.get("x-acs-security-token");
        String id = vector.text("accessKeyId");
        return signer.sign(
                headers.get("x-acs-action").asText(),
                sortedPairs(vector.json().get("query")),
                vector.text("body").isEmpty() ? null : verbatim(vector.text("body")),
                token == null
                        ? Credentials.of(id, vector.text("secret"))
                        : Credentials.temporary(id, vector.text("secret"), token.asText(), null),
                Instant.parse(headers.get("x-acs-date").asText()).getEpochSecond(),
                headers.get("x-acs-signature-nonce").asText());
    }

    private static SignedRequest signed(Signature signature, PercentEncodedPairs form) {
        var query = new PercentEncodedPairs(8);
        query.add("To", "8613800000000");
        return RequestSigner.of(signature, "example.com", "2020-06-06")
                .sign("Op", query, form, Credentials.temporary("id", "secret", "to+ken", null), MOMENT, NONCE);
    }

    private static String rpcSignature(Vector vector) {
        return new RpcSigner("example.com", "2020-06-06")
                .signature(vector.text("method"), sortedPairs(vector.json().get("parameters")), vector.text("secret"));
    }

    private static PercentEncodedPairs sortedPairs(JsonNode parameters) {
        var pairs = new PercentEncodedPairs(8);
        parameters.properties().forEach(p -> pairs.add(p.getKey(), p.getValue().asText()));
        return pairs.sort();
    }

    /** Pairs with the very bytes of a body: the vendor's code writes forms in another encoding than queries. */
    private static PercentEncodedPairs verbatim(String body) {
        var pairs = new PercentEncodedPairs(body.length());
        pairs.add("", "x".repeat(body.length() - 1));
        System.arraycopy(body.getBytes(UTF_8), 0, pairs.array(), 0, body.length());
        return pairs;
    }

    private static Map<String, String> headers(SignedRequest signed) {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 0; i < signed.headers().size(); i += 2) {
            headers.put(signed.headers().get(i), signed.headers().get(i + 1));
        }
        return headers;
    }

    private static Map<String, String> decoded(String query) {
        Map<String, String> decoded = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            decoded.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return decoded;
    }

    /** The signature once more, by other means than the signer's. */
    private static String recomputed(Map<String, String> sorted) throws Exception {
        List<String> pairs = new ArrayList<>();
        sorted.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("secret&".getBytes(UTF_8), "HmacSHA1"));
        byte[] text = ("POST&%2F&" + encoded(String.join("&", pairs))).getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(text));
    }

    private static String encoded(String text) {
        return PercentEncodedPairsTest.reference(text);
    }
}
