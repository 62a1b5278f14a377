package io.github.alimsg.core.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says that a file cannot be read, but not which: file systems quote paths, and file names can be personal. */
final class UnreadableFile {
    private UnreadableFile() {}

    /**
     * Returns a similar failure without the path, of the same class where that is informative.
     *
     * @param failure the file system's failure
     */
    public static UncheckedIOException of(IOException failure) {
        IOException like;
        if (failure instanceof NoSuchFileException) {
            like = new NoSuchFileException(null, null, "there is no such file");
        } else if (failure instanceof AccessDeniedException) {
            like = new AccessDeniedException(null, null, "the file may not be read");
        } else {
            like = new IOException(
                    "the file cannot be read: " + failure.getClass().getSimpleName());
        }
        like.setStackTrace(failure.getStackTrace());
        return new UncheckedIOException(like);
    }
}
