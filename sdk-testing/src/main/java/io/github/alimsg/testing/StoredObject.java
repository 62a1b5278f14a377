package io.github.alimsg.testing;

import java.nio.charset.StandardCharsets;

/** A file that {@link FakeCloud}'s object storage has stored. */
public final class StoredObject {
    /** Larger ones are counted and checked, and not kept. */
    static final int MAX_KEPT_BYTES = 16 << 20;

    private final String bucket;
    private final String key;
    private final String contentType;
    private final long size;
    private final byte[] kept;

    StoredObject(String bucket, String key, String contentType, long size, byte[] kept) {
        this.bucket = bucket;
        this.key = key;
        this.contentType = contentType;
        this.size = size;
        this.kept = kept;
    }

    /**
     * Returns the bucket it is in.
     *
     * @return the bucket's name
     */
    public String bucket() {
        return bucket;
    }

    /**
     * Returns its key in the bucket.
     *
     * @return directory, slash and name
     */
    public String key() {
        return key;
    }

    /**
     * Returns its content type.
     *
     * @return the content type
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns its size.
     *
     * @return the size in bytes
     */
    public long size() {
        return size;
    }

    /**
     * Returns its content.
     *
     * @return the bytes, a copy
     * @throws IllegalStateException when it has more than 16 MiB, which the fake does not keep
     */
    public byte[] bytes() {
        if (size > MAX_KEPT_BYTES) {
            throw new IllegalStateException(
                    "the fake keeps objects of 16 MiB at most; this one has " + size + " bytes");
        }
        return kept.clone();
    }

    /**
     * Returns its content as text.
     *
     * @return the content, read as UTF-8
     * @throws IllegalStateException when it has more than 16 MiB, which the fake does not keep
     */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Shows no content. */
    @Override
    public String toString() {
        return "StoredObject[" + bucket + "/" + key + ", " + size + " bytes]";
    }
}
