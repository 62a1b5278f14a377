package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.Signature;
import io.github.alimsg.testing.gateway.PercentCoding.Pair;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request's signature the way the gateway does: from the request as received. It is written a second time on
 * purpose; the SDK's signer has no part in it.
 */
public final class SignatureCheck {
    /** How far a request's time may be from the gateway's, either way. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    static final String ACS3 = "ACS3-HMAC-SHA256";
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Comparator<Pair> BY_NAME =
            Comparator.comparing(Pair::name).thenComparing(Pair::value);

    private final Keys keys;

    SignatureCheck(Keys keys) {
        this.keys = keys;
    }

    /** Why the request is refused at this moment; null when its signature holds. Nonces are remembered elsewhere. */
    @Nullable
    Refusal refusal(WireRequest request, SignatureClaim claim, Instant now) {
        Refusal refusal =
                claim.kind() == Signature.RPC_1_0 ? incompleteRpc(request, claim) : incompleteAcs3(request, claim);
        if (refusal == null) {
            refusal = badTime(claim.timestamp(), now);
        }
        String id = claim.accessKeyId();
        if (refusal == null && id != null) {
            refusal = keys.refusal(id, claim.securityToken(), now);
        }
        String secret = id == null ? null : keys.secret(id);
        if (refusal != null || secret == null) {
            return refusal;
        }
        return claim.kind() == Signature.RPC_1_0 ? checkRpc(request, claim, secret) : checkAcs3(request, claim, secret);
    }

    private static @Nullable Refusal incompleteAcs3(WireRequest request, SignatureClaim claim) {
        if (claim.kind() == null) {
            return SignatureClaim.inHeaders(request)
                    ? Refusal.incompleteSignature("the header Authorization is missing")
                    : Refusal.incompleteSignature("the parameter Signature is missing");
        }
        if (claim.signature() == null) {
            return Refusal.incompleteSignature(
                    "Authorization is not of the form " + ACS3 + " Credential=…,SignedHeaders=…,Signature=…");
        }
        if (!ACS3.equals(claim.algorithm())) {
            return unknownAlgorithm(ACS3);
        }
        if (claim.timestamp() == null) {
            return Refusal.missing("x-acs-date");
        }
        if (claim.nonce() == null || claim.nonce().isEmpty()) {
            return Refusal.missing("x-acs-signature-nonce");
        }
        if (request.header("x-acs-content-sha256") == null) {
            return Refusal.missing("x-acs-content-sha256");
        }
        String id = request.header("x-acs-accesskey-id");
        if (id != null && !id.equals(claim.accessKeyId())) {
            return Refusal.incompleteSignature("x-acs-accesskey-id is not the key of Credential");
        }
        return unsigned(request, claim);
    }

    private static @Nullable Refusal unsigned(WireRequest request, SignatureClaim claim) {
        if (!List.copyOf(new TreeSet<>(claim.signedHeaders())).equals(claim.signedHeaders())) {
            return Refusal.incompleteSignature("SignedHeaders is not sorted");
        }
        for (String name : request.headers().keySet()) {
            boolean toBeSigned = name.startsWith("x-acs-") || name.equals("host") || name.equals("content-type");
            if (toBeSigned && !claim.signedHeaders().contains(name)) {
                return Refusal.incompleteSignature("the header " + name + " is not signed");
            }
        }
        for (String name : claim.signedHeaders()) {
            if (request.header(name) == null) {
                return Refusal.incompleteSignature("SignedHeaders names a header that is not there");
            }
        }
        return null;
    }

    private static @Nullable Refusal incompleteRpc(WireRequest request, SignatureClaim claim) {
        if (claim.accessKeyId() == null || claim.accessKeyId().isEmpty()) {
            return Refusal.missing("AccessKeyId");
        }
        if (claim.timestamp() == null) {
            return Refusal.missing("Timestamp");
        }
        if (claim.nonce() == null || claim.nonce().isEmpty()) {
            return Refusal.missing("SignatureNonce");
        }
        if (claim.algorithm() == null) {
            return Refusal.missing("SignatureMethod");
        }
        if (!claim.algorithm().equals("HMAC-SHA1")) {
            return unknownAlgorithm("HMAC-SHA1");
        }
        String version = request.parameter("SignatureVersion");
        if (version == null) {
            return Refusal.missing("SignatureVersion");
        }
        return version.equals("1.0") ? null : Refusal.incompleteSignature("SignatureVersion is not 1.0");
    }

