package io.github.alimsg.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Messages in a file that only its owner may read, a line each; a message that changes has several. */
final class KeepFile implements AutoCloseable {
    private final Path path;
    private final Consumer<Throwable> defects;
    private Writer writer;

    private KeepFile(Path path, Writer writer, Consumer<Throwable> defects) {
        this.path = path;
        this.writer = writer;
        this.defects = defects;
    }

    /**
     * Reads what is kept into a box, and keeps from now on what gets into it.
     *
     * @throws IOException when the file can't be read or written
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what runs there throws nothing
    static KeepFile open(Path path, Box box, ScheduledExecutorService clock, Consumer<Throwable> defects)
            throws IOException {
        List<ObjectNode> kept = newest(path, box.max());
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly());
        try (Writer lines = Files.newBufferedWriter(fresh)) {
            for (ObjectNode message : kept) {
                lines.append(message.toString()).append('\n');
            }
        }
        Files.move(fresh, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        kept.forEach(message -> {
            message.remove("duplicateOf"); // found again
            box.add(message, null);
        });
        var file = new KeepFile(path, Files.newBufferedWriter(path, StandardOpenOption.APPEND), defects);
        box.onMessage(file::append);
        box.onClear(file::clear);
        clock.scheduleWithFixedDelay(file::flush, 1, 1, TimeUnit.SECONDS);
        return file;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The newest messages, each as its last line says it. A line that was cut is left out. */
    private static List<ObjectNode> newest(Path path, int max) throws IOException {
        Map<String, ObjectNode> messages = new LinkedHashMap<>();
        if (Files.exists(path)) {
            try (BufferedReader lines = Files.newBufferedReader(path)) {
                for (String line; (line = lines.readLine()) != null; ) {
                    if (Json.read(line) instanceof ObjectNode message
                            && message.hasNonNull("id")
                            && message.hasNonNull("at")) {
                        messages.put(message.path("id").asText(), message);
                        if (messages.size() > max) {
                            messages.remove(messages.keySet().iterator().next());
                        }
                    }
                }
            }
        }
        return List.copyOf(messages.values());
    }

    private synchronized void append(StoredMessage message) {
        try {
            writer.append(new String(message.bytes(), StandardCharsets.UTF_8)).append('\n');
        } catch (IOException e) {
            defects.accept(e);
        }
    }

    private synchronized void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            defects.accept(e);
        }
    }

    private synchronized void clear() {
        try {
            writer.close();
            writer = Files.newBufferedWriter(path, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            defects.accept(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
