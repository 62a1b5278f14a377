package io.github.alimsg.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The object storage (OSS) of a {@link FakeCloud}: stores the files that clients upload. The operations that permit an
 * upload return an address in this process, with keys and policies created for it, and the storage checks them:
 * signatures of version 1 and 4, tokens, times, policies, directories.
 *
 * <p>Uploads are stubbed as in a {@link Stub}: one result after the other, each once and the last for ever. Without
 * any, uploads succeed. Thread-safe.
 */
public final class ObjectStore {
    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final String DIRECTORY = "C200293990209";

    private final Supplier<Instant> now;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, StoredObject> stored = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final ObjectServer server = new ObjectServer(this);
    private int nextFault;
    private int requests;
    private @Nullable String region;

    ObjectStore(Supplier<Instant> now) {
        this.now = now;
    }

    /** What a key may do: store objects in a directory until it ends. */
    record Grant(
            String accessKeyId, String secret, @Nullable String token, String bucket, String directory, Instant end) {
        /** Shows no secret. */
        @Override
        public String toString() {
            return "Grant[" + accessKeyId + "]";
        }
    }

    /** What happens to an upload. */
    record Fault(Kind kind, long afterBytes, @Nullable Refusal refusal) {
        enum Kind {
            NONE,
            FAIL,
            CUT,
            CUT_AFTER,
            STALL,
            CORRUPT
        }

        static final Fault NONE = new Fault(Kind.NONE, Long.MAX_VALUE, null);
    }

    private synchronized ObjectStore then(Fault fault) {
        faults.add(fault);
        return this;
    }

    /**
     * Accepts an upload.
     *
     * @return this storage
     */
    public ObjectStore thenSucceed() {
        return then(Fault.NONE);
    }

    /**
     * Reads an upload and refuses it, in XML.
     *
     * @param httpStatus the HTTP status, 300 to 599
     * @param code the error's code, such as {@code InternalError}
     * @param message the error's message
     * @return this storage
     * @throws IllegalArgumentException when the status is not an error status
     */
    public ObjectStore thenFail(int httpStatus, String code, String message) {
        if (httpStatus < 300 || httpStatus > 599) {
            throw new IllegalArgumentException("a failure's HTTP status is between 300 and 599, not " + httpStatus);
        }
        return then(new Fault(Fault.Kind.FAIL, Long.MAX_VALUE, new Refusal(httpStatus, code, message)));
    }

    /**
     * Closes the connection in the middle of an upload. Nothing is stored.
     *
     * @param afterBytes how many bytes of the body to read first
     * @return this storage
     */
    public ObjectStore thenCut(long afterBytes) {
        return then(new Fault(Fault.Kind.CUT, afterBytes, null));
    }

    /**
     * Stores an upload and closes the connection without a reply.
     *
     * @return this storage
     */
    public ObjectStore thenCutAfterUpload() {
        return then(new Fault(Fault.Kind.CUT_AFTER, Long.MAX_VALUE, null));
    }

    /**
     * Stops reading in the middle of an upload; the connection stays open until the fake is closed. A client notices
     * when more is left than the machine's network buffers hold, some MiB.
     *
     * @param afterBytes how many bytes of the body to read first
     * @return this storage
     */
    public ObjectStore thenStall(long afterBytes) {
        return then(new Fault(Fault.Kind.STALL, afterBytes, null));
    }

    /**
     * Replies with a wrong checksum, as if the upload had been damaged.
     *
     * @return this storage
     */
    public ObjectStore thenCorrupt() {
        return then(new Fault(Fault.Kind.CORRUPT, Long.MAX_VALUE, null));
    }

    /**
     * Includes a region in the addresses of buckets, as in real ones: {@code bucket.oss-cn-hangzhou.localhost}. The
     * client then signs with version 4. Its OkHttp client needs a DNS that resolves such hosts to the loopback address.
     *
     * @param region the region's id
     * @return this storage
     */
    public synchronized ObjectStore inRegion(String region) {
        this.region = region;
        return this;
    }

    /**
     * Returns the address of the storage, for your own replies that permit an upload.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Returns the stored objects.
     *
     * @return the objects in the order of their first upload, a copy
     */
    public synchronized List<StoredObject> stored() {
        return List.copyOf(stored.values());
    }

