package io.github.alimsg.migration;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.java.JavaParser;

/** Runs recipes on sources, and compiles what they make of them. */
final class Migration {
    private Migration() {}

    /** The libraries that the tests run with. */
    static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") || entry.endsWith("classes"))
                .map(Path::of)
                .toList();
    }

    /** What a recipe makes of sources that use the vendor's classes, which are in some libraries. */
    static Map<String, String> of(Recipe recipe, Map<String, String> sources, List<Path> libraries) {
        JavaParser parser = JavaParser.fromJavaVersion().classpath(libraries).build();
        List<SourceFile> parsed =
                parser.parse(sources.values().toArray(String[]::new)).toList();
        var context = new InMemoryExecutionContext(failure -> {
            throw new AssertionError(failure);
        });
        Map<String, String> after = new TreeMap<>();
        parsed.forEach(file -> after.put(file.getSourcePath().toString(), file.printAll()));
        recipe.run(new InMemoryLargeSourceSet(parsed), context)
                .getChangeset()
                .getAllResults()
                .forEach(result -> after.put(
                        result.getAfter().getSourcePath().toString(),
                        result.getAfter().printAll()));
        return after;
    }

    /** Compiles files. {@return what the compiler says; empty when all is well} */
    static String compile(Path output, List<Path> files, Path... more) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        StringBuilder classPath = new StringBuilder();
        for (Path path : more) {
            classPath.append(path).append(File.pathSeparator);
        }
        classPath.append(System.getProperty("java.class.path"));
        List<String> options = new ArrayList<>(
                List.of("-d", output.toString(), "-proc:none", "-Xmaxerrs", "1000", "-cp", classPath.toString()));
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            return compiled ? "" : messages.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
