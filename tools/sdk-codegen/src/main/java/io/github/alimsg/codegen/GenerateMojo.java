package io.github.alimsg.codegen;

import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.output.GeneratedApi;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The goal {@code generate}. Its parameters are declared, with their defaults, in {@code META-INF/maven/plugin.xml}. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class GenerateMojo extends AbstractMojo {
    private MavenProject project;
    private File api;
    private File sources;
    private File resources;
    private File docs;
    private File state;
    private String executionId;
    private @Nullable File operationsIndex;
    private boolean update;

    /** Called by Maven. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            GeneratedApi generated = Generator.generate(
                    ApiFiles.in(api.toPath(), project.getBasedir().toPath()));
            generated.warnings().forEach(getLog()::warn);
            write(generated);
            compareIndex(generated);
        } catch (InvalidInputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot generate from " + api + ": " + e.getMessage(), e);
        }
    }

    private void write(GeneratedApi generated) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        generated.sources().forEach((path, source) -> files.put(path, source.getBytes(StandardCharsets.UTF_8)));
        new OutputFiles(sources.toPath(), list("sources")).replaceBy(files);
        new OutputFiles(resources.toPath(), list("resources")).replaceBy(generated.resources());
        OutputFiles.write(docs.toPath().resolve(indexName(generated)), bytes(generated.index()));
        project.addCompileSourceRoot(sources.getPath());
        addResources();
        getLog().info(files.size() + " sources from " + api.getName());
    }

    private Path list(String what) {
        return state.toPath().resolve(executionId + "-" + what + ".list");
    }

    private String indexName(GeneratedApi generated) {
        return operationsIndex == null ? generated.indexName() : operationsIndex.getName();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Several executions share a folder, and a folder added twice would be copied twice. */
    private void addResources() {
        String directory = resources.getPath();
        if (project.getResources().stream().noneMatch(known -> directory.equals(known.getDirectory()))) {
            Resource resource = new Resource();
            resource.setDirectory(directory);
            project.addResource(resource);
        }
    }

    private void compareIndex(GeneratedApi generated) throws IOException, MojoFailureException {
        if (operationsIndex == null) {
            return;
        }
        CommittedIndex committed = new CommittedIndex(operationsIndex.toPath());
        if (update) {
            committed.update(generated.index());
        } else if (!committed.isCurrent(generated.index())) {
            throw new MojoFailureException(committed.fix());
        }
    }
}
