package io.github.alimsg.it.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java file, as far as the rules look at it. Sources are read, not class files, because the compiler copies constants
 * into the classes that use them, and leaves no trace of where they came from.
 *
 * @param name the class
 * @param packageName its package, without {@code io.github.alimsg.}
 * @param uses the packages of ours that it names, its own aside
 * @param imports how many classes of ours it imports
 * @param classLines its lines, without package, imports and the javadoc of the class
 * @param namesOkHttp whether it names a class of OkHttp or okio
 */
record SourceFile(String name, String packageName, Set<String> uses, int imports, int classLines, boolean namesOkHttp) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+io\\.github\\.alimsg\\.([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import\\s+(?:static\\s+)?io\\.github\\.alimsg\\.[\\w.]+(?:\\.\\*)?;");

    /** A package in front of a class or of the asterisk of an import. */
    private static final Pattern USE = Pattern.compile(
            "\\bio\\.github\\.alimsg\\.([a-z][a-z0-9]*(?:\\.[a-z][a-z0-9]*)*)" + "\\s*\\.\\s*(?:[A-Z]|\\*)");

    private static final Pattern OKHTTP = Pattern.compile("\\b(?:okhttp3|okio)\\s*\\.");
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?m)^(?:@|(?:public |abstract |final |sealed |non-sealed )*(?:class|interface|record|enum|@interface) )");

    static SourceFile of(String name, String text) {
        String code = withoutTextAndComments(text);
        Matcher declared = PACKAGE.matcher(code);
        if (!declared.find()) {
            throw new IllegalArgumentException(name + " has no package of ours");
        }
        String packageName = declared.group(1);
        Set<String> uses = new TreeSet<>();
        for (Matcher use = USE.matcher(code); use.find(); ) {
            uses.add(use.group(1));
        }
        uses.remove(packageName);
        Matcher declaration = DECLARATION.matcher(code);
        String type = declaration.find() ? code.substring(declaration.start()) : "";
        return new SourceFile(
                name,
                packageName,
                Set.copyOf(uses),
                (int) IMPORT.matcher(code).results().count(),
                (int) type.lines().count(),
                OKHTTP.matcher(code).find());
    }

    /** Comments and literals as blanks; lines stay. */
    private static String withoutTextAndComments(String text) {
        return TEXT_OR_COMMENT
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("/")
                                ? found.group().replaceAll("[^\\n]", "")
                                : "\"" + found.group().replaceAll("[^\\n]", "") + "\""));
    }

    /** {@return the files of the modules' own packages, without generated ones} */
    static List<SourceFile> ofAllModules() {
        try (Stream<Path> folders = Files.find(
                Path.of(".."), 6, (path, attributes) -> attributes.isDirectory() && path.endsWith("src/main/java"))) {
            return folders.filter(SourceFile::isOfAModule)
                    .sorted()
                    .flatMap(folder -> ofFolder(folder).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfAModule(Path folder) {
        Path module = Path.of("..").relativize(folder);
        return Stream.of("benchmarks", "examples", "it").noneMatch(module::startsWith)
                && Stream.of("target", "node_modules")
                        .noneMatch(part -> folder.toString().contains(part));
    }

    private static List<SourceFile> ofFolder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .map(SourceFile::read)
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return of(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
