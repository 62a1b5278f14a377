package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization.Strict;
import io.github.alimsg.codegen.input.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a response that decide what happens next: the list, total and token of its pager, and those
 * that the customization names. The objects that contain them are included.
 */
final class StrictFields {
    private final Set<String> paths = new TreeSet<>();

    /**
     * Returns the paths of an operation.
     *
     * @param operation its name
     * @param response its response
     * @param pager how it returns a list page by page; null when it does not
     * @param named the fields that the customization names
     * @param problems collects what does not fit
     * @return dotted wire names, in order
     */
    static List<String> of(
            String operation, OwnerModel response, @Nullable PagerModel pager, List<Strict> named, Problems problems) {
        var strict = new StrictFields();
        if (pager != null) {
            strict.add(pager.items());
            strict.add(pager.total());
            strict.add(pager.next());
        }
        for (Strict entry : named) {
            List<FieldModel> fields = response.fields(entry.path());
            if (fields == null) {
                problems.add(
                        entry.position(),
                        "'" + entry.path() + "' in strict is not a field of the response of " + operation,
                        "remove it, or fix the path: wire names, dotted");
            }
            strict.add(fields);
        }
        return List.copyOf(strict.paths);
    }

    private void add(@Nullable List<FieldModel> fields) {
        if (fields != null) {
            var path = new StringBuilder();
            for (FieldModel field : fields) {
                for (String name : field.wireNames()) {
                    paths.add(
                            path.append(path.isEmpty() ? "" : ".").append(name).toString());
                }
            }
        }
    }
}
