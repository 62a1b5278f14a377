package io.github.alimsg.core.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says that a file cannot be read, and not which: file systems quote paths, and names of files tell of people. */
final class UnreadableFile {
    private UnreadableFile() {}

    /**
     * The like of a failure, of the same class where that tells something, without the path.
     *
     * @param failure what the file system says
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
