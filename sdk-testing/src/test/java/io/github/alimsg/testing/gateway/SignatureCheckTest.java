package io.github.alimsg.testing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.core.credentials.Credentials;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check against the ten vectors of the vendor's signatures, whole and tampered with. */
class SignatureCheckTest {
    private static final Set<String> IN_FORM = Set.of("EffectiveDays", "ShortUrlName", "SourceUrl");

    private final Keys keys = new Keys();
    private final SignatureCheck check = new SignatureCheck(keys);

    /** A request that can be taken apart, changed, and put together again. */
    private static final class Vector {
        final JsonNode json;
        final boolean acs3;
        String method;
        String path = "/";
        String body;
        final Map<String, String> query = new LinkedHashMap<>();
        final Map<String, String> headers = new LinkedHashMap<>();

        Vector(JsonNode json) {
            this.json = json;
            this.acs3 = json.path("algorithm").asText().startsWith("ACS3");
            this.method = json.path("method").asText();
            if (acs3) {
                json.path("query")
                        .properties()
                        .forEach(e -> query.put(e.getKey(), e.getValue().asText()));
                json.path("headers")
                        .properties()
                        .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
                headers.put("authorization", json.path("authorization").asText());
                body = json.path("body").asText();
            } else {
                var form = new ArrayList<String>();
                json.path("parameters").properties().forEach(e -> {
                    if (IN_FORM.contains(e.getKey())) {
                        form.add(e.getKey() + "=" + asBrowsersDo(e.getValue().asText()));
                    } else {
                        query.put(e.getKey(), e.getValue().asText());
                    }
                });
                query.put("Signature", json.path("signature").asText());
                body = String.join("&", form);
                if (!body.isEmpty()) {
                    headers.put("content-type", "application/x-www-form-urlencoded");
                }
            }
        }

        static String asBrowsersDo(String text) {
            return PercentCoding.encode(text).replace("%20", "+").replace("%2A", "*");
        }

        WireRequest request() {
            var target = new ArrayList<String>();
            query.forEach((name, value) -> target.add(PercentCoding.encode(name) + "=" + PercentCoding.encode(value)));
            try {
                return WireRequest.of(
                        method,
                        path + (target.isEmpty() ? "" : "?" + String.join("&", target)),
                        headers.entrySet(),
                        ByteString.encodeUtf8(body));
            } catch (CharacterCodingException e) {
                throw new AssertionError(e);
            }
        }

        Instant signedAt() {
            String time = acs3 ? headers.get("x-acs-date") : query.get("Timestamp");
            return Instant.parse(time);
        }

        Credentials credentials() {
            String id = json.path(acs3 ? "accessKeyId" : "parameters")
                    .at(acs3 ? "" : "/AccessKeyId")
                    .asText();
            String secret = json.path("secret").asText();
            String token = headers.get("x-acs-security-token");
            return token == null ? Credentials.of(id, secret) : Credentials.temporary(id, secret, token, null);
        }

        @Override
        public String toString() {
            return json.path("algorithm").asText() + " " + json.path("name").asText();
        }
    }

    static List<Vector> vectors() throws IOException {
        try (var in = SignatureCheckTest.class.getResourceAsStream("signatures.json")) {
            var vectors = new ArrayList<Vector>();
            new ObjectMapper().readTree(in).forEach(json -> vectors.add(new Vector(json)));
            return vectors;
        }
    }

    @Test
    void thereAreTenVectorsOfBothKinds() throws IOException {
        assertThat(vectors()).hasSize(10).extracting(vector -> vector.acs3).contains(true, false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsEveryVector(Vector vector) {
        keys.accept(vector.credentials());
        WireRequest request = vector.request();

        assertThat(check.refusal(request, SignatureClaim.of(request), vector.signedAt()))
                .isNull();
        if (vector.acs3) {
            assertThat(SignatureCheck.canonicalRequest(
                            request,
                            SignatureClaim.of(request).signedHeaders(),
                            vector.headers.get("x-acs-content-sha256")))
                    .isEqualTo(vector.json.path("canonicalRequest").asText());
        } else {
            assertThat(SignatureCheck.stringToSign(request))
                    .isEqualTo(vector.json.path("stringToSign").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesEveryVectorWithAnotherSecret(Vector vector) {
        Credentials right = vector.credentials();
        String token = right.securityToken();
        keys.accept(
                token == null
                        ? Credentials.of(right.accessKeyId(), "another")
                        : Credentials.temporary(right.accessKeyId(), "another", token, null));
        WireRequest request = vector.request();

        Refusal refusal = check.refusal(request, SignatureClaim.of(request), vector.signedAt());

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo("SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesEveryVectorTamperedWith(Vector vector) {
        keys.accept(vector.credentials());
        Instant now = vector.signedAt();
        var random = new Random(20260102);
        for (int round = 0; round < 200; round++) {
            var tampered = new Vector(vector.json);
            String how = tamper(tampered, random);
            WireRequest request = tampered.request();

            assertThat(check.refusal(request, SignatureClaim.of(request), now))
                    .as(how)
                    .isNotNull();
        }
    }

    private static String tamper(Vector vector, Random random) {
        switch (random.nextInt(7)) {
            case 0 -> {
                vector.method = vector.method.equals("POST") ? "GET" : "POST";
                return "method";
            }
            case 1 -> {
                vector.query.put("Added" + random.nextInt(100), "");
                return "parameter added";
            }
            case 2 -> {
                vector.body = vector.body + (vector.body.isEmpty() ? "a=b" : "%20");
                vector.headers.putIfAbsent("content-type", "application/x-www-form-urlencoded");
                return "body";
            }
            case 3 -> {
                return changeOneOf(vector.headers, random, vector) + " (header)";
            }
            case 4 -> {
                if (vector.query.isEmpty()) {
                    vector.query.put("Only", "one");
                    return "parameter added";
                }
                String name = oneOf(vector.query, random);
                vector.query.remove(name);
                return name + " removed";
            }
            case 5 -> {
                if (vector.acs3) {
                    vector.path = "/other";
                    return "path";
                }
                return changeOneOf(vector.query, random, vector) + " (parameter)";
            }
            default -> {
                return changeOneOf(vector.query, random, vector) + " (parameter)";
            }
        }
    }

    private static String oneOf(Map<String, String> values, Random random) {
        return List.copyOf(values.keySet()).get(random.nextInt(values.size()));
    }

    /** Changes one character of one value. */
    private static String changeOneOf(Map<String, String> values, Random random, Vector vector) {
        if (values.isEmpty() || !vector.acs3 && values == vector.headers) {
            vector.query.put("Instead", "x");
            return "parameter added";
        }
        String name = oneOf(values, random);
        var text = new StringBuilder(values.get(name));
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        if (text.isEmpty()) {
            text.append('x');
        } else {
            text.setCharAt(at, text.charAt(at) == '5' ? '6' : '5');
        }
        values.put(name, text.toString());
        return name + " at " + at;
    }
}
