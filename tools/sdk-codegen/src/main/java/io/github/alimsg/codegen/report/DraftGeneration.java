package io.github.alimsg.codegen.report;

import io.github.alimsg.codegen.ApiFiles;
import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.CustomizationReader;
import io.github.alimsg.codegen.input.Docs;
import io.github.alimsg.codegen.input.DocsReader;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.MetadataReader;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.ApiResolver;
import io.github.alimsg.codegen.model.AreaModel;
import io.github.alimsg.codegen.output.ApiWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Generates in memory from files that do not fit yet, and goes on where the build stops: what has no effect, no area
 * or no words gets some, so that its Java can be shown before anybody writes them.
 */
final class DraftGeneration {
    /** An operation in brackets: a link in our words. After a key, and with nothing behind it, it is a list of one. */
    private static final Pattern LINK = Pattern.compile("(?!(?<=: )\\[\\w+](?:[,}]|\\R))\\[([A-Z][A-Za-z0-9_]*)]");

    private DraftGeneration() {}

    /**
     * What the build would say about files.
     *
     * @param files the files
     * @return its messages; empty when the files fit
     */
    static List<String> problems(ApiFiles files) {
        var problems = new Problems();
        resolve(files, problems);
        return problems.messages();
    }

    /**
     * The Java sources that files would give.
     *
     * @param files the files
     * @return the sources by path
     * @throws IllegalArgumentException when no Java can be made of them
     * @throws IllegalStateException when they contradict themselves
     */
    static Map<String, String> sources(ApiFiles files) {
        ApiModel api = resolve(withoutDeadLinks(files), new Problems());
        return new ApiWriter(withEveryOperation(api)).write(new byte[0]).sources();
    }

    private static ApiModel resolve(ApiFiles files, Problems problems) {
        Metadata metadata = new MetadataReader(files.metadataName(), problems).read(files.metadata());
        Customization customization =
                new CustomizationReader(files.customizationName(), metadata, problems).read(files.customization());
        Docs docs = new DocsReader(files.docsName(), metadata, problems).read(files.docs());
        return new ApiResolver(metadata, customization, docs, problems).resolve();
    }

    /** A link to an operation that vanished cannot be written. */
    private static ApiFiles withoutDeadLinks(ApiFiles files) {
        Set<String> known = new MetadataReader(files.metadataName(), new Problems())
                .read(files.metadata())
                .operations()
                .keySet();
        return new ApiFiles(
                files.metadataName(),
                files.metadata(),
                files.customizationName(),
                withoutDeadLinks(files.customization(), known),
                files.docsName(),
                withoutDeadLinks(files.docs(), known));
    }

    private static String withoutDeadLinks(String text, Set<String> known) {
        return LINK.matcher(text).replaceAll(link -> known.contains(link.group(1)) ? "$0" : "$1");
    }

    /** The client has the operations of the areas; those without an area become its own. */
    private static ApiModel withEveryOperation(ApiModel api) {
        Set<String> others = new TreeSet<>(api.operations().keySet());
        api.areas().forEach(area -> area.operations().forEach(others::remove));
        if (others.isEmpty()) {
            return api;
        }
        List<AreaModel> areas = new ArrayList<>(api.areas());
        areas.add(new AreaModel(null, "New", List.copyOf(others)));
        return new ApiModel(
                api.product(),
                api.code(),
                api.version(),
                api.endpoints(),
                api.vpcEndpoints(),
                api.otherEndpoints(),
                api.errorKinds(),
                areas,
                api.operations(),
                api.shared(),
                api.valueTypes(),
                api.helpers());
    }
}
