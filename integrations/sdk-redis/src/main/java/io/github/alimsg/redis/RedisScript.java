package io.github.alimsg.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Lua script for Redis, and the digest by which Redis knows it once it has run. */
public final class RedisScript {
    private final String text;
    private final String digest;

    private RedisScript(String text) {
        this.text = text;
        this.digest = digestOf(text);
    }

    /**
     * Returns a script.
     *
     * @param text Lua, which returns a list of integers
     * @return the script
     */
    public static RedisScript of(String text) {
        return new RedisScript(text);
    }

    /** {@return the text in Lua, for {@code EVAL}} */
    public String text() {
        return text;
    }

    /** {@return the digest for {@code EVALSHA}: SHA-1, 40 lowercase hexadecimal digits} */
    public String digest() {
        return digest;
    }

    private static String digestOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
