package io.github.alimsg.core.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Signs the request that stores an object: with OSS signature version 4, which needs the bucket's region, or with
 * version 1 when the region is not known.
 */
final class ObjectSigner {
    private static final String V4 = "OSS4-HMAC-SHA256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ObjectSigner() {}

    /**
     * Returns the headers of a signed request, names and values in turn.
     *
     * @param credentials the credentials to sign with
     * @param bucket the object's bucket
     * @param key the object's key
     * @param region the bucket's region; null when it is not known
     * @param contentType content type of the request
     * @param now the service's time
     */
    public static List<String> put(
            Credentials credentials,
            String bucket,
            String key,
            @Nullable String region,
            String contentType,
            Instant now) {
        return region == null
                ? v1(credentials, bucket, key, contentType, now)
                : v4(credentials, bucket, key, region, contentType, now);
    }

    private static List<String> v1(
            Credentials credentials, String bucket, String key, String contentType, Instant now) {
        String date = HTTP_DATE.format(now);
        String token = credentials.securityToken();
        String toSign = "PUT\n\n" + contentType + "\n" + date + "\n"
                + (token == null ? "" : "x-oss-security-token:" + token + "\n")
                + "/" + bucket + "/" + key;
        byte[] mac = hmac("HmacSHA1", credentials.accessKeySecret().getBytes(UTF_8), toSign);
        List<String> headers = new ArrayList<>(List.of("Date", date));
        addToken(headers, token);
        addAuthorization(
                headers,
                "OSS " + credentials.accessKeyId() + ":" + Base64.getEncoder().encodeToString(mac));
        return headers;
    }

    private static List<String> v4(
            Credentials credentials, String bucket, String key, String region, String contentType, Instant now) {
        String time = BASIC.format(now);
        String day = time.substring(0, time.indexOf('T'));
        String token = credentials.securityToken();
        String request = "PUT\n/" + bucket + "/" + encodedPath(key) + "\n\n"
                + "content-type:" + contentType + "\n"
                + "x-oss-content-sha256:" + UNSIGNED + "\n"
                + "x-oss-date:" + time + "\n"
                + (token == null ? "" : "x-oss-security-token:" + token + "\n")
                + "\n\n" + UNSIGNED;
        String scope = day + "/" + region + "/oss/aliyun_v4_request";
        String toSign = V4 + "\n" + time + "\n" + scope + "\n" + DigestUtils.sha256Hex(request.getBytes(UTF_8));
        byte[] signing = ("aliyun_v4" + credentials.accessKeySecret()).getBytes(UTF_8);
        for (String part : List.of(day, region, "oss", "aliyun_v4_request", toSign)) {
            signing = hmac("HmacSHA256", signing, part);
        }
        List<String> headers = new ArrayList<>(List.of("x-oss-content-sha256", UNSIGNED, "x-oss-date", time));
        addToken(headers, token);
        addAuthorization(
                headers,
                V4 + " Credential=" + credentials.accessKeyId() + "/" + scope + ",Signature="
                        + Hex.encodeHexString(signing));
        return headers;
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static void addToken(List<String> headers, @Nullable String token) {
        if (token != null) {
            headers.addAll(List.of("x-oss-security-token", token));
        }
    }

    private static void addAuthorization(List<String> headers, String authorization) {
        headers.addAll(List.of("Authorization", authorization));
    }

    /** A key as in a URL: percent-encoded except for its slashes. */
    public static String encodedPath(String key) {
        var path = new PercentEncodedPairs(key.length() + 16);
        path.encode(key);
        return path.toString().replace("%2F", "/");
    }
}
