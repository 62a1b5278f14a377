package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public surface of every module is the text in {@code api/}, so that a change of it is seen in review. {@code
 * ./mvnw verify -Dapi.update=true} writes it anew.
 */
class ApiListingTest {
    private static final Path FOLDER = Path.of("..", "api");
    private static final Pattern EXPORTS = Pattern.compile("(?m)^    exports ([\\w.]+)");
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("sdk-core", "io.github.alimsg.core"),
            Map.entry("sdk-receipts", "io.github.alimsg.receipts"),
            Map.entry("sdk-caps", "io.github.alimsg.caps"),
            Map.entry("sdk-once", "io.github.alimsg.once"),
            Map.entry("sdk-cams", "io.github.alimsg.cams"),
            Map.entry("sdk-dysms", "io.github.alimsg.dysms"),
            Map.entry("sdk-sts", "io.github.alimsg.sts"),
            Map.entry("sdk-queue", "io.github.alimsg.queue"),
            Map.entry("sdk-testing", "io.github.alimsg.testing"),
            Map.entry("sdk-micrometer", "io.github.alimsg.micrometer"),
            Map.entry("sdk-redis", "io.github.alimsg.redis"),
            Map.entry("sdk-spring-boot", "io.github.alimsg.spring.boot"),
            Map.entry("sdk-spring-boot-test", "io.github.alimsg.spring.boot.test"),
            Map.entry("sdk-inbox", "io.github.alimsg.inbox"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sdk-core",
                "sdk-receipts",
                "sdk-caps",
                "sdk-once",
                "sdk-cams",
                "sdk-dysms",
                "sdk-sts",
                "sdk-queue",
                "sdk-testing",
                "sdk-micrometer",
                "sdk-redis",
                "sdk-spring-boot",
                "sdk-spring-boot-test",
                "sdk-inbox"
            })
    void thePublicSurfaceIsTheOneThatWasReviewed(String module) throws Exception {
        String now = listing(PACKAGES.get(module), exported(module));
        Path file = FOLDER.resolve(module + ".api");
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, now);
        }
        assertThat(now)
                .as("public surface of %s; if the change is meant: ./mvnw verify -Dapi.update=true", module)
                .isEqualTo(read(file));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** The packages that the module's declaration exports; all packages of a module that has none. */
    private static Set<String> exported(String module) throws IOException {
        Path sources = Reactor.modules().get(module).resolve(Path.of("src", "main", "java"));
        Path declaration = sources.resolve("module-info.java");
        if (Files.exists(declaration)) {
            return EXPORTS.matcher(Files.readString(declaration))
                    .results()
                    .map(export -> export.group(1))
                    .collect(Collectors.toSet());
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace(File.separatorChar, '.'))
                    .collect(Collectors.toSet());
        }
    }

    private static String listing(String root, Set<String> packages) throws ClassNotFoundException {
        Map<String, List<String>> types = new TreeMap<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root)) {
            // Others are not loaded: they may need libraries that are not here.
            if (packages.contains(found.getPackageName())
                    && found.getModifiers().contains(JavaModifier.PUBLIC)) {
                Class<?> type = Class.forName(found.getName(), false, ApiListingTest.class.getClassLoader());
                if (isVisible(type)) {
                    types.put(type.getName(), members(type));
                }
            }
        }
        var text = new StringBuilder();
        types.forEach((name, members) -> {
            members.forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        });
        return text.toString();
    }

    /** Visible to users: public, or protected, and so is every class around it. */
    private static boolean isVisible(Class<?> type) {
        boolean visible = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return visible
                && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static List<String> members(Class<?> type) {
        Map<String, String> lines = new TreeMap<>(); // as they are shown, in the order of what they are
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            addIfVisible(lines, constructor, constructor.toGenericString());
        }
        addFieldsAndMethods(lines, type);
        for (Class<?> hidden = type.getSuperclass(); isHidden(hidden); hidden = hidden.getSuperclass()) {
            addFieldsAndMethods(lines, hidden); // users call them on the type
        }
        List<String> all = new ArrayList<>();
        all.add(heading(type));
        lines.values().forEach(line -> all.add("    " + line));
        return all;
    }

    private static void addFieldsAndMethods(Map<String, String> lines, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            addIfVisible(lines, field, field.toGenericString());
        }
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isBridge()) {
                addIfVisible(lines, method, method.toGenericString());
            }
        }
    }

    private static boolean isHidden(@Nullable Class<?> type) {
        return type != null
                && !Modifier.isPublic(type.getModifiers())
                && type.getName().startsWith("io.github.alimsg.");
    }

    private static void addIfVisible(Map<String, String> lines, Member member, String text) {
        boolean visible = Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
        if (visible
                && !member.isSynthetic()
                && !(member instanceof Executable executable && executable.isSynthetic())) {
            lines.put(text, shortened(text, member.getDeclaringClass()));
        }
    }

    private static String heading(Class<?> type) {
        String supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(java.lang.reflect.Type::getTypeName)
                .filter(name -> !name.equals("java.lang.Object"))
                .map(ApiListingTest::withoutPackages)
                .reduce((a, b) -> a + ", " + b)
                .map(names -> " : " + names)
                .orElse("");
        return Modifier.toString(type.getModifiers()) + " " + type.getName() + supertypes;
    }

    private static String shortened(String line, Class<?> type) {
        return withoutPackages(line.replace(type.getName() + ".", ""));
    }

    private static String withoutPackages(String text) {
        return text.replaceAll("\\b(?:[a-z][a-z0-9]*\\.)+(?=[A-Z])", "");
    }
}
