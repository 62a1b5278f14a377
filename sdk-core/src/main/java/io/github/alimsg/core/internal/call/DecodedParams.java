package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Reads back what was written, for those who look at a call's parameters as they are sent. */
final class DecodedParams {
    private DecodedParams() {}

    static Map<String, String> of(EncodedParams params) {
        Map<String, String> decoded = new HashMap<>();
        for (PercentEncodedPairs pairs : params.all()) {
            String text = pairs.toString();
            for (int begin = 0, end; begin < text.length(); begin = end + 1) {
                int next = text.indexOf('&', begin);
                end = next < 0 ? text.length() : next;
                int equals = text.indexOf('=', begin);
                decoded.putIfAbsent(decoded(text.substring(begin, equals)), decoded(text.substring(equals + 1, end)));
            }
        }
        return decoded;
    }

    /** The opposite of {@link PercentEncodedPairs#encode(String)}, which has written the text. */
    private static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
