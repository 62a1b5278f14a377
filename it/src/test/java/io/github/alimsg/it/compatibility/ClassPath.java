package io.github.alimsg.it.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of jars and folders, and those of the JDK behind them, read without being loaded. */
final class ClassPath {
    private final Map<String, ClassFile> classes = new LinkedHashMap<>();
    private final Map<String, @Nullable ClassFile> jdk = new HashMap<>();

    ClassPath(Collection<Path> entries) {
        try {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    addFolder(entry);
                } else {
                    addJar(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> isClass(folder.relativize(file).toString()))
                    .toList();
        }
        for (Path file : files) {
            add(Files.readAllBytes(file));
        }
    }

    private void addJar(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            for (JarEntry entry :
                    jar.stream().filter(found -> isClass(found.getName())).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    add(in.readAllBytes());
                }
            }
        }
    }

    /** Classes for other versions of Java, under META-INF, are the same to callers. */
    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF") && !name.endsWith("module-info.class");
    }

    private void add(byte[] bytes) {
        ClassFile read = ClassFile.read(bytes);
        classes.putIfAbsent(read.name(), read);
    }

    /** The classes of the jars and folders, without the JDK's. */
    Collection<ClassFile> classes() {
        return classes.values();
    }

    /** The class of this name, null when there is none. */
    @Nullable
    ClassFile find(String name) {
        ClassFile found = classes.get(name);
        return found != null ? found : jdk.computeIfAbsent(name, ClassPath::ofJdk);
    }

    boolean isOfJdk(String name) {
        return !classes.containsKey(name) && find(name) != null;
    }

    private static @Nullable ClassFile ofJdk(String name) {
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            return in == null ? null : ClassFile.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
