package io.github.alimsg.queue.protocol;

import io.github.alimsg.core.credentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to queues, by version 2 of their signature: HMAC-SHA1 over method, media type, date, version and the
 * target as it is sent. The security token is a header of its own and is not signed.
 */
final class QueueSigner {
    private static final String VERSION = "2015-06-06";

    /** With two digits for the day, unlike the formatter of the JDK. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private QueueSigner() {}

    /**
     * Signs a request.
     *
     * @param credentials the keys
     * @param method the HTTP method
     * @param contentType the body's media type; null without a body
     * @param target path and query as they are sent
     * @param now the time at the service
     * @return headers, names and values in turn
     */
    static List<String> headers(
            Credentials credentials, String method, @Nullable String contentType, String target, Instant now) {
        String date = DATE.format(now);
        String toSign = method + "\n\n" + (contentType == null ? "" : contentType) + "\n" + date + "\nx-mns-version:"
                + VERSION + "\n" + target;
        String authorization =
                "MNS " + credentials.accessKeyId() + ":" + signature(credentials.accessKeySecret(), toSign);
        String token = credentials.securityToken();
        return token == null
                ? List.of("Date", date, "x-mns-version", VERSION, "Authorization", authorization)
                : List.of(
                        "Date",
                        date,
                        "x-mns-version",
                        VERSION,
                        "Authorization",
                        authorization,
                        "security-token",
                        token);
    }

    static String signature(String secret, String toSign) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no HmacSHA1", e);
        }
    }
}
