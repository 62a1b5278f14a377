package io.github.alimsg.codegen;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The three files of an API. The names are for messages.
 *
 * @param metadataName name of the metadata
 * @param metadata the metadata
 * @param customizationName name of the customization
 * @param customization the customization
 * @param docsName name of the docs
 * @param docs the words
 */
public record ApiFiles(
        String metadataName,
        String metadata,
        String customizationName,
        String customization,
        String docsName,
        String docs) {

    /**
     * Reads the files from a folder.
     *
     * @param folder the folder
     * @param base the folder that their names in messages are relative to
     * @return the files
     * @throws IOException when one cannot be read
     */
    public static ApiFiles in(Path folder, Path base) throws IOException {
        Path metadata = folder.resolve("metadata.json");
        Path customization = folder.resolve("customization.yaml");
        Path docs = folder.resolve("docs.yaml");
        return new ApiFiles(
                shown(metadata, base),
                text(metadata, base),
                shown(customization, base),
                text(customization, base),
                shown(docs, base),
                text(docs, base));
    }

    private static String text(Path file, Path base) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException("there is no file " + shown(file, base)
                    + "; an API's folder holds metadata.json, customization.yaml and docs.yaml");
        }
        return Files.readString(file);
    }

    private static String shown(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }
}
