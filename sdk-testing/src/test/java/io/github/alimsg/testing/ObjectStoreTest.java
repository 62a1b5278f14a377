package io.github.alimsg.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The object storage refuses what the real one would: signed by hand here, with nothing of the SDK. */
class ObjectStoreTest {
    private static final String KEY = "C200293990209/terms.pdf";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-21T10:00:00Z"));
    private final FakeCloud cloud = FakeCloud.builder().timeSource(time).start();
    private final PlainClient client = new PlainClient(cloud);
    private final Map<String, String> triple = strings(cloud.objects()
            .storage()
            .permission("GetChatappUploadAuthorization")
            .get("Data"));
    private final Map<String, String> policy = strings(
            cloud.objects().storage().permission("GetQualificationOssInfo").get("Data"));

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    private static Map<String, String> strings(Object data) {
        var strings = new LinkedHashMap<String, String>();
        ((Map<?, ?>) data).forEach((name, value) -> strings.put(name.toString(), value.toString()));
        return strings;
    }

    private static byte[] hmacSha1(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private PlainClient.Answer put(String bucket, String key, String signedKey, Instant date) throws IOException {
        String when = HTTP_DATE.format(date);
        String toSign = "PUT\n\napplication/pdf\n" + when + "\nx-oss-security-token:" + triple.get("SecurityToken")
                + "\n/" + bucket + "/" + signedKey;
        String signature = Base64.getEncoder().encodeToString(hmacSha1(triple.get("AccessKeySecret"), toSign));
        return client.send(new Request.Builder()
                .url(cloud.objects().endpoint() + "/" + bucket + "/" + key)
                .header("Date", when)
                .header("x-oss-security-token", triple.get("SecurityToken"))
                .header("Authorization", "OSS " + triple.get("AccessKeyId") + ":" + signature)
                .put(RequestBody.create("123456789".getBytes(UTF_8), MediaType.get("application/pdf")))
                .build());
    }

    private void assertRefused(PlainClient.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("<Code>" + code + "</Code>").contains("<RequestId>");
        assertThat(cloud.objects().stored()).isEmpty();
    }

    @Test
    void aSignedObjectIsStoredAndItsChecksumAnswered() throws IOException {
        PlainClient.Answer answer = put("chatapp-files", KEY, KEY, time.instant());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("x-oss-hash-crc64ecma")).isEqualTo("11051210869376104954");
        StoredObject stored = cloud.objects().find(KEY);
        assertThat(stored).isNotNull();
        assertThat(stored.text()).isEqualTo("123456789");
        assertThat(stored.toString()).doesNotContain("123456789");
    }

    @Test
    void anotherKeyThanWasSignedIsRefused() throws IOException {
        assertRefused(put("chatapp-files", KEY, KEY + "x", time.instant()), 403, "SignatureDoesNotMatch");
    }

    @Test
    void anotherBucketIsRefused() throws IOException {
        assertRefused(put("elsewhere", KEY, KEY, time.instant()), 404, "NoSuchBucket");
    }

    @Test
    void anotherDirectoryIsRefused() throws IOException {
        assertRefused(put("chatapp-files", "other/a.pdf", "other/a.pdf", time.instant()), 403, "AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(ints = {-901, 901})
    void aDateOutsideTheWindowIsRefused(int seconds) throws IOException {
        assertRefused(put("chatapp-files", KEY, KEY, time.instant().plusSeconds(seconds)), 403, "RequestTimeTooSkewed");
    }

    @Test
    void anExpiredTokenIsRefused() throws IOException {
        time.advance(Duration.ofHours(1));

        assertRefused(put("chatapp-files", KEY, KEY, time.instant()), 403, "SecurityTokenExpired");
    }

    @Test
    void anotherTokenIsRefused() throws IOException {
        triple.put("SecurityToken", "CAISanother");

        assertRefused(put("chatapp-files", KEY, KEY, time.instant()), 403, "InvalidSecurityToken");
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        triple.put("AccessKeyId", cloud.credentials().accessKeyId());

        assertRefused(put("chatapp-files", KEY, KEY, time.instant()), 403, "InvalidAccessKeyId");
    }

    @Test
    void anUnsignedObjectIsRefused() throws IOException {
        var request = new Request.Builder()
                .url(cloud.objects().endpoint() + "/chatapp-files/" + KEY)
                .put(RequestBody.create(new byte[1], null))
                .build();

        assertRefused(client.send(request), 403, "AccessDenied");
    }

    private PlainClient.Answer post(Map<String, String> fields, int size, boolean fileLast) throws IOException {
        var form = new MultipartBody.Builder("xYzBoundary").setType(MultipartBody.FORM);
        RequestBody file = RequestBody.create(new byte[size], MediaType.get("image/png"));
        if (!fileLast) {
            form.addFormDataPart("file", "file", file);
        }
        fields.forEach(form::addFormDataPart);
        if (fileLast) {
            form.addFormDataPart("file", "file", file);
        }
        return client.send(new Request.Builder()
                .url(cloud.objects().endpoint() + "/")
                .post(form.build())
                .build());
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", "123456/a.png");
        fields.put("OSSAccessKeyId", policy.get("AccessKeyId"));
        fields.put("policy", policy.get("Policy"));
        fields.put("Signature", policy.get("Signature"));
        fields.put("success_action_status", "200");
        return fields;
    }

    @Test
    void aFormUnderItsPolicyIsStored() throws IOException {
        // OkHttp's own form writes a Content-Length into every part, which is one more line of headers to read over.
        assertThat(post(fields(), 9, true).status()).isEqualTo(200);
        assertThat(cloud.objects().find("123456/a.png")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "key, 654321/a.png, AccessDenied, 403",
        "OSSAccessKeyId, LTAI5tNobody, InvalidAccessKeyId, 403",
        "policy, e30=, SignatureDoesNotMatch, 403",
        "Signature, bm9uZQ==, SignatureDoesNotMatch, 403",
        "success_action_status, 204, InvalidArgument, 400"
    })
    void aFormWithAnotherFieldIsRefused(String field, String value, String code, int status) throws IOException {
        Map<String, String> fields = fields();
        fields.put(field, value);

        assertRefused(post(fields, 9, true), status, code);
    }

    @Test
    void aFormWhoseFileIsNotLastIsRefused() throws IOException {
        assertRefused(post(fields(), 9, false), 400, "MalformedPOSTRequest");
    }

    @Test
    void aFormUnderAnExpiredPolicyIsRefused() throws IOException {
        time.advance(Duration.ofHours(1));

        assertRefused(post(fields(), 9, true), 403, "AccessDenied");
    }

    @Test
    void resetForgetsEverything() throws IOException {
        put("chatapp-files", KEY, KEY, time.instant());
        cloud.objects().thenFail(500, "InternalError", "x");

        cloud.reset();

        assertThat(cloud.objects().stored()).isEmpty();
        assertThat(cloud.objects().requests()).isZero();
        assertRefused(put("chatapp-files", KEY, KEY, time.instant()), 403, "InvalidAccessKeyId");
    }
}
