package io.github.alimsg.codegen.report;

import io.github.alimsg.codegen.report.Description.Field;
import io.github.alimsg.codegen.report.Description.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was added, changed and removed between two metadata files, as lines of Markdown. */
final class DescriptionDiff {
    private final List<String> breaks = new ArrayList<>();
    private final List<String> appeared = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> vanished = new ArrayList<>();

    /**
     * Compares.
     *
     * @param before the current file
     * @param after the new file
     */
    DescriptionDiff(Description before, Description after) {
        var names = new TreeSet<>(before.operations().keySet());
        names.addAll(after.operations().keySet());
        for (String name : names) {
            operation(name, before.operations().get(name), after.operations().get(name));
        }
        endpoints(before.endpoints(), after.endpoints());
    }

    /** {@return what breaks those who call: operations that vanished, other types, and what is required from now on} */
    List<String> breaks() {
        return breaks;
    }

    /** {@return what only the new file has} */
    List<String> appeared() {
        return appeared;
    }

    /** {@return what both have but describe differently} */
    List<String> changed() {
        return changed;
    }

    /** {@return what only the current file has} */
    List<String> vanished() {
        return vanished;
    }

    private void operation(String name, @Nullable Operation before, @Nullable Operation after) {
        if (before == null && after != null) {
            appeared.add("- operation `" + name + "`" + (after.deprecated() ? ", deprecated" : ""));
            after.fields().forEach((path, field) -> appeared.add("  - `" + path + "`: " + field.summary()));
        } else if (before != null && after == null) {
            breaks.add("- operation `" + name + "` vanished");
        } else if (before != null && after != null) {
            List<String> changes = new ArrayList<>();
            Description.addChange(
                    changes,
                    "deprecated",
                    Description.yesOrNo(before.deprecated()),
                    Description.yesOrNo(after.deprecated()));
            changes.forEach(change -> changed.add("- operation `" + name + "`: " + change));
            fields(name, before.fields(), after.fields());
        }
    }

    private void fields(String operation, Map<String, Field> before, Map<String, Field> after) {
        after.forEach((path, field) -> {
            String selector = "- `" + operation + "." + path + "`: ";
            Field earlier = before.get(path);
            if (earlier == null) {
                (isNeeded(path, field, before) ? breaks : appeared).add(selector + field.summary());
            } else {
                earlier.breaksIn(field).forEach(change -> breaks.add(selector + change));
                earlier.changesTo(field).forEach(change -> changed.add(selector + change));
            }
        });
        before.forEach((path, field) -> {
            if (!after.containsKey(path)) {
                vanished.add("- `" + operation + "." + path + "`: " + field.summary());
            }
        });
    }

    /** A new member is needed when what it is in was there before, and needs it now. */
    private static boolean isNeeded(String path, Field field, Map<String, Field> before) {
        String parent = path.substring(0, path.lastIndexOf('.'));
        return field.required() && (parent.equals("request") || before.containsKey(parent));
    }

    /** One line however many there are: some files list sixty. */
    private void endpoints(Map<String, String> before, Map<String, String> after) {
        List<String> more = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        after.forEach((region, host) -> {
            String earlier = before.get(region);
            if (earlier == null) {
                more.add("`" + region + "`: " + host);
            } else if (!earlier.equals(host)) {
                others.add("`" + region + "`: " + earlier + " → " + host);
            }
        });
        before.forEach((region, host) -> {
            if (!after.containsKey(region)) {
                gone.add("`" + region + "`: " + host);
            }
        });
        addEndpoints(appeared, more);
        addEndpoints(changed, others);
        addEndpoints(vanished, gone);
    }

    private static void addEndpoints(List<String> lines, List<String> endpoints) {
        if (!endpoints.isEmpty()) {
            String what = endpoints.size() == 1 ? "- endpoint of " : "- " + endpoints.size() + " endpoints: ";
            lines.add(what + String.join(", ", endpoints));
        }
    }
}
