package io.github.alimsg.testing.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.testing.gateway.PercentCoding;
import io.github.alimsg.testing.gateway.Refusal;
import io.github.alimsg.testing.products.UploadGrant;
import io.github.alimsg.testing.storage.ObjectServer.Upload;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Judges an upload the way the object storage does: from the request as received. It is written a second time on
 * purpose; the SDK's signer has no part in it.
 */
final class ObjectChecks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern V1 = Pattern.compile("OSS ([^:]+):(\\S+)");
    private static final Pattern V4 = Pattern.compile(
            "OSS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/[^/]+/oss/aliyun_v4_request),\\s*Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    /** How far a request's time may be from the storage's, either way. */
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Grants grants;
    private final Supplier<Instant> now;

    ObjectChecks(Grants grants, Supplier<Instant> now) {
        this.grants = grants;
        this.now = now;
    }

    /** Why an upload is refused, or what it stores and what its checksum is. */
    record UploadVerdict(
            @Nullable Refusal refusal, @Nullable StoredFile file, String checksum) {
        static UploadVerdict refused(int status, String code, String message) {
            return new UploadVerdict(new Refusal(status, code, message), null, "");
        }
    }

    UploadVerdict judge(Upload upload) {
        return switch (upload.method()) {
            case "PUT" -> put(upload);
            case "POST" -> post(upload);
            default -> UploadVerdict.refused(405, "MethodNotAllowed", "The specified method is not allowed.");
        };
    }

    private UploadVerdict put(Upload upload) {
        String[] place = place(upload);
        String bucket = place[0];
        String key = place[1];
        String authorization = upload.header("authorization");
        Matcher v1 = V1.matcher(authorization);
        Matcher v4 = V4.matcher(authorization);
        boolean old = v1.matches();
        if (!old && !v4.matches()) {
            return UploadVerdict.refused(403, "AccessDenied", "The request has no signature that can be read.");
        }
        UploadGrant grant = grants.find(old ? v1.group(1) : v4.group(1));
        if (grant == null || grant.token() == null) {
            return UploadVerdict.refused(403, "InvalidAccessKeyId", "The access key id does not exist in our records.");
        }
        if (!grant.token().equals(upload.header("x-oss-security-token"))) {
            return UploadVerdict.refused(403, "InvalidSecurityToken", "The token is not that of the access key.");
        }
        if (!now.get().isBefore(grant.end())) {
            return UploadVerdict.refused(403, "SecurityTokenExpired", "The security token has expired.");
        }
        Instant signed = old ? httpDate(upload.header("date")) : basicDate(upload.header("x-oss-date"));
        if (signed == null || Duration.between(signed, now.get()).abs().compareTo(WINDOW) > 0) {
            return UploadVerdict.refused(403, "RequestTimeTooSkewed", "Request time and current time differ too much.");
        }
        boolean holds = old
                ? signatureV1(upload, grant, bucket, key).equals(v1.group(2))
                : signatureV4(upload, grant, bucket, key, v4.group(2)).equals(v4.group(3));
        if (!holds) {
            return UploadVerdict.refused(403, "SignatureDoesNotMatch", "The signature is not the one we calculated.");
        }
        return stored(
                grant, bucket, key, upload.header("content-type"), upload.size(), upload.body(), upload.checksum());
    }

    /** Bucket and key: in the path for a host without a name, else the bucket is the host's first label. */
    private static String[] place(Upload upload) {
        String path = URLDecoder.decode(upload.rawPath().substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        String host = upload.header("host");
        if (host.startsWith("127.0.0.1")) {
            int slash = path.indexOf('/');
            return slash < 0
                    ? new String[] {path, ""}
                    : new String[] {path.substring(0, slash), path.substring(slash + 1)};
        }
        return new String[] {host.substring(0, Math.max(0, host.indexOf('.'))), path};
    }

    private static String ossHeaders(Upload upload, String... further) {
        return upload.headers().entrySet().stream()
                .filter(header -> header.getKey().startsWith("x-oss-")
                        || Arrays.asList(further).contains(header.getKey()))
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String signatureV1(Upload upload, UploadGrant grant, String bucket, String key) {
        String toSign = String.join(
                        "\n",
                        upload.method(),
                        upload.header("content-md5"),
                        upload.header("content-type"),
                        upload.header("date"),
                        ossHeaders(upload))
                + "/" + bucket + "/" + key;
        return Grants.signature(grant.secret(), toSign);
    }

    private static String signatureV4(Upload upload, UploadGrant grant, String bucket, String key, String scope) {
        String canonical = String.join(
                "\n",
                upload.method(),
                "/" + bucket + "/" + PercentCoding.encode(key).replace("%2F", "/"),
                "",
                ossHeaders(upload, "content-type", "content-md5"),
                "",
                upload.header("x-oss-content-sha256"));
        String toSign = String.join(
                "\n",
                "OSS4-HMAC-SHA256",
                upload.header("x-oss-date"),
                scope,
                ByteString.encodeUtf8(canonical).sha256().hex());
        byte[] key4 = ("aliyun_v4" + grant.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key4 = Grants.hmac("HmacSHA256", key4, part);
        }
        return HexFormat.of().formatHex(Grants.hmac("HmacSHA256", key4, toSign));
    }

    private static @Nullable Instant httpDate(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant basicDate(String text) {
        try {
            return LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private UploadVerdict post(Upload upload) {
        ObjectForm form = ObjectForm.of(upload);
        if (form == null) {
            return UploadVerdict.refused(
                    400, "MalformedPOSTRequest", "The form cannot be read, or the file is not its last field.");
        }
        Map<String, String> fields = form.fields();
        String policy = fields.getOrDefault("policy", "");
        String key = fields.getOrDefault("key", "");
        UploadGrant grant = grants.find(fields.getOrDefault("OSSAccessKeyId", ""));
        if (grant == null || grant.token() != null) {
            return UploadVerdict.refused(403, "InvalidAccessKeyId", "The access key id does not exist in our records.");
        }
        String expected = Grants.signature(grant.secret(), policy);
        if (!expected.equals(fields.get("Signature"))) {
            return UploadVerdict.refused(403, "SignatureDoesNotMatch", "The signature is not the one we calculated.");
        }
        String broken = brokenCondition(policy, key, grant.bucket(), form.size());
        if (broken != null) {
            return UploadVerdict.refused(403, "AccessDenied", "Invalid according to Policy: " + broken);
        }
        if (!"200".equals(fields.get("success_action_status"))) {
            return UploadVerdict.refused(
                    400, "InvalidArgument", "The fake answers 200 and wants success_action_status=200.");
        }
        return stored(grant, grant.bucket(), key, form.contentType(), form.size(), form.file(), form.checksum());
    }

    private @Nullable String brokenCondition(String policy, String key, String bucket, long size) {
        JsonNode tree;
        try {
            tree = JSON.readTree(new String(Base64.getDecoder().decode(policy), StandardCharsets.UTF_8));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return "it cannot be read.";
        }
        if (!now.get().isBefore(Instant.parse(tree.path("expiration").asText()))) {
            return "Policy expired.";
        }
        for (JsonNode condition : tree.path("conditions")) {
            boolean holds = condition.isObject()
                    ? condition.path("bucket").asText(bucket).equals(bucket)
                    : switch (condition.path(0).asText()) {
                        case "content-length-range" ->
                            size >= condition.path(1).asLong()
                                    && size <= condition.path(2).asLong();
                        case "starts-with" -> key.startsWith(condition.path(2).asText());
                        case "eq" -> key.equals(condition.path(2).asText());
                        default -> false;
                    };
            if (!holds) {
                return "Policy Condition failed: " + List.of(condition.toString());
            }
        }
        return null;
    }

    private static UploadVerdict stored(
            UploadGrant grant,
            String bucket,
            String key,
            String contentType,
            long size,
            ByteString kept,
            String checksum) {
        if (!bucket.equals(grant.bucket())) {
            return UploadVerdict.refused(404, "NoSuchBucket", "The specified bucket does not exist.");
        }
        if (!key.startsWith(grant.directory() + "/") || key.endsWith("/")) {
            return UploadVerdict.refused(403, "AccessDenied", "The directory is not the one that was granted.");
        }
        return new UploadVerdict(null, new StoredFile(bucket, key, contentType, size, kept), checksum);
    }
}
