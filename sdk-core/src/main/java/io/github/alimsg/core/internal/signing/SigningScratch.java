package io.github.alimsg.core.internal.signing;

import io.github.alimsg.core.internal.encoding.AsciiBuffer;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;

/**
 * What a thread needs while it signs: buffers, a digest, and a code initialized with the key. Reused by other threads
 * afterwards.
 */
final class SigningScratch {
    /** Larger buffers are not kept: one long request must not take memory for good. */
    private static final int MAX_KEPT = 16_384;

    final AsciiBuffer out = new AsciiBuffer();
    final PercentEncodedPairs pairs = new PercentEncodedPairs(0);
    final byte[] sha256Hash = new byte[32];
    final byte[] sha1Code = new byte[20];
    final byte[] base64 = new byte[28];
    private final MessageDigest sha256;
    private KeyedMac.@Nullable Keyed keyed;
    private @Nullable Mac mac;

    SigningScratch() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the buffers may be kept for the next request. */
    boolean isSmallEnoughToKeep() {
        return out.array().length <= MAX_KEPT && pairs.array().length <= MAX_KEPT;
    }

    /** Puts the SHA-256 of bytes into {@link #sha256Hash}. */
    byte[] sha256(byte[] bytes, int length) {
        try {
            sha256.update(bytes, 0, length);
            sha256.digest(sha256Hash, 0, sha256Hash.length);
            return sha256Hash;
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes are enough", e);
        }
    }

    /** Puts the authentication code of what is in {@link #out} into an array. */
    byte[] authenticate(KeyedMac codes, String key, byte[] code) {
        KeyedMac.Keyed wanted = codes.with(key);
        Mac ready = mac;
        if (ready == null || keyed != wanted) {
            ready = codes.copy(wanted);
            mac = ready;
            keyed = wanted;
        }
        try {
            ready.update(out.array(), 0, out.length());
            ready.doFinal(code, 0);
            return code;
        } catch (ShortBufferException e) {
            throw new IllegalStateException("the array has the code's length", e);
        }
    }
}
