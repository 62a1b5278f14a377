package io.github.alimsg.once;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Idempotency keys: what they may be, and the own id that is made of one. */
final class Keys {
    private static final int MAX_LENGTH = 200;

    /** Comes back unchanged, whatever a channel does to it. */
    private static final Pattern OWN_ID = Pattern.compile("[0-9A-Za-z_.:/-]{1,100}");

    private static final int DIGEST_BYTES = 20;

    private Keys() {}

    /**
     * Checks a key. Databases differ in how they compare letters beyond ASCII and blanks at an end, so there are none.
     *
     * @throws IllegalArgumentException when it is not valid; does not quote it
     */
    static String require(String key) {
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("an idempotency key has 1 to " + MAX_LENGTH
                    + " characters of ASCII without blanks; this one has " + key.length() + " characters");
        }
        return key;
    }

    /** Makes an own id of a key: the key itself where that is safe, else the beginning of its digest. */
    static String ownId(String key) {
        if (OWN_ID.matcher(key).matches()) {
            return key;
        }
        byte[] digest = DigestUtils.sha256(key.getBytes(StandardCharsets.UTF_8));
        byte[] beginning = Arrays.copyOf(digest, DIGEST_BYTES);
        return "once-" + Hex.encodeHexString(beginning);
    }
}
