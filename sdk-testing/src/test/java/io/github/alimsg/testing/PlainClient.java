package io.github.alimsg.testing;

import io.github.alimsg.core.credentials.Credentials;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/** A client that knows HTTP and signs by hand, with nothing of the SDK in it. */
final class PlainClient implements AutoCloseable {
    record Answer(int status, Headers headers, String body) {}

    private final FakeCloud cloud;
    private final ConnectionPool pool = new ConnectionPool(300, 1, TimeUnit.MINUTES);
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectionPool(pool)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();

    PlainClient(FakeCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void close() {
        pool.evictAll();
    }

    Call call(String operation) {
        return new Call(operation);
    }

    Answer send(Request request) throws IOException {
        try (var response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().string());
        }
    }

    HttpUrl url(String pathAndQuery) {
        return HttpUrl.get(cloud.endpoint() + pathAndQuery);
    }

    /** One call in the making. */
    final class Call {
        private final String operation;
        private final Map<String, String> query = new TreeMap<>();
        private final Map<String, String> form = new TreeMap<>();
        private final Map<String, String> unsigned = new LinkedHashMap<>();
        private Credentials credentials = cloud.credentials();
        private String version = "2018-05-01";
        private String nonce = UUID.randomUUID().toString();
        private String timestamp = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        private String host = cloud.endpoint().getAuthority();
        private String method = "POST";

        Call(String operation) {
            this.operation = operation;
        }

        Call version(String version) {
            this.version = version;
            return this;
        }

        Call query(String name, String value) {
            query.put(name, value);
            return this;
        }

        Call form(String name, String value) {
            form.put(name, value);
            return this;
        }

        Call unsigned(String name, String value) {
            unsigned.put(name, value);
            return this;
        }

        Call by(Credentials credentials) {
            this.credentials = credentials;
            return this;
        }

        Call nonce(String nonce) {
            this.nonce = nonce;
            return this;
        }

        Call at(String timestamp) {
            this.timestamp = timestamp;
            return this;
        }

        Call at(Instant time) {
            return at(time.truncatedTo(ChronoUnit.SECONDS).toString());
        }

        Call host(String host) {
            this.host = host;
            return this;
        }

        /** By another method than POST, which takes no form. */
        Call method(String method) {
            this.method = method;
            return this;
        }

        /** Sends with the newer signature. */
        Answer post() throws IOException {
            return send(acs3());
        }

        /** Sends with the older signature. */
        Answer postRpc() throws IOException {
            return send(rpc());
        }

        Request acs3() {
            String body = pairs(form);
            var headers = new TreeMap<String, String>();
            headers.put("host", host);
            headers.put("x-acs-action", operation);
            headers.put("x-acs-version", version);
            headers.put("x-acs-date", timestamp);
            headers.put("x-acs-signature-nonce", nonce);
            headers.put("x-acs-content-sha256", sha256(body));
            if (!body.isEmpty()) {
                headers.put("content-type", "application/x-www-form-urlencoded");
            }
            if (credentials.securityToken() != null) {
                headers.put("x-acs-accesskey-id", credentials.accessKeyId());
                headers.put("x-acs-security-token", credentials.securityToken());
            }
            var lines = new StringBuilder();
            headers.forEach((name, value) -> lines.append(name + ":" + value + "\n"));
            String names = String.join(";", headers.keySet());
            String canonical = method + "\n/\n" + pairs(query) + "\n" + lines + "\n" + names + "\n" + sha256(body);
            byte[] signature =
                    hmac("HmacSHA256", credentials.accessKeySecret(), "ACS3-HMAC-SHA256\n" + sha256(canonical));
            headers.put(
                    "authorization",
                    "ACS3-HMAC-SHA256 Credential=" + credentials.accessKeyId() + ",SignedHeaders=" + names
                            + ",Signature=" + HexFormat.of().formatHex(signature));
            return request(pairs(query), headers, body);
        }

        Request rpc() {
            var all = new TreeMap<>(query);
            all.put("Action", operation);
            all.put("Version", version);
            all.put("Format", "JSON");
            all.put("Timestamp", timestamp);
            all.put("AccessKeyId", credentials.accessKeyId());
            all.put("SignatureMethod", "HMAC-SHA1");
            all.put("SignatureNonce", nonce);
            all.put("SignatureVersion", "1.0");
            if (credentials.securityToken() != null) {
                all.put("SecurityToken", credentials.securityToken());
            }
            var signed = new TreeMap<>(all);
            signed.putAll(form);
            byte[] signature =
                    hmac("HmacSHA1", credentials.accessKeySecret() + "&", method + "&%2F&" + encode(pairs(signed)));
            all.put("Signature", Base64.getEncoder().encodeToString(signature));
            var headers = new TreeMap<String, String>();
            headers.put("host", host);
            if (!form.isEmpty()) {
                headers.put("content-type", "application/x-www-form-urlencoded");
            }
            return request(pairs(all), headers, pairs(form));
        }

        private Request request(String query, Map<String, String> headers, String body) {
            var builder = new Request.Builder().url(url(query.isEmpty() ? "/" : "/?" + query));
            String type = headers.remove("content-type");
            headers.forEach(builder::header);
            unsigned.forEach(builder::header);
            MediaType mediaType = type == null ? null : MediaType.get(type);
            boolean hasBody = method.equals("POST") || method.equals("PUT");
            return builder.method(
                            method,
                            hasBody ? RequestBody.create(body.getBytes(StandardCharsets.UTF_8), mediaType) : null)
                    .build();
        }
    }

    private static String pairs(Map<String, String> pairs) {
        var encoded = new ArrayList<String>();
        pairs.forEach((name, value) -> encoded.add(encode(name) + "=" + encode(value)));
        return String.join("&", encoded);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        return ByteString.encodeUtf8(text).sha256().hex();
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
