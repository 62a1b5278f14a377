package io.github.alimsg.core.upload;

import io.github.alimsg.core.internal.encoding.HalfCharacters;
import io.github.alimsg.core.internal.encoding.HiddenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload: its content, its name, how long the upload may take, and who is told of its progress. Immutable;
 * methods that change something return another instance.
 */
public final class FileUpload {
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final @Nullable Path path;
    private final byte @Nullable [] bytes;
    private final String name;
    private final Duration timeout;
    private final @Nullable Progress progress;

    private FileUpload(
            @Nullable Path path, byte @Nullable [] bytes, String name, Duration timeout, @Nullable Progress progress) {
        this.path = path;
        this.bytes = bytes;
        this.name = name;
        this.timeout = timeout;
        this.progress = progress;
    }

    /**
     * Creates an upload of a file on disk, under its own name. It is read while it is sent, in parts of 64 KiB.
     *
     * @param path the file
     * @return the upload
     * @throws IllegalArgumentException when the path has no name, or one that cannot be used; see {@link #named}
     */
    public static FileUpload of(Path path) {
        Path name = path.getFileName();
        return new FileUpload(path, null, checked(name == null ? "" : name.toString()), TIMEOUT, null);
    }

    /**
     * Creates an upload of content in memory.
     *
     * @param content the bytes, not copied; they must not change until the upload has ended
     * @param name the file's name
     * @return the upload
     * @throws IllegalArgumentException when the name cannot be used; see {@link #named}
     */
    public static FileUpload of(byte[] content, String name) {
        return new FileUpload(null, Objects.requireNonNull(content), checked(name), TIMEOUT, null);
    }

    /**
     * Returns the same upload under another name. The service stores one file per name: a second one replaces the
     * first.
     *
     * @param name the name, without directories
     * @return the other upload
     * @throws IllegalArgumentException when the name is empty, {@code .} or {@code ..}, or has a slash, a backslash, a
     *     control character or an unpaired surrogate
     */
    public FileUpload named(String name) {
        return new FileUpload(path, bytes, checked(name), timeout, progress);
    }

    private static String checked(String name) {
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("a file to upload needs a name; set one with named(\"terms.pdf\")");
        }
        if (name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "the name of a file to upload must not have directories or control characters;"
                            + " set another with named(\"terms.pdf\")");
        }
        if (HalfCharacters.areIn(name)) {
            throw new IllegalArgumentException("the name of a file to upload holds half a character, such as an emoji"
                    + " that was cut; set another with named(\"terms.pdf\")");
        }
        return name;
    }

    /**
     * Returns the same upload with another time limit for all of it: asking for permission, every attempt, and the
     * waits between them. Default an hour. The client's {@code timeout} does not apply to the transfer, but its {@code
     * readTimeout} does: a transfer that makes no progress for that long is given up.
     *
     * @param timeout between a millisecond and a day
     * @return the other upload
     * @throws IllegalArgumentException when it is shorter or longer
     */
    public FileUpload timeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "the timeout of an upload must be between a millisecond and a day, not " + timeout);
        }
        return new FileUpload(path, bytes, name, timeout, progress);
    }

    /**
     * Returns the same upload with a listener for its progress.
     *
     * @param progress the listener
     * @return the other upload
     */
    public FileUpload onProgress(Progress progress) {
        return new FileUpload(path, bytes, name, timeout, Objects.requireNonNull(progress));
    }

    /** {@return the file's name} */
    public String name() {
        return name;
    }

    /** {@return how long the whole upload may take} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return the listener for its progress; null when there is none} */
    public @Nullable Progress progress() {
        return progress;
    }

    /** {@return the file on disk; null for content in memory} */
    public @Nullable Path path() {
        return path;
    }

    /** {@return the content in memory, not copied; null for a file on disk} */
    public byte @Nullable [] content() {
        return bytes;
    }

    /**
     * Returns the current size of the file.
     *
     * @return its size in bytes
     * @throws UncheckedIOException when there is no such file, or it cannot be read
     */
    public long size() {
        if (bytes != null) {
            return bytes.length;
        }
        Path file = Objects.requireNonNull(path);
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new UncheckedIOException(new IOException("the file to upload is not a regular file"));
        }
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw UnreadableFile.of(e);
        }
    }

    /** Shows neither name nor content. */
    @Override
    public String toString() {
        return "FileUpload[" + HiddenText.of(name) + ", " + (bytes == null ? "on disk" : bytes.length + " bytes") + "]";
    }

    /** Is told of an upload's progress, on the thread that uploads. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Called after every 64 KiB or so, and after the last byte. The count starts over when a failed transfer is
         * repeated. An exception aborts the upload and is thrown to the caller.
         *
         * @param sent how many bytes of the file have been written to the network so far
         * @param total how many there are in total
         */
        void sent(long sent, long total);
    }
}
