package io.github.alimsg.codegen.init;

import io.github.alimsg.codegen.input.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The goal {@code init}. Its parameters are declared, with their defaults, in {@code META-INF/maven/plugin.xml}. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class InitMojo extends AbstractMojo {
    /** Where Maven was called: what is typed there is meant from there, and not from the module. */
    private File caller;

    private MavenProject project;
    private String version;
    private @Nullable String metadata;
    private @Nullable String clientPackage;

    /** Called by Maven. */
    public InitMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (metadata == null) {
            throw new MojoFailureException("which metadata? Name the vendor's file: -Dalimsg.metadata=…");
        }
        if (clientPackage == null) {
            throw new MojoFailureException("which package? Name that of the client: -Dalimsg.package=…");
        }
        try {
            init(caller.toPath().resolve(metadata), clientPackage);
        } catch (InvalidInputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (MalformedInputException e) {
            throw new MojoFailureException(metadata + " is no text in UTF-8", e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot begin with " + metadata + ": " + e.getMessage(), e);
        }
    }

    private void init(Path file, String packageName) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        boolean isNew = project.getFile() == null;
        Path folder = isNew ? caller.toPath() : project.getBasedir().toPath();
        NewApi api = NewApi.of(file.getFileName().toString(), Files.readString(file), packageName);
        var created = new NewProject(folder, api);
        created.write(packageName, version);
        Path build =
                isNew ? folder.resolve("target") : Path.of(project.getBuild().getDirectory());
        project.addCompileSourceRoot(created.build(build).toString());
        getLog().info("Guessed, to be confirmed in " + created.apiFolder() + ":\n\n" + api.guesses());
        getLog().info("The client is generated and compiled in " + build + ".");
        if (!isNew) {
            getLog().info("So that the build generates it, the pom.xml needs this execution of"
                    + " io.github.alimsg:sdk-codegen, and io.github.alimsg:sdk-core as a dependency:\n\n"
                    + created.execution());
        }
    }
}
