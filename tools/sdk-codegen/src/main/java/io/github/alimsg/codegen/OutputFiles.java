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
 * Writes files where they differ, and removes those of the run before that are no longer wanted. A list of what was
 * written stands beside the output, since several APIs may share a folder.
 */
final class OutputFiles {
    private final Path root;
    private final Path list;

    /**
     * The output of one API.
     *
     * @param root the folder of the output
     * @param list the file that remembers what was written
     */
    OutputFiles(Path root, Path list) {
        this.root = root;
        this.list = list;
    }

    /**
     * Makes the output hold these files.
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
     * Writes a file unless it holds the same already: compilers go by its time.
     *
     * @param file the file
     * @param content what it shall hold
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
