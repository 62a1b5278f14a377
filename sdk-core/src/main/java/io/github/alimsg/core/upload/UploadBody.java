package io.github.alimsg.core.upload;

import io.github.alimsg.core.http.HttpBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes of a file once. A failure on this side is kept, so that it can be told from one of the network, and
 * aborts the request before its last byte: the object storage then keeps nothing.
 */
final class UploadBody implements HttpBody {
    private static final int PART = 64 * 1024;

    private final FileUpload file;
    private final long size;
    private final @Nullable FileTime modified;
    private final Crc64 checksum = new Crc64();
    private @Nullable Throwable ownFailure;

    /**
     * Opens the file as it is now.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    UploadBody(FileUpload file) {
        this.file = file;
        this.size = file.size();
        this.modified = modified();
    }

    @Override
    public long length() {
        return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            byte[] part = new byte[PART];
            long left = size;
            while (left > 0) {
                int count = read(in, part, (int) Math.min(left, PART));
                left -= count;
                if (left == 0) {
                    checkUnchanged();
                }
                out.write(part, 0, count);
                checksum.update(part, 0, count);
                tell(size - left);
            }
        }
    }

    private InputStream open() throws IOException {
        byte[] content = file.content();
        if (content != null) {
            return new ByteArrayInputStream(content);
        }
        try {
            return Files.newInputStream(path());
        } catch (IOException e) {
            throw failed(UnreadableFile.of(e));
        }
    }

    private int read(InputStream in, byte[] part, int most) throws IOException {
        try {
            int count = in.read(part, 0, most);
            if (count >= 0) {
                return count;
            }
        } catch (IOException e) {
            throw failed(UnreadableFile.of(e));
        }
        throw changed();
    }

    private void checkUnchanged() throws IOException {
        try {
            if (file.size() == size && (modified == null || modified.equals(modified()))) {
                return;
            }
        } catch (UncheckedIOException e) {
            throw failed(e);
        }
        throw changed();
    }

    private IOException changed() {
        return failed(new UncheckedIOException(new IOException(
                "the file changed while it was uploaded, so nothing was stored; upload it when nothing writes to it")));
    }

    private void tell(long sent) throws IOException {
        FileUpload.Progress progress = file.progress();
        if (progress != null) {
            try {
                progress.sent(sent, size);
            } catch (Throwable e) {
                throw failed(e);
            }
        }
    }

    private IOException failed(Throwable failure) {
        ownFailure = failure;
        return new IOException("the upload was aborted on this side");
    }

    private @Nullable FileTime modified() {
        try {
            return file.path() == null ? null : Files.getLastModifiedTime(path());
        } catch (IOException e) {
            throw UnreadableFile.of(e);
        }
    }

    private Path path() {
        Path path = file.path();
        if (path == null) {
            throw new IllegalStateException("content in memory has no path");
        }
        return path;
    }

    /** The failure on this side; null when there was none. */
    @Nullable
    Throwable ownFailure() {
        return ownFailure;
    }

    /** The checksum of what was written. */
    String checksum() {
        return checksum.value();
    }
}
