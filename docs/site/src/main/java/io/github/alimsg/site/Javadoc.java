package io.github.alimsg.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The javadoc that the modules' builds have made. */
final class Javadoc {
    private static final Path MADE = Path.of("target", "reports", "apidocs");

    private final Path root;

    Javadoc(Path root) {
        this.root = root;
    }

    /** Modules that applications may use and that have sources, relative to the repository. */
    List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>();
        for (String folder : List.of("", "integrations", "tools")) {
            try (Stream<Path> found = Files.list(root.resolve(folder))) {
                found.filter(module -> name(module).startsWith("sdk-"))
                        .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                        .sorted()
                        .map(root::relativize)
                        .forEach(modules::add);
            }
        }
        return modules;
    }

    static String name(Path module) {
        return module.getName(module.getNameCount() - 1).toString();
    }

    /** What the module's pom says it is. */
    String description(Path module) throws IOException {
        String pom = Files.readString(root.resolve(module).resolve("pom.xml"));
        int start = pom.indexOf("<description>") + "<description>".length();
        return pom.substring(start, pom.indexOf("</description>")).strip();
    }

    boolean isMade(Path module) {
        return Files.exists(root.resolve(module).resolve(MADE).resolve("index.html"));
    }

    void copy(Path module, Path to) throws IOException {
        Site.copy(root.resolve(module).resolve(MADE), to);
    }
}
