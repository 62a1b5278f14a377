package io.github.alimsg.testing.gateway;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Percent encoding as the gateway sees it. Shares nothing with the SDK's own, so that one can find the other wrong. */
public final class PercentCoding {
    /** A decoded name with its decoded value. */
    public record Pair(String name, String value) {}

    private PercentCoding() {}

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Decodes {@code a=b&c=d}. A plus sign is a space, as servers of forms have it. */
    static List<Pair> decodePairs(String encoded) throws CharacterCodingException {
        return decodePairs(encoded, true);
    }

    /** Decodes {@code a=b&c=d}. */
    static List<Pair> decodePairs(String encoded, boolean plusIsSpace) throws CharacterCodingException {
        var pairs = new ArrayList<Pair>();
        for (int from = 0; from < encoded.length(); ) {
            int to = encoded.indexOf('&', from);
            to = to < 0 ? encoded.length() : to;
            int equals = encoded.indexOf('=', from);
            if (equals < 0 || equals > to) {
                equals = to;
            }
            if (to > from) {
                pairs.add(new Pair(
                        decode(encoded.substring(from, equals), plusIsSpace),
                        decode(encoded.substring(Math.min(equals + 1, to), to), plusIsSpace)));
            }
            from = to + 1;
        }
        return List.copyOf(pairs);
    }

    private static String decode(String encoded, boolean plusIsSpace) throws CharacterCodingException {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hex(encoded, i + 1) << 4 | hex(encoded, i + 2));
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '+' && plusIsSpace ? ' ' : c);
            } else {
                throw new CharacterCodingException();
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }

    private static int hex(String encoded, int at) throws CharacterCodingException {
        int digit = at < encoded.length() && encoded.charAt(at) < 0x80 ? Character.digit(encoded.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new CharacterCodingException();
        }
        return digit;
    }
}
