package io.github.alimsg.codegen.report;

import io.github.alimsg.codegen.ApiFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports what a new metadata file changes, and what to do before the build accepts it. */
public final class UpdateReport {
    // The beginnings of the generator's messages about missing entries. All its other messages about our files say that
    // they do not fit. A test checks that the two agree.
    private static final String NO_EFFECT = "is missing in effects";
    private static final String NO_AREA = "is missing in areas";
    private static final String NO_WORDS = "no documentation for ";

    private final ApiFiles today;
    private final ApiFiles tomorrow;
    private final StringBuilder text = new StringBuilder();

    private UpdateReport(ApiFiles today, String name, String metadata) {
        this.today = today;
        this.tomorrow = new ApiFiles(
                name, metadata, today.customizationName(), today.customization(), today.docsName(), today.docs());
    }

    /**
     * Writes the report.
     *
     * @param today the API's current files
     * @param name name of the new metadata file in messages
     * @param metadata the content of the new metadata file
     * @return the report, in Markdown
     * @throws IOException when one of the metadata files is not JSON, or describes no operation
     */
    public static String of(ApiFiles today, String name, String metadata) throws IOException {
        return new UpdateReport(today, name, metadata).write();
    }

    private String write() throws IOException {
        Description before = DescriptionReader.read(today.metadataName(), today.metadata());
        Description after = DescriptionReader.read(tomorrow.metadataName(), tomorrow.metadata());
        text.append("# ")
                .append(title(before))
                .append(": what ")
                .append(tomorrow.metadataName())
                .append(" changes\n");
        if (!title(before).equals(title(after))) {
            text.append("\n**The new file describes another API: ")
                    .append(title(after))
                    .append(".**\n");
        }
        var changes = new DescriptionDiff(before, after);
        JavaChanges java = javaChanges();
        List<String> breaks = new ArrayList<>(changes.breaks());
        breaks.addAll(java.breaks());
        counts(before, after, changes, breaks.size());
        section("Breaks callers", breaks);
        section("Appeared", changes.appeared());
        section("Changed", changes.changed());
        section("Vanished", changes.vanished());
        problems();
        surface(java);
        return text.toString();
    }

    private void counts(Description before, Description after, DescriptionDiff changes, int breaks) {
        text.append("\nOperations: ")
                .append(before.operations().size())
                .append(" → ")
                .append(after.operations().size())
                .append(". Lines below: ")
                .append(breaks)
                .append(" break callers, ")
                .append(changes.appeared().size())
                .append(" appeared, ")
                .append(changes.changed().size())
                .append(" changed, ")
                .append(changes.vanished().size())
                .append(" vanished.\n");
    }

    private static String title(Description api) {
        return api.product() + " " + api.version();
    }

    private void problems() {
        List<String> all = DraftGeneration.problems(tomorrow);
        List<String> lacking = all.stream().filter(UpdateReport::isLacking).toList();
        List<String> refused = all.stream()
                .filter(problem -> problem.startsWith(tomorrow.metadataName() + ":"))
                .toList();
        List<String> unfit = all.stream()
                .filter(problem -> !lacking.contains(problem) && !refused.contains(problem))
                .toList();
        block("No longer fits", "text", unfit);
        block("Lacks an effect, an area or words", "text", lacking);
        block("Cannot be generated as it is", "text", refused);
    }

    private static boolean isLacking(String problem) {
        return problem.contains(NO_EFFECT) || problem.contains(NO_AREA) || problem.contains(NO_WORDS);
    }

    /**
     * What becomes of the Java.
     *
     * @param breaks what callers cannot compile any more
     * @param lines what changes, as a diff; null when that cannot be shown
     * @param reason why it cannot be shown
     */
    private record JavaChanges(
            List<String> breaks, @Nullable List<String> lines, String reason) {}

    private void surface(JavaChanges java) {
        if (java.lines() == null) {
            section("Public API", List.of(java.reason()));
        } else {
            block("Public API", "diff", java.lines());
        }
    }

    private JavaChanges javaChanges() {
        try {
            var diff = new SurfaceDiff(
                    JavaSurface.of(DraftGeneration.sources(today)), JavaSurface.of(DraftGeneration.sources(tomorrow)));
            return new JavaChanges(diff.breaks(), diff.lines(), "");
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            // The rest of the report says what is wrong with the files; this part has to wait until that is fixed.
            return new JavaChanges(List.of(), null, "Cannot be shown before the files are fixed: " + e.getMessage());
        }
    }

    private void section(String heading, List<String> lines) {
        text.append("\n## ").append(heading).append("\n\n");
        if (lines.isEmpty()) {
            text.append("Nothing.\n");
        }
        lines.forEach(line -> text.append(line).append('\n'));
    }

    private void block(String heading, String language, List<String> lines) {
        if (lines.isEmpty()) {
            section(heading, lines);
            return;
        }
        text.append("\n## ").append(heading).append("\n\n```").append(language).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("```\n");
    }
}
