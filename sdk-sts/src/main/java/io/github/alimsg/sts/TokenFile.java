package io.github.alimsg.sts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a token, which another process replaces from time to time. */
final class TokenFile {
    private static final int MAX_BYTES = 64 << 10;

    private final Path file;

    TokenFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the current token.
     *
     * @throws IOException when there is none; its message says why and never quotes the file
     */
    String read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new IOException(name() + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
        String token = new String(bytes, StandardCharsets.UTF_8).strip();
        if (token.isEmpty() || bytes.length > MAX_BYTES) {
            throw new IOException(name() + (token.isEmpty() ? " is empty" : " is too large for a token"));
        }
        return token;
    }

    private String name() {
        return "the token file " + file.getFileName();
    }
}
