package io.github.alimsg.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small application in the style of a generation of the vendor's SDK: before the recipes, and after. */
enum Shop {
    SYNC("shop", new FromSyncSdk()),
    ASYNC("shop-async", new FromAsyncSdk()),
    FIRST("shop-first", new FromFirstSdk());

    private final Path folder;
    private final MigrationRecipe recipe;

    Shop(String folder, MigrationRecipe recipe) {
        this.folder = Path.of("src/test", folder);
        this.recipe = recipe;
    }

    MigrationRecipe recipe() {
        return recipe;
    }

    /** The files as the vendor's style has them, by their names. */
    Map<String, String> before() throws IOException {
        return files(folder.resolve("before"));
    }

    /** The files that the recipes make of them. */
    Map<String, String> after() throws IOException {
        return files(folder.resolve("after"));
    }

    /** Replaces the files that the recipes are to make. */
    void update(Map<String, String> after) throws IOException {
        write(folder.resolve("after"), after);
    }

    static void write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.writeString(to, file.getValue());
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(found::add);
        }
        for (Path file : found) {
            files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return files;
    }
}
