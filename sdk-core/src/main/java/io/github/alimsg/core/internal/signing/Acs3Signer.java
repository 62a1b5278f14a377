package io.github.alimsg.core.internal.signing;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.internal.encoding.AsciiBuffer;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ACS3-HMAC-SHA256: action, version, time and nonce in headers; the signature over a canonical form of the whole request
 * in the Authorization header.
 */
final class Acs3Signer extends RequestSigner {
    /** Without it the gateway is documented to reply in XML. Not signed, since it is not an {@code x-acs} header. */
    private static final String JSON = "application/json";

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    /** SHA-256 of nothing. */
    private static final String NO_BODY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    // The canonical order of header names is alphabetical, so it is written down here rather than sorted.
    private static final String NAMES =
            "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    private static final String NAMES_WITH_TOKEN = "host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;"
            + "x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version";

    private final KeyedMac hmac = new KeyedMac("HmacSHA256", "");

    Acs3Signer(String host, String version) {
        super(host, version);
    }

    @Override
    SignedRequest sign(
            SigningScratch tools,
            String operation,
            PercentEncodedPairs query,
            @Nullable PercentEncodedPairs form,
            Credentials credentials,
            String timestamp,
            String nonce) {
        boolean hasBody = form != null && !form.isEmpty();
        String bodyHash = form != null && hasBody ? sha256Hex(tools, form) : NO_BODY_HASH;
        String token = credentials.securityToken();
        String names = token == null ? NAMES : NAMES_WITH_TOKEN;

        if (credentials.isAnonymous()) {
            List<String> unsigned = Arrays.asList(
                    "Accept", JSON,
                    "x-acs-action", operation,
                    "x-acs-content-sha256", bodyHash,
                    "x-acs-date", timestamp,
                    "x-acs-signature-nonce", nonce,
                    "x-acs-version", version);
            return new SignedRequest(query.toString(), unsigned, form);
        }

        AsciiBuffer out = tools.out.clear().add("POST\n/\n").add(query.array(), query.length());
        if (hasBody) {
            out.add("\ncontent-type:").add(HttpRequest.FORM); // the transport sends it with the body
        }
        out.add("\nhost:").add(host); // the transport sends it from the URL
        if (token != null) {
            out.add("\nx-acs-accesskey-id:").add(credentials.accessKeyId());
        }
        out.add("\nx-acs-action:").add(operation);
        out.add("\nx-acs-content-sha256:").add(bodyHash);
        out.add("\nx-acs-date:").add(timestamp);
        if (token != null) {
            out.add("\nx-acs-security-token:").add(token);
        }
        out.add("\nx-acs-signature-nonce:").add(nonce);
        out.add("\nx-acs-version:").add(version).add("\n\n");
        addNames(out, hasBody, names).add('\n').add(bodyHash);

        byte[] hash = tools.sha256(out.array(), out.length());
        out.clear().add(ALGORITHM).add('\n').addHex(hash);
        byte[] signature = tools.authenticate(hmac, credentials.accessKeySecret(), hash);
        out.clear()
                .add(ALGORITHM)
                .add(" Credential=")
                .add(credentials.accessKeyId())
                .add(",SignedHeaders=");
        String authorization = addNames(out, hasBody, names)
                .add(",Signature=")
                .addHex(signature)
                .toString();

        List<String> headers = token == null
                ? Arrays.asList(
                        "Accept", JSON,
                        "x-acs-action", operation,
                        "x-acs-content-sha256", bodyHash,
                        "x-acs-date", timestamp,
                        "x-acs-signature-nonce", nonce,
                        "x-acs-version", version,
                        "Authorization", authorization)
                : Arrays.asList(
                        "Accept", JSON,
                        "x-acs-accesskey-id", credentials.accessKeyId(),
                        "x-acs-action", operation,
                        "x-acs-content-sha256", bodyHash,
                        "x-acs-date", timestamp,
                        "x-acs-security-token", token,
                        "x-acs-signature-nonce", nonce,
                        "x-acs-version", version,
                        "Authorization", authorization);
        return new SignedRequest(query.toString(), headers, form);
    }

    private static AsciiBuffer addNames(AsciiBuffer out, boolean hasBody, String names) {
        return (hasBody ? out.add("content-type;") : out).add(names);
    }

    private static String sha256Hex(SigningScratch tools, PercentEncodedPairs body) {
        byte[] hash = tools.sha256(body.array(), body.length());
        return tools.out.clear().addHex(hash).toString();
    }
}
