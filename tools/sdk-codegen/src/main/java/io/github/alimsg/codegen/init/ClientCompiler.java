package io.github.alimsg.codegen.init;

import io.github.alimsg.codegen.output.SourceInMemory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a client against the engine that this plugin brings with it. */
final class ClientCompiler {
    private ClientCompiler() {}

    /**
     * Compiles.
     *
     * @param sources the sources by path
     * @param classes where the classes go
     * @throws IOException when they do not compile
     */
    static void compile(Map<String, String> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("there is no compiler: run Maven with a JDK");
        }
        Files.createDirectories(classes);
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(new SourceInMemory(path, text)));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "--release", "17", "-d", classes.toString(), "-classpath", classPath());
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            if (!compiler.getTask(null, manager, diagnostics, options, null, files)
                    .call()) {
                throw new IOException("the client does not compile:\n" + errors(diagnostics));
            }
        }
    }

    private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        var errors = new StringJoiner("\n");
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(diagnostic.toString());
            }
        }
        return errors.toString();
    }

    /** Maven gives a plugin a class loader of its own; tests run on the class path. */
    private static String classPath() throws IOException {
        if (!(ClientCompiler.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        var path = new StringJoiner(File.pathSeparator);
        try {
            for (URL url : loader.getURLs()) {
                path.add(Path.of(url.toURI()).toString());
            }
        } catch (URISyntaxException e) {
            throw new IOException("the class path of the plugin has no such file: " + e.getInput(), e);
        }
        return path.toString();
    }
}