    /**
     * Returns a stored object.
     *
     * @param key its key
     * @return the object; null when there is none
     */
    public synchronized @Nullable StoredObject find(String key) {
        return stored.values().stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns how many uploads were begun, including broken and refused ones.
     *
     * @return their number
     */
    public synchronized int requests() {
        return requests;
    }

    synchronized Fault begin() {
        requests++;
        if (faults.isEmpty()) {
            return Fault.NONE;
        }
        Fault fault = faults.get(Math.min(nextFault, faults.size() - 1));
        nextFault++;
        return fault;
    }

    synchronized void store(StoredObject object) {
        stored.put(object.bucket() + "/" + object.key(), object);
    }

    synchronized @Nullable Grant grant(String accessKeyId) {
        return grants.get(accessKeyId);
    }

    Instant now() {
        return now.get();
    }

    /**
     * Forgets stored objects, permissions and stubs.
     *
     * @return this storage
     */
    public synchronized ObjectStore reset() {
        grants.clear();
        stored.clear();
        faults.clear();
        nextFault = 0;
        requests = 0;
        region = null;
        return this;
    }

    void goOffline(boolean offline) {
        server.goOffline(offline);
    }

    void close() {
        server.close();
    }

    /** What an operation that permits uploads answers; nothing for any other. */
    Map<String, ?> authorization(String operation) {
        return switch (operation) {
            case "GetChatappUploadAuthorization" -> Map.of("Data", triple());
            case "GetQualificationOssInfo" -> Map.of("Data", policy("alicom-fc-media", "Expire", true));
            case "GetOSSInfoForUploadFile" -> Map.of("Model", policy("alicom-fc-media", "ExpireTime", false));
            case "GetSmsOcrOssInfo" -> Map.of("Model", policy("alicom-fc-media", "ExpireTime", false));
            case "GetOSSInfoForCardTemplate" -> Map.of("Data", policy("alicom-cardsms-resources", "ExpireTime", false));
            default -> Map.of();
        };
    }

    private Map<String, ?> triple() {
        Grant grant = newGrant("chatapp-files", DIRECTORY, "CAISFakeUploadToken+/" + unique() + "==");
        return Map.of(
                "AccessKeyId", grant.accessKeyId,
                "AccessKeySecret", grant.secret,
                "SecurityToken", String.valueOf(grant.token),
                "BucketName", grant.bucket,
                "Dir", grant.directory,
                "EndPoint", address("").toString(),
                "Expire", VALIDITY.toSeconds());
    }

    private Map<String, ?> policy(String bucket, String endName, boolean endAsNumber) {
        Grant grant = newGrant(bucket, "123456", null);
        String text = "{\"expiration\":\"" + grant.end + "\",\"conditions\":[[\"content-length-range\",0,1048576000],"
                + "{\"bucket\":\"" + bucket + "\"},[\"starts-with\",\"$key\",\"" + grant.directory + "/\"]]}";
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        long end = grant.end.getEpochSecond();
        return Map.of(
                "AccessKeyId",
                grant.accessKeyId,
                "Host",
                address(bucket).toString(),
                "Policy",
                encoded,
                "Signature",
                Base64.getEncoder().encodeToString(hmac("HmacSHA1", bytes(grant.secret), encoded)),
                "StartPath",
                grant.directory,
                "Bucket",
                bucket,
                endName,
                endAsNumber ? (Object) end : Long.toString(end));
    }

    private synchronized Grant newGrant(String bucket, String directory, @Nullable String token) {
        String unique = unique();
        var grant = new Grant(
                (token == null ? "LTAI5tUpload" : "STS.Upload") + unique.substring(0, 12),
                "FakeUploadSecret" + unique.substring(12),
                token,
                bucket,
                directory,
                now().plus(VALIDITY).truncatedTo(ChronoUnit.MILLIS));
        grants.put(grant.accessKeyId, grant);
        return grant;
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Where the storage listens, with a bucket in front when there is a region. */
    private synchronized URI address(String bucket) {
        String host =
                region == null ? "127.0.0.1" : (bucket.isEmpty() ? "" : bucket + ".") + "oss-" + region + ".localhost";
        return URI.create("http://" + host + ":" + server.port());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public synchronized String toString() {
        return "ObjectStore[" + stored.size() + " objects, " + requests + " uploads]";
    }
}
