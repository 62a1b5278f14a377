package io.github.alimsg.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes files that differ, and removes those of the previous run that are no longer generated. A list of what was
 * written is kept next to the output, since several APIs may share a folder.
 */
final class OutputFiles {
    private final Path root;
    private final Path list;

    /**
     * Creates the output of one API.
     *
     * @param root the folder of the output
     * @param list the file that remembers what was written
     */
    OutputFiles(Path root, Path list) {
        this.root = root;
        this.list = list;
    }

    /**
     * Replaces the output by these files.
     *
     * @param files contents by path
     * @throws IOException when a file cannot be written or removed
     */
    void replaceBy(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(root.resolve(file.getKey()), file.getValue());
        }
        List<String> before = Files.exists(list) ? Files.readAllLines(list) : List.of();
        for (String path : before) {
            Path file = root.resolve(path).normalize();
            if (!files.containsKey(path) && file.startsWith(root)) {
                Files.deleteIfExists(file);
            }
        }
        Set<String> now = new TreeSet<>(files.keySet());
        write(list, (String.join("\n", now) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file unless its content is the same: compilers go by its modification time.
     *
     * @param file the file
     * @param content its new content
     * @throws IOException when it cannot be written
     */
    static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }
}
