package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.Customization.Area;
import io.github.alimsg.codegen.input.Customization.Permissions;
import io.github.alimsg.codegen.input.YamlValue.Entry;
import io.github.alimsg.core.retry.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the customization says about operations: effects, limits, areas and permissions. */
final class OperationsReader {
    private static final List<String> EFFECTS =
            Arrays.stream(Effect.values()).map(Effect::name).toList();

    private final Sections sections;
    private final Problems problems;

    OperationsReader(Sections sections) {
        this.sections = sections;
        this.problems = sections.problems();
    }

    Map<String, String> effects() {
        Map<String, String> effects = new HashMap<>();
        for (Entry entry : sections.entries("effects").values()) {
            if (!EFFECTS.contains(entry.key())) {
                problems.add(
                        entry.position(),
                        "'" + entry.key() + "' is not an effect",
                        "use one of " + String.join(", ", EFFECTS));
            }
            sections.assign(effects, entry.value().items(), entry.key(), "effects");
        }
        sections.everyOperation(effects.keySet(), "effects");
        return effects;
    }

    Map<String, Integer> limits() {
        Map<String, Integer> limits = new HashMap<>();
        for (Entry entry : sections.entries("limits").values()) {
            int limit = sections.count(entry.key(), entry.position());
            sections.assign(limits, entry.value().items(), limit, "limits");
        }
        return limits;
    }

    List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        Map<String, String> areaOf = new HashMap<>();
        for (YamlValue item : sections.items("areas")) {
            Parts parts = Parts.of(item, "id", "client", "title", "operations");
            if (!parts.has("id", "title", "operations")) {
                problems.add(item.position(), "the area is incomplete", "give it id, title and operations");
                continue;
            }
            sections.assign(areaOf, parts.items("operations"), parts.text("id"), "areas");
            List<String> operations = parts.texts("operations").stream()
                    .filter(sections.metadata().operations()::containsKey)
                    .toList();
            areas.add(new Area(
                    parts.text("id"), parts.textOrNull("client"), parts.text("title"), operations, item.position()));
        }
        sections.everyOperation(areaOf.keySet(), "areas");
        return areas;
    }

    @Nullable
    Permissions permissions() {
        if (sections.value("permissions") == null) {
            return null;
        }
        Parts parts = sections.parts("permissions", List.of("prefix", "none", "other"), List.of("prefix"));
        Map<String, String> other = new HashMap<>();
        for (Entry entry : parts.entries("other").values()) {
            String operation = sections.operation(entry.key(), entry.position());
            if (operation != null) {
                other.put(operation, entry.value().text());
            }
        }
        return new Permissions(
                parts.text("prefix"), new LinkedHashSet<>(sections.operations(parts.items("none"))), other);
    }
}
