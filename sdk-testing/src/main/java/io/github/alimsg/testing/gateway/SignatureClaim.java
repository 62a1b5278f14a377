package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.Signature;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who calls what, as the request claims; nothing of it is checked yet.
 *
 * @param kind how the request is signed; null when it carries no signature
 * @param action the operation
 * @param version the API's version
 * @param algorithm the name of the signature's algorithm
 * @param accessKeyId the key's id
 * @param securityToken the token of a temporary key
 * @param nonce the signature's nonce
 * @param timestamp when it was signed, as text
 * @param signature the signature itself
 * @param signedHeaders the names of the headers under an ACS3 signature
 */
public record SignatureClaim(
        @Nullable Signature kind,
        @Nullable String action,
        @Nullable String version,
        @Nullable String algorithm,
        @Nullable String accessKeyId,
        @Nullable String securityToken,
        @Nullable String nonce,
        @Nullable String timestamp,
        @Nullable String signature,
        List<String> signedHeaders) {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(\\S+) Credential=([^,\\s]+),SignedHeaders=([^,\\s]+),Signature=([^,\\s]+)");

    static SignatureClaim of(WireRequest request) {
        return inHeaders(request) ? inHeaders(request, request.header("authorization")) : inParameters(request);
    }

    private static SignatureClaim inHeaders(WireRequest request, @Nullable String authorization) {
        Matcher parts = AUTHORIZATION.matcher(authorization == null ? "" : authorization);
        boolean whole = parts.matches();
        return new SignatureClaim(
                authorization == null ? null : Signature.ACS3_HMAC_SHA256,
                request.header("x-acs-action"),
                request.header("x-acs-version"),
                whole ? parts.group(1) : null,
                whole ? parts.group(2) : null,
                request.header("x-acs-security-token"),
                request.header("x-acs-signature-nonce"),
                request.header("x-acs-date"),
                whole ? parts.group(4) : null,
                whole ? List.of(parts.group(3).split(";", -1)) : List.of());
    }

    private static SignatureClaim inParameters(WireRequest request) {
        String signature = request.parameter("Signature");
        return new SignatureClaim(
                signature == null ? null : Signature.RPC_1_0,
                request.parameter("Action"),
                request.parameter("Version"),
                request.parameter("SignatureMethod"),
                request.parameter("AccessKeyId"),
                request.parameter("SecurityToken"),
                request.parameter("SignatureNonce"),
                request.parameter("Timestamp"),
                signature,
                List.of());
    }

    /**
     * Whether action and version are in headers, as they are with an ACS3 signature. The vendor's clients send {@code
     * x-acs-action} whatever their signature, so a signature in the parameters counts for more.
     */
    static boolean inHeaders(WireRequest request) {
        return request.header("authorization") != null
                || request.header("x-acs-action") != null && request.parameter("Signature") == null;
    }

    /** Shows no token, no signature. */
    @Override
    public String toString() {
        return kind + " " + action + " " + version + " by " + accessKeyId;
    }
}
