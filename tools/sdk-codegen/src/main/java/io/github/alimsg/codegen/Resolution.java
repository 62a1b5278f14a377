package io.github.alimsg.codegen;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.CustomizationReader;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.DocsReader;
import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.MetadataReader;
import io.github.alimsg.codegen.input.Omissions;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Problems.Problem;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.ApiResolver;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An API as its three files describe it, without the operations that are left out.
 *
 * @param api the API; of use only when there are no problems, and null when not even the metadata could be read
 * @param problems what is wrong with the files
 * @param omitted the operations that are left out
 * @param unsupported why operations were left out that the customization does not name, by operation
 */
public record Resolution(
        @Nullable ApiModel api, Problems problems, Set<String> omitted, Map<String, String> unsupported) {

    /**
     * Joins the files.
     *
     * @param files the files
     * @return the API that they describe, or what is wrong with them
     * @throws InvalidInputException when the API is of another style than RPC
     */
    public static Resolution of(ApiFiles files) {
        Omissions omissions = Omissions.read(files.customizationName(), files.customization());
        Set<String> omitted = new TreeSet<>(omissions.operations());
        Map<String, String> unsupported = new TreeMap<>();
        while (true) {
            var problems = new Problems();
            ApiModel api = resolve(files, omitted, problems);
            Map<String, String> found = unsupported(problems);
            if (!omissions.unsupported() || !omitted.addAll(found.keySet())) {
                return new Resolution(api, problems, omitted, unsupported);
            }
            unsupported.putAll(found);
        }
    }

    /**
     * The operations that are left out.
     *
     * @param files the files
     * @return their names
     * @throws InvalidInputException when the API is of another style than RPC
     */
    public static Set<String> omitted(ApiFiles files) {
        Omissions omissions = Omissions.read(files.customizationName(), files.customization());
        return omissions.unsupported() ? of(files).omitted() : omissions.operations();
    }

    private static @Nullable ApiModel resolve(ApiFiles files, Set<String> omitted, Problems problems) {
        Metadata metadata = new MetadataReader(files.metadataName(), omitted, problems).read(files.metadata());
        return problems.all().isEmpty() ? resolve(files, metadata, problems) : null;
    }

    /**
     * Joins metadata that was read with the other two files.
     *
     * @param files the files
     * @param metadata the metadata
     * @param problems takes what does not fit
     * @return the API that they describe; of use only when there are no problems
     */
    public static ApiModel resolve(ApiFiles files, Metadata metadata, Problems problems) {
        Customization customization =
                new CustomizationReader(files.customizationName(), metadata, problems).read(files.customization());
        Docs docs = new DocsReader(files.docsName(), metadata, problems).read(files.docs());
        return new ApiResolver(metadata, customization, docs, problems).resolve();
    }

    /** What another name would settle is no reason to leave something out. */
    private static Map<String, String> unsupported(Problems problems) {
        Map<String, String> unsupported = new TreeMap<>();
        for (Problem problem : problems.all()) {
            if (problem.operation() != null && problem.rename() == null) {
                unsupported.putIfAbsent(problem.operation(), problem.wrong());
            }
        }
        return unsupported;
    }
}
