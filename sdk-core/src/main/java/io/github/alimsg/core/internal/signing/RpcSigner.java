package io.github.alimsg.core.internal.signing;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.encoding.AsciiBuffer;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RPC 1.0 with HMAC-SHA1: everything in query parameters, the signature as the last of them. */
final class RpcSigner extends RequestSigner {
    private static final PercentEncodedPairs NOTHING = new PercentEncodedPairs(0);

    private final KeyedMac hmac = new KeyedMac("HmacSHA1", "&");

    RpcSigner(String host, String version) {
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
        if (credentials.isAnonymous()) {
            return unsigned(operation, query, form);
        }
        PercentEncodedPairs url = tools.pairs.clear(); // in the order of names
        url.addPlain("AccessKeyId=").encode(credentials.accessKeyId());
        url.addPlain("&Action=").encode(operation);
        url.addPlain("&Format=JSON");
        if (credentials.securityToken() != null) {
            url.addPlain("&SecurityToken=").encode(credentials.securityToken());
        }
        url.addPlain("&SignatureMethod=HMAC-SHA1&SignatureNonce=").encode(nonce);
        url.addPlain("&SignatureVersion=1.0&Timestamp=").encode(timestamp);
        url.addPlain("&Version=").encode(version);

        byte[] signature =
                signature(tools, "POST", url, query, form == null ? NOTHING : form, credentials.accessKeySecret());
        url.addAll(query);
        url.addPlain("&Signature=").encode(signature);
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
        return new String(
                signature(new SigningScratch(), method, sorted, NOTHING, NOTHING, secret), StandardCharsets.US_ASCII);
    }

    /** The signature of a method and of three groups of parameters, each of them sorted. */
    private byte[] signature(
            SigningScratch tools,
            String method,
            PercentEncodedPairs first,
            PercentEncodedPairs second,
            PercentEncodedPairs third,
            String secret) {
        AsciiBuffer out = tools.out.clear().add(method).add("&%2F&");
        PercentEncodedPairs.encodeAgain(first, second, third, out);
        Base64.getEncoder().encode(tools.authenticate(hmac, secret, tools.sha1Code), tools.base64);
        return tools.base64;
    }
}