    private static Refusal unknownAlgorithm(String known) {
        return new Refusal(400, "InvalidSignatureMethod", "Specified signature method is not supported.")
                .because("the algorithm of the signature is not " + known);
    }

    private static @Nullable Refusal badTime(@Nullable String timestamp, Instant now) {
        Instant time = timestamp == null ? null : parseTime(timestamp);
        if (time == null) {
            return new Refusal(
                            400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.")
                    .because("the time is not of the form yyyy-MM-dd'T'HH:mm:ss'Z'");
        }
        Duration behind = Duration.between(time, now);
        return behind.abs().compareTo(WINDOW) <= 0
                ? null
                : new Refusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")
                        .because("the clocks differ: the call says " + time + ", here it is "
                                + now.truncatedTo(ChronoUnit.SECONDS) + "; at most 15 minutes are allowed");
    }

    /** The moment that {@code yyyy-MM-dd'T'HH:mm:ss'Z'} names; null when the text has another form. */
    static @Nullable Instant parseTime(String timestamp) {
        try {
            return TIMESTAMP.matcher(timestamp).matches() ? Instant.parse(timestamp) : null;
        } catch (DateTimeParseException noSuchDate) {
            return null;
        }
    }

    private @Nullable Refusal checkAcs3(WireRequest request, SignatureClaim claim, String secret) {
        String bodyHash = request.body().sha256().hex();
        String canonical = canonicalRequest(request, claim.signedHeaders(), bodyHash);
        String toSign = ACS3 + "\n" + ByteString.encodeUtf8(canonical).sha256().hex();
        if (!bodyHash.equals(request.header("x-acs-content-sha256"))) {
            return mismatch("x-acs-content-sha256 is not the SHA-256 of the body; server string to sign is:" + toSign)
                    .because(new Diagnosis(
                            "x-acs-content-sha256 is not the SHA-256 of the body that arrived, which has "
                                    + request.body().size() + " bytes",
                            canonical,
                            null));
        }
        String expected = HexFormat.of().formatHex(hmac("HmacSHA256", secret, toSign));
        return expected.equals(claim.signature())
                ? null
                : mismatch("server string to sign is:" + toSign + ", server canonical request is:" + canonical)
                        .because(guesses(request, claim, secret).ofAcs3(canonical));
    }

    /** The six parts of an ACS3 canonical request. */
    static String canonicalRequest(WireRequest request, List<String> signedHeaders, String bodyHash) {
        var lines = new StringBuilder();
        for (String name : signedHeaders) {
            lines.append(name).append(':').append(request.header(name)).append('\n');
        }
        return String.join(
                "\n",
                request.method(),
                request.path(),
                canonicalPairs(request.query()),
                lines,
                String.join(";", signedHeaders),
                bodyHash);
    }

    private SignatureGuesses guesses(WireRequest request, SignatureClaim claim, String secret) {
        return new SignatureGuesses(request, claim, secret, keys.otherSecrets(claim.accessKeyId()));
    }

    private @Nullable Refusal checkRpc(WireRequest request, SignatureClaim claim, String secret) {
        String toSign = stringToSign(request);
        return rpcSignature(secret + "&", toSign).equals(claim.signature())
                ? null
                : mismatch("server string to sign is:" + toSign)
                        .because(guesses(request, claim, secret).ofRpc(toSign));
    }

    /** What RPC 1.0 signs: method, path, and all parameters of query and form except the signature. */
    static String stringToSign(WireRequest request) {
        var all = new ArrayList<Pair>(request.query());
        all.addAll(request.form());
        all.removeIf(pair -> pair.name().equals("Signature"));
        return request.method() + "&" + PercentCoding.encode("/") + "&" + PercentCoding.encode(canonicalPairs(all));
    }

    static String rpcSignature(String key, String toSign) {
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", key, toSign));
    }

    static List<Pair> sorted(List<Pair> pairs) {
        return pairs.stream().sorted(BY_NAME).toList();
    }

    private static String canonicalPairs(List<Pair> pairs) {
        return sorted(pairs).stream()
                .map(pair -> PercentCoding.encode(pair.name()) + "=" + PercentCoding.encode(pair.value()))
                .collect(Collectors.joining("&"));
    }

    private static Refusal mismatch(String why) {
        return new Refusal(
                400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation. " + why);
    }

    /** The HMAC of a text. */
    public static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
