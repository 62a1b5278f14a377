package io.github.alimsg.codegen;

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
                Files.readString(metadata),
                shown(customization, base),
                Files.readString(customization),
                shown(docs, base),
                Files.readString(docs));
    }

    private static String shown(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }
}
