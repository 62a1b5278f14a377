package io.github.alimsg.codegen;

import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.output.GeneratedApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The files of a small API that exercises every feature, and ways to spoil them. */
final class PostFiles {
    private static final Path FOLDER = Path.of("src/test/resources/post");

    private PostFiles() {}

    static ApiFiles all() {
        try {
            return ApiFiles.in(FOLDER, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GeneratedApi generate() {
        return Generator.generate(all());
    }

    static ApiFiles metadata(String from, String to) {
        ApiFiles files = all();
        return with(replaced(files.metadata(), from, to), files.customization(), files.docs());
    }

    static ApiFiles customization(String from, String to) {
        ApiFiles files = all();
        return with(files.metadata(), replaced(files.customization(), from, to), files.docs());
    }

    static ApiFiles docs(String from, String to) {
        ApiFiles files = all();
        return with(files.metadata(), files.customization(), replaced(files.docs(), from, to));
    }

    static ApiFiles with(String metadata, String customization, String docs) {
        return new ApiFiles("metadata.json", metadata, "customization.yaml", customization, "docs.yaml", docs);
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("the file has no '" + from + "'");
        }
        return text.replace(from, to);
    }

    /** What is wrong with files; empty when nothing is. */
    static List<String> problems(ApiFiles files) {
        try {
            Generator.generate(files);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }
}
