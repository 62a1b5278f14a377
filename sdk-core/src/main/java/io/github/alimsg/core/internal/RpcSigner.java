package io.github.alimsg.core.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.alimsg.core.credentials.Credentials;
import java.util.List;
import javax.crypto.Mac;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.jspecify.annotations.Nullable;

/** RPC 1.0 with HMAC-SHA1: everything in query parameters, the signature as the last of them. */
final class RpcSigner extends RequestSigner {
    private final KeyedMac hmac = new KeyedMac(HmacAlgorithms.HMAC_SHA_1);

    RpcSigner(String host, String version) {
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
        if (credentials.isAnonymous()) {
            return unsigned(operation, query, form);
        }
        PercentEncodedPairs url = new PercentEncodedPairs(query.length() + 512);
        url.add("AccessKeyId", credentials.accessKeyId());
        url.add("Action", operation);
        url.add("Format", "JSON");
        if (credentials.securityToken() != null) {
            url.add("SecurityToken", credentials.securityToken());
        }
        url.add("SignatureMethod", "HMAC-SHA1");
        url.add("SignatureNonce", nonce);
        url.add("SignatureVersion", "1.0");
        url.add("Timestamp", timestamp(epochSecond));
        url.add("Version", version);
        url.addAll(query);

        PercentEncodedPairs signed = url;
        if (form != null && !form.isEmpty()) {
            signed = new PercentEncodedPairs(url.length() + form.length() + 1);
            signed.addAll(url);
            signed.addAll(form);
        }
        String signature = signature("POST", signed.sort(), credentials.accessKeySecret());
        url.add("Signature", signature);
        return new SignedRequest(url.toString(), List.of(), form);
    }

    private SignedRequest unsigned(String operation, PercentEncodedPairs query, @Nullable PercentEncodedPairs form) {
        PercentEncodedPairs url = new PercentEncodedPairs(query.length() + 64);
        url.add("Action", operation);
        url.add("Format", "JSON");
        url.add("Version", version);
        url.addAll(query);
        return new SignedRequest(url.toString(), List.of(), form);
    }

    /** The signature of a method and sorted parameters. */
    String signature(String method, PercentEncodedPairs sorted, String secret) {
        // Encoding what is encoded already: only the percent signs and what joins the pairs change.
        String canonical =
                sorted.toString().replace("%", "%25").replace("=", "%3D").replace("&", "%26");
        Mac mac = hmac.with(secret + "&");
        mac.update((method + "&%2F&" + canonical).getBytes(ISO_8859_1));
        return Base64.encodeBase64String(mac.doFinal());
    }
}
