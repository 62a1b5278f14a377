package io.github.alimsg.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The index of operations in the repository, where people read it and reviewers see it change. */
final class CommittedIndex {
    private final Path file;

    CommittedIndex(Path file) {
        this.file = file;
    }

    /**
     * Returns whether the file is what is generated. Line ends are ignored: some checkouts change them.
     *
     * @param generated the index that was generated
     * @return false when it differs or is missing
     * @throws IOException when it cannot be read
     */
    boolean isCurrent(String generated) throws IOException {
        return Files.exists(file)
                && Files.readString(file).replace("\r\n", "\n").equals(generated);
    }

    /**
     * Writes the file.
     *
     * @param generated the index that was generated
     * @throws IOException when it cannot be written
     */
    void update(String generated) throws IOException {
        if (!isCurrent(generated)) {
            OutputFiles.write(file, generated.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** {@return what to do when it is not current} */
    String fix() {
        return file + " is out of date; run ./mvnw compile -Dalimsg.update, read the change," + " and commit it";
    }
}
