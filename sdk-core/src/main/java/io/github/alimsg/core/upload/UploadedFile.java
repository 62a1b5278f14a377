package io.github.alimsg.core.upload;

import io.github.alimsg.core.internal.encoding.HiddenText;
import org.jspecify.annotations.Nullable;

/**
 * A file that is completely stored in the service's object storage (OSS). Nothing refers to it until an operation names
 * it.
 */
public final class UploadedFile {
    private final String name;
    private final String key;
    private final long size;
    private final int attempts;
    private final @Nullable String requestId;

    /**
     * For the engine, and for tests of applications.
     *
     * @param name name of the file
     * @param key where it is stored: directory, slash and name
     * @param size its size in bytes
     * @param attempts how many times the transfer was tried
     * @param requestId the request id that the object storage assigned to the last of them
     */
    public UploadedFile(String name, String key, long size, int attempts, @Nullable String requestId) {
        this.name = name;
        this.key = key;
        this.size = size;
        this.attempts = attempts;
        this.requestId = requestId;
    }

    /** {@return name of the file, such as {@code isvTerms.pdf}} */
    public String name() {
        return name;
    }

    /** {@return where it is stored: directory, slash and name, such as {@code C200293990209/isvTerms.pdf}} */
    public String key() {
        return key;
    }

    /** {@return its size in bytes} */
    public long size() {
        return size;
    }

    /** {@return how many times the transfer was tried} */
    public int attempts() {
        return attempts;
    }

    /** {@return the request id that the object storage assigned; null when it returned none} */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Does not show the name. */
    @Override
    public String toString() {
        return "UploadedFile[" + HiddenText.of(key) + ", " + size + " bytes, " + attempts
                + (attempts == 1 ? " attempt]" : " attempts]");
    }
}
