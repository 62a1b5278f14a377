package io.github.alimsg.codegen.report;

import io.github.alimsg.codegen.ApiFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The goal {@code report}. Its parameters are declared, with their defaults, in {@code META-INF/maven/plugin.xml}. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ReportMojo extends AbstractMojo {
    /** Where Maven was called: relative paths are relative to it, and not to the module. */
    private File caller;

    private File basedir;
    private File reports;
    private @Nullable File api;
    private @Nullable String metadata;

    /** Called by Maven. */
    public ReportMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (api == null) {
            throw new MojoFailureException(
                    "which API? Name an execution of the plugin, sdk-codegen:report@id, or a folder, -Dalimsg.api=…");
        }
        if (metadata == null) {
            throw new MojoFailureException("which metadata? Name the new file: -Dalimsg.metadata=…");
        }
        try {
            Path file = caller.toPath().resolve(metadata);
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no file " + file);
            }
            String report =
                    UpdateReport.of(ApiFiles.in(api.toPath(), basedir.toPath()), metadata, Files.readString(file));
            Path written = reports.toPath().resolve(api.getName()).resolve("report.md");
            Files.createDirectories(written.getParent());
            Files.writeString(written, report);
            getLog().info(report);
            getLog().info("The report: " + written);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot compare " + metadata + " with " + api + ": " + e.getMessage(), e);
        }
    }
}
