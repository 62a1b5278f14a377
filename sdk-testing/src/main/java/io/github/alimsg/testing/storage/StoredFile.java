package io.github.alimsg.testing.storage;

import okio.ByteString;

/**
 * A file that the storage has taken, whole.
 *
 * @param bucket the bucket it is in
 * @param key where it is in the bucket
 * @param contentType what it is
 * @param size how many bytes it has
 * @param kept its bytes; anything when it is larger than {@link #MAX_KEPT_BYTES}
 */
public record StoredFile(String bucket, String key, String contentType, long size, ByteString kept) {
    /** Larger ones are counted and checked, and not kept. */
    public static final int MAX_KEPT_BYTES = 16 << 20;

    /** Shows no content. */
    @Override
    public String toString() {
        return "StoredFile[" + bucket + "/" + key + ", " + size + " bytes]";
    }
}
