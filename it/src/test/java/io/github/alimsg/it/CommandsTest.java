package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commands in documents, scripts and comments choose modules by artifact id, whatever folder a module is in. */
@DisplayName("Every module that a command names is one of this build")
class CommandsTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(?:-pl|--projects)[ =]+[\"']?([^\\s\"'`<}|]+)");
    private static final Pattern WRITTEN = Pattern.compile("[^.]+|.*\\.(md|java|xml|ya?ml|js|sh|cmd)");
    private static final Set<String> BUILT = Set.of(".git", "target", "node_modules");

    @Test
    void commandsNameModulesOfThisBuild() throws IOException {
        Set<String> modules = Reactor.modules().keySet();
        var wrong = new TreeMap<String, List<String>>();
        int commands = 0;
        for (Path file : files()) {
            List<String> selectors = selectors(Files.readString(file, StandardCharsets.ISO_8859_1));
            commands += selectors.size();
            List<String> none = unresolved(selectors, modules);
            if (!none.isEmpty()) {
                wrong.put(file.toString(), none);
            }
        }

        assertThat(wrong).as("write :artifact-id, of a module that there is").isEmpty();
        assertThat(commands).as("commands found").isGreaterThan(10);
    }

    @Test
    void anUnknownArtifactIdIsReported() {
        String text =
                "`./mvnw -pl sdk-core,:sdk-core,:sdk-cor -am test`, ./mvnw --projects=tools/sdk-codegen, ./run -pl \":$1\"";

        assertThat(unresolved(selectors(text), Set.of("sdk-core", "sdk-codegen")))
                .containsExactly("sdk-core", ":sdk-cor", "tools/sdk-codegen");
    }

    private static List<String> selectors(String text) {
        List<String> selectors = new ArrayList<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            selectors.addAll(List.of(option.group(1).split(",")));
        }
        return selectors;
    }

    /** A script that takes the module as an argument leaves the name open, but not that it is one. */
    private static List<String> unresolved(List<String> selectors, Set<String> modules) {
        return selectors.stream()
                .filter(selector -> !selector.startsWith(":$"))
                .filter(selector -> !selector.startsWith(":") || !modules.contains(selector.substring(1)))
                .toList();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Reactor.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return BUILT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (WRITTEN.matcher(name).matches() && !name.equals("CommandsTest.java")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
