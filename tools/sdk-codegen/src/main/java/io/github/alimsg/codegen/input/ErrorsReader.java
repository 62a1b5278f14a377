package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.YamlValue.Entry;
import io.github.alimsg.core.error.ErrorKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the customization says about error codes. */
final class ErrorsReader {
    private static final List<String> KINDS =
            Arrays.stream(ErrorKind.values()).map(ErrorKind::name).toList();

    private final Sections sections;
    private final Problems problems;

    ErrorsReader(Sections sections) {
        this.sections = sections;
        this.problems = sections.problems();
    }

    /** Documented codes, by operation. */
    Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new HashMap<>();
        for (YamlValue item : sections.items("errors")) {
            Parts parts = Parts.of(item, "codes", "operations");
            if (!parts.has("codes", "operations")) {
                problems.add(item.position(), "the entry is incomplete", "give it codes and operations");
                continue;
            }
            List<String> codes = parts.texts("codes");
            for (String operation : sections.operations(parts.items("operations"))) {
                List<String> all = errors.computeIfAbsent(operation, name -> new ArrayList<>());
                codes.stream().filter(code -> !all.contains(code)).forEach(all::add);
            }
        }
        return errors;
    }

    /** Categories, by code. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        for (Entry entry : sections.entries("errorCodes").values()) {
            if (!KINDS.contains(entry.key())) {
                problems.add(
                        entry.position(),
                        "'" + entry.key() + "' is not an error category",
                        "use one of " + String.join(", ", KINDS));
            }
            for (YamlValue item : entry.value().items()) {
                if (kinds.put(item.text(), entry.key()) != null) {
                    problems.add(item.position(), item.text() + " is listed twice in errorCodes", "keep one of them");
                }
            }
        }
        return kinds;
    }

    /** Patterns of codes that are not documented, by category. */
    Map<String, String> forms() {
        return new PatternsReader(problems)
                .errorForms(sections.entries("errorForms").values(), KINDS);
    }
}
