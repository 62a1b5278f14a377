package io.github.alimsg.testing.products;

import java.time.Instant;

/**
 * A temporary key that is lent.
 *
 * @param accessKeyId the key's id
 * @param secret its secret
 * @param token its token
 * @param start when it was lent
 * @param end when it ends
 */
public record LentKey(String accessKeyId, String secret, String token, Instant start, Instant end) {
    /** Shows no secret. */
    @Override
    public String toString() {
        return "LentKey[" + accessKeyId + "]";
    }
}
