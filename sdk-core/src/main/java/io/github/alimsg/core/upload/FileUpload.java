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
 * A file to upload: its content, the name it gets, how long the upload may take, and who is told of its progress.
 * Immutable; each method that changes something returns another.
 */
public final class FileUpload {
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final @Nullable Path path;
    private final byte @Nullable [] bytes;
    private final String name;
    private final Duration timeout;
    private final @Nullable UploadProgress progress;

    private FileUpload(
            @Nullable Path path,
            byte @Nullable [] bytes,
            String name,
            Duration timeout,
            @Nullable UploadProgress progress) {
        this.path = path;
        this.bytes = bytes;
        this.name = name;
        this.timeout = timeout;
        this.progress = progress;
    }

    /**
     * A file on disk, under its own name. It is read while it is sent, in parts of 64 KiB.
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
     * Content in memory.
     *
     * @param content the bytes, not copied; they must not change until the upload has ended
     * @param name the name to give it
     * @return the upload
     * @throws IllegalArgumentException when the name cannot be used; see {@link #named}
     */
    public static FileUpload of(byte[] content, String name) {
        return new FileUpload(null, Objects.requireNonNull(content), checked(name), TIMEOUT, null);
    }

    /**
     * The same under another name. The service stores one file under a name: a second one replaces the first.
     *
     * @param name the name, without directories
     * @return the other upload
     * @throws IllegalArgumentException when the name is empty, {@code .} or {@code ..}, or has a slash, a backslash, a
     *     control character or half of a character
     */
    public FileUpload named(String name) {
        return new FileUpload(path, bytes, checked(name), timeout, progress);
    }

    private static String checked(String name) {
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("a file to upload needs a name; give it one by named(\"terms.pdf\")");
        }
        if (name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "the name of a file to upload has no directories and no control characters;"
                            + " give it another by named(\"terms.pdf\")");
        }
        if (HalfCharacters.indexIn(name) >= 0) {
            throw new IllegalArgumentException("the name of a file to upload holds half a character, such as an emoji"
                    + " that was cut; give it another by named(\"terms.pdf\")");
        }
        return name;
    }

    /**
     * The same with another limit for the whole upload: asking for permission, every attempt, and the waiting between.
     * Default an hour. The timeout of the client's calls does not apply to the transfer, but its {@code readTimeout}
     * does: a transfer that stands still for that long is given up.
     *
     * @param timeout between a millisecond and a day
     * @return the other upload
     * @throws IllegalArgumentException when it is shorter or longer
     */
    public FileUpload timeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "the timeout of an upload is between a millisecond and a day, not " + timeout);
        }
        return new FileUpload(path, bytes, name, timeout, progress);
    }

    /**
     * The same with someone who is told how far it has come.
     *
     * @param progress is told
     * @return the other upload
     */
    public FileUpload onProgress(UploadProgress progress) {
        return new FileUpload(path, bytes, name, timeout, Objects.requireNonNull(progress));
    }

    /** {@return the name the file gets} */
    public String name() {
        return name;
    }

    /** {@return how long the whole upload may take} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return who is told how far it has come; null for nobody} */
    public @Nullable UploadProgress progress() {
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
     * How large the file is now.
     *
     * @return its bytes
     * @throws UncheckedIOException when there is no such file, or it cannot be read
     */
    public long size() {
        if (bytes != null) {
            return bytes.length;
        }
        Path file = Objects.requireNonNull(path);
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new UncheckedIOException(new IOException("what is to be uploaded is not a regular file"));
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
}
