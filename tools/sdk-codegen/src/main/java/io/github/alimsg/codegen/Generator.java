package io.github.alimsg.codegen;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.CustomizationReader;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.DocsReader;
import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.MetadataReader;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.ApiResolver;
import io.github.alimsg.codegen.output.ApiWriter;
import io.github.alimsg.codegen.output.GeneratedApi;
import java.nio.charset.StandardCharsets;

/** Generates everything from the three files of an API. Does no I/O. */
public final class Generator {
    private Generator() {}

    /**
     * Generates an API.
     *
     * @param files its three files
     * @return what is generated
     * @throws InvalidInputException that names every problem in the files
     */
    public static GeneratedApi generate(ApiFiles files) {
        Problems problems = new Problems();
        Metadata metadata = new MetadataReader(files.metadataName(), problems).read(files.metadata());
        problems.throwIfAny();
        Customization customization =
                new CustomizationReader(files.customizationName(), metadata, problems).read(files.customization());
        Docs docs = new DocsReader(files.docsName(), metadata, problems).read(files.docs());
        ApiModel api = new ApiResolver(metadata, customization, docs, problems).resolve();
        problems.throwIfAny();
        return new ApiWriter(api).write(files.metadata().getBytes(StandardCharsets.UTF_8));
    }
}
