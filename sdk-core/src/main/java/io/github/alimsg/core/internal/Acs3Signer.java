package io.github.alimsg.core.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.alimsg.core.credentials.Credentials;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.jspecify.annotations.Nullable;

/**
 * ACS3-HMAC-SHA256: action, version, time and nonce in headers; the signature over a canonical form of the whole request
 * in the Authorization header.
 */
final class Acs3Signer extends RequestSigner {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final String NO_BODY_HASH = DigestUtils.sha256Hex(new byte[0]);
    private static final byte[] METHOD_AND_PATH = "POST\n/\n".getBytes(ISO_8859_1);
    private static final byte[] FIRST_LINE_OF_TEXT = (ALGORITHM + "\n").getBytes(ISO_8859_1);

    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private final KeyedMac hmac = new KeyedMac(HmacAlgorithms.HMAC_SHA_256);

    Acs3Signer(String host, String version) {
        super(host, version);
    }

    @Override
    public SignedRequest sign(
            String operation,
            PercentEncodedPairs query,
            @Nullable PercentEncodedPairs form,
            Credentials credentials,
            long epochSecond,
            String nonce) {
        boolean hasBody = form != null && !form.isEmpty();
        String bodyHash = form != null && hasBody ? sha256Hex(form) : NO_BODY_HASH;
        String timestamp = timestamp(epochSecond);
        String token = credentials.securityToken();

        // The canonical order of header names is their alphabetical order, so it is written down rather than sorted.
        List<String> headers = new ArrayList<>(token == null ? 12 : 16);
        StringBuilder lines = new StringBuilder(token == null ? 512 : 1024).append('\n');
        StringBuilder names = new StringBuilder(128);
        if (hasBody) {
            line(lines, names, "content-type", SignedRequest.FORM); // the transport sends it with the body
        }
        line(lines, names, "host", host); // the transport sends it from the URL
        if (token != null) {
            header(headers, lines, names, "x-acs-accesskey-id", credentials.accessKeyId());
        }
        header(headers, lines, names, "x-acs-action", operation);
        header(headers, lines, names, "x-acs-content-sha256", bodyHash);
        header(headers, lines, names, "x-acs-date", timestamp);
        if (token != null) {
            header(headers, lines, names, "x-acs-security-token", token);
        }
        header(headers, lines, names, "x-acs-signature-nonce", nonce);
        header(headers, lines, names, "x-acs-version", version);
        if (credentials.isAnonymous()) {
            return new SignedRequest(query.toString(), headers, form);
        }
        lines.append('\n').append(names).append('\n').append(bodyHash);

        MessageDigest canonical = digest();
        canonical.update(METHOD_AND_PATH);
        canonical.update(query.array(), 0, query.length());
        canonical.update(lines.toString().getBytes(ISO_8859_1));

        Mac mac = hmac.with(credentials.accessKeySecret());
        mac.update(FIRST_LINE_OF_TEXT);
        mac.update(Hex.encodeHexString(canonical.digest()).getBytes(ISO_8859_1));
        headers.add("Authorization");
        headers.add(ALGORITHM + " Credential=" + credentials.accessKeyId() + ",SignedHeaders=" + names + ",Signature="
                + Hex.encodeHexString(mac.doFinal()));
        return new SignedRequest(query.toString(), headers, form);
    }

    private static void header(
            List<String> headers, StringBuilder lines, StringBuilder names, String name, String value) {
        headers.add(name);
        headers.add(value);
        line(lines, names, name, value);
    }

    private static void line(StringBuilder lines, StringBuilder names, String name, String value) {
        lines.append(name).append(':').append(value).append('\n');
        if (names.length() > 0) {
            names.append(';');
        }
        names.append(name);
    }

    private String sha256Hex(PercentEncodedPairs body) {
        MessageDigest digest = digest();
        digest.update(body.array(), 0, body.length());
        return Hex.encodeHexString(digest.digest());
    }

    private MessageDigest digest() {
        try {
            return (MessageDigest) sha256.clone();
        } catch (CloneNotSupportedException e) { // security providers on hardware
            return DigestUtils.getSha256Digest();
        }
    }
}
