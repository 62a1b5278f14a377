package io.github.alimsg.testing;

import io.github.alimsg.testing.storage.StoredFile;
import java.nio.charset.StandardCharsets;

/** A file that {@link FakeCloud}'s object storage has stored. */
public final class StoredObject {
    private final StoredFile file;

    StoredObject(StoredFile file) {
        this.file = file;
    }

    /**
     * Returns the bucket it is in.
     *
     * @return the bucket's name
     */
    public String bucket() {
        return file.bucket();
    }

    /**
     * Returns its key in the bucket.
     *
     * @return directory, slash and name
     */
    public String key() {
        return file.key();
    }

    /**
     * Returns its content type.
     *
     * @return the content type
     */
    public String contentType() {
        return file.contentType();
    }

    /**
     * Returns its size.
     *
     * @return the size in bytes
     */
    public long size() {
        return file.size();
    }

    /**
     * Returns its content.
     *
     * @return the bytes, a copy
     * @throws IllegalStateException when it has more than 16 MiB, which the fake does not keep
     */
    public byte[] bytes() {
        if (size() > StoredFile.MAX_KEPT_BYTES) {
            throw new IllegalStateException(
                    "the fake keeps objects of 16 MiB at most; this one has " + size() + " bytes");
        }
        return file.kept().toByteArray();
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
        return "StoredObject[" + bucket() + "/" + key() + ", " + size() + " bytes]";
    }
}
