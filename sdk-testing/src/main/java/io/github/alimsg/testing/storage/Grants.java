package io.github.alimsg.testing.storage;

import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.UploadGrant;
import io.github.alimsg.testing.products.UploadPermission;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys that permit uploads, each made up for one reply. Safe for any number of threads. */
final class Grants {
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final Supplier<Instant> now;
    private final Map<String, UploadGrant> byKey = new HashMap<>();
    private @Nullable String region;

    Grants(Supplier<Instant> now) {
        this.now = now;
    }

    synchronized void inRegion(String region) {
        this.region = region;
    }

    synchronized void clear() {
        byKey.clear();
        region = null;
    }

    synchronized @Nullable UploadGrant find(String accessKeyId) {
        return byKey.get(accessKeyId);
    }

    /** The fields by which the reply of an operation permits an upload; none when it does not permit any. */
    Map<String, ?> permission(String operation, IntSupplier port) {
        UploadPermission permission = Products.upload(operation);
        return permission == null ? Map.of() : permission.fields().apply(grant(permission, port.getAsInt()));
    }

    private synchronized UploadGrant grant(UploadPermission permission, int port) {
        boolean temporary = permission.key() == UploadPermission.Key.TEMPORARY;
        String unique = unique();
        String id = (temporary ? "STS.Upload" : "LTAI5tUpload") + unique.substring(0, 12);
        String secret = "FakeUploadSecret" + unique.substring(12);
        Instant end = now.get().plus(VALIDITY).truncatedTo(ChronoUnit.MILLIS);
        String policy = "{\"expiration\":\"" + end + "\",\"conditions\":[[\"content-length-range\",0,1048576000],"
                + "{\"bucket\":\"" + permission.bucket() + "\"},[\"starts-with\",\"$key\",\"" + permission.directory()
                + "/\"]]}";
        String encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        var grant = new UploadGrant(
                id,
                secret,
                temporary ? "CAISFakeUploadToken+/" + unique() + "==" : null,
                permission.bucket(),
                permission.directory(),
                end,
                VALIDITY,
                address(temporary ? "" : permission.bucket() + ".", port),
                encoded,
                signature(secret, encoded));
        byKey.put(id, grant);
        return grant;
    }

    private URI address(String prefix, int port) {
        String host = region == null ? "127.0.0.1" : prefix + "oss-" + region + ".localhost";
        return URI.create("http://" + host + ":" + port);
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** How version 1 signs anything. */
    static String signature(String secret, String text) {
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret.getBytes(StandardCharsets.UTF_8), text));
    }

    static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
