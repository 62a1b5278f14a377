package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

    /** Encoded text has no plus sign, so the one difference from a form does not matter. */
    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
