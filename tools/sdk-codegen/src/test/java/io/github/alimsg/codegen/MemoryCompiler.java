package io.github.alimsg.codegen;

import io.github.alimsg.codegen.output.SourceInMemory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources without touching the disk. */
final class MemoryCompiler {
    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    private final List<String> complaints;

    MemoryCompiler(Map<String, String> sources) {
        this.complaints = compile(sources);
    }

    /** What the compiler minds, warnings included; empty when nothing. */
    static List<String> complaints(Map<String, String> sources) {
        return new MemoryCompiler(sources).complaints;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Loads what was compiled. */
    ClassLoader loader() {
        return new ClassLoader(MemoryCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
    }

    private List<String> compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, source) -> files.add(new SourceInMemory(path, source)));
        JavaFileManager nowhere = new Nowhere(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null));
        List<String> options = List.of(
                "-proc:none",
                "-Xlint:all,-processing,-path",
                "-Xdoclint:all/protected",
                "-classpath",
                System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(null, nowhere, diagnostics, options, null, files)
                .call();
        List<String> complaints = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            complaints.add(diagnostic.toString());
        }
        if (!compiled && complaints.isEmpty()) {
            complaints.add("did not compile");
        }
        return complaints;
    }

    private final class Nowhere extends ForwardingJavaFileManager<JavaFileManager> {
        Nowhere(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, any -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
