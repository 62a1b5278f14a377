package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads back what was written, for those who look at a call's parameters as they are sent. */
final class DecodedParams {
    private DecodedParams() {}

    static Map<String, String> of(EncodedParams params) {
        return texts(find(params));
    }

    static Map<String, String> texts(Map<String, Encoded> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /** The encoded values by name, the first where a name is there twice. */
    static Map<String, Encoded> find(EncodedParams params) {
        Map<String, Encoded> values = new HashMap<>();
        for (PercentEncodedPairs pairs : params.all()) {
            byte[] bytes = pairs.array();
            int length = pairs.length();
            for (int begin = 0, end; begin < length; begin = end + 1) {
                int equals = indexOf(bytes, '=', begin, length);
                end = indexOf(bytes, '&', equals, length);
                values.putIfAbsent(new Encoded(bytes, begin, equals).text(), new Encoded(bytes, equals + 1, end));
            }
        }
        return values;
    }

    private static int indexOf(byte[] bytes, char c, int from, int length) {
        int at = from;
        while (at < length && bytes[at] != c) {
            at++;
        }
        return at;
    }

    /** A name or a value within what was written. */
    static final class Encoded {
        private final byte[] bytes;
        private final int from;
        private final int to;

        private Encoded(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        boolean isEmpty() {
            return from == to;
        }

        /** How many bytes there are, of which decoding makes as many or fewer. */
        int length() {
            return to - from;
        }

        /** The opposite of {@link PercentEncodedPairs#encode(String)}: writes UTF-8, and returns how many bytes. */
        int decode(byte[] into) {
            int length = 0;
            for (int i = from; i < to; i++) {
                byte b = bytes[i];
                if (b == '%') {
                    b = (byte) (digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]));
                    i += 2;
                }
                into[length++] = b;
            }
            return length;
        }

        private static int digit(byte hex) {
            return hex <= '9' ? hex - '0' : hex - 'A' + 10;
        }

        String text() {
            byte[] decoded = new byte[length()];
            return new String(decoded, 0, decode(decoded), StandardCharsets.UTF_8);
        }

        /** Shows nothing: values may be personal. */
        @Override
        public String toString() {
            return "Encoded[" + length() + " bytes]";
        }
    }
}
