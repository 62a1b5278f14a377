package io.github.alimsg.codegen.report;

import io.github.alimsg.codegen.ApiFiles;
import io.github.alimsg.codegen.Resolution;
import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.MetadataReader;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.model.ApiModel;
import io.github.alimsg.codegen.model.AreaModel;
import io.github.alimsg.codegen.output.ApiWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Generates in memory from files that do not fit yet, and continues where the build stops: placeholders replace missing
 * effects, areas and documentation, so that the Java code can be shown before they are written.
 */
final class DraftGeneration {
    /**
     * An operation in brackets: a link in our documentation. After a key, with nothing after it, it is a list of one
     * item.
     */
    private static final Pattern LINK = Pattern.compile("(?!(?<=: )\\[\\w+](?:[,}]|\\R))\\[([A-Z][A-Za-z0-9_]*)]");

    private DraftGeneration() {}

    /**
     * Returns what the build would say about files.
     *
     * @param files the files
     * @return its messages; empty when the files fit
     */
    static List<String> problems(ApiFiles files) {
        var problems = new Problems();
        try {
            resolve(files, problems);
        } catch (InvalidInputException e) {
            return e.problems();
        }
        return problems.messages();
    }

    /**
     * Returns the Java sources that files would produce.
     *
     * @param files the files
     * @return the sources by path
     * @throws IllegalArgumentException when no Java can be generated from them
     * @throws IllegalStateException when they contradict themselves
     */
    static Map<String, String> sources(ApiFiles files) {
        ApiModel api = resolve(withoutDeadLinks(files), new Problems());
        return new ApiWriter(withEveryOperation(api))
                .write(new byte[0], List.of())
                .sources();
    }

    private static ApiModel resolve(ApiFiles files, Problems problems) {
        return Resolution.resolve(files, metadata(files, problems), problems);
    }

    private static Metadata metadata(ApiFiles files, Problems problems) {
        Set<String> omitted = Resolution.omitted(files);
        return new MetadataReader(files.metadataName(), omitted, problems).read(files.metadata());
    }

    /** A link to a removed operation cannot be written. */
    private static ApiFiles withoutDeadLinks(ApiFiles files) {
        Set<String> known = metadata(files, new Problems()).operations().keySet();
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
                api.errorForms(),
                api.quotaWindows(),
                api.homeNumbers(),
                areas,
                api.operations(),
                api.shared(),
                api.valueTypes(),
                api.helpers());
    }
}
