package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.Customization.Compound;
import io.github.alimsg.codegen.input.Customization.Helper;
import io.github.alimsg.codegen.input.Customization.Pager;
import io.github.alimsg.codegen.input.Customization.PagerStyle;
import io.github.alimsg.codegen.input.Customization.Strict;
import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the methods that clients and builders have beyond one for each operation and field. */
final class MethodsReader {
    private static final int USUAL_PAGE = 20;

    private final Sections sections;
    private final Problems problems;

    MethodsReader(Sections sections) {
        this.sections = sections;
        this.problems = sections.problems();
    }

    Map<String, Pager> pagers() {
        return sections.byOperation("pagers", this::pager);
    }

    Map<String, List<Strict>> strict() {
        return sections.byOperation(
                "strict",
                entry -> entry.value().items().stream()
                        .map(item -> new Strict(item.text(), item.position()))
                        .toList());
    }

    Map<String, Helper> helpers() {
        Map<String, Helper> helpers = new TreeMap<>();
        for (Entry entry : sections.entries("helpers").values()) {
            Parts parts = Parts.of(entry.value(), "type", "text", "operations");
            if (!parts.has("type", "text")) {
                problems.add(
                        entry.position(), "the helper '" + entry.key() + "' is incomplete", "give it type and text");
                continue;
            }
            List<String> operations = sections.operations(parts.items("operations"));
            helpers.put(entry.key(), new Helper(parts.text("type"), parts.text("text"), operations, entry.position()));
        }
        return helpers;
    }

    Map<String, List<Compound>> compounds() {
        return sections.byOperation(
                "compounds",
                entry -> entry.value().entries().values().stream()
                        .map(this::compound)
                        .toList());
    }

    private @Nullable Pager pager(Entry entry) {
        Parts parts = Parts.of(
                entry.value(), "name", "style", "page", "size", "items", "total", "token", "next", "defaultSize");
        PagerStyle style = style(parts.text("style"));
        if (style == null) {
            problems.add(
                    entry.position(),
                    "pager style '" + parts.text("style") + "' is unknown",
                    "use number, token or single");
            return null;
        }
        for (String name : needed(style)) {
            if (!parts.has(name)) {
                problems.add(entry.position(), "the pager of " + entry.key() + " has no '" + name + "'", "add it");
                return null;
            }
        }
        YamlValue size = parts.value("defaultSize");
        return new Pager(
                parts.textOrNull("name"),
                style,
                parts.textOrNull("page"),
                parts.textOrNull("size"),
                parts.text("items"),
                parts.textOrNull("total"),
                parts.textOrNull("token"),
                parts.textOrNull("next"),
                size == null ? USUAL_PAGE : sections.count(size.text(), size.position()),
                entry.position());
    }

    private static @Nullable PagerStyle style(String word) {
        for (PagerStyle style : PagerStyle.values()) {
            if (style.name().toLowerCase(Locale.ROOT).equals(word)) {
                return style;
            }
        }
        return null;
    }

    private static List<String> needed(PagerStyle style) {
        return switch (style) {
            case NUMBER -> List.of("page", "items");
            case TOKEN -> List.of("token", "next", "items");
            case SINGLE -> List.of("items");
        };
    }

    private Compound compound(Entry entry) {
        Parts parts = Parts.of(entry.value(), "doc", "type", "reads", "takes", "sets", "excludes");
        boolean typed = parts.has("type");
        if (!parts.has("doc") || typed != parts.has("reads") || typed == parts.has("takes")) {
            problems.add(
                    entry.position(),
                    "compound " + entry.key() + " is incomplete",
                    "give it doc, and either type and reads, or takes");
        }
        sections.checkLinks(parts.text("doc"), entry.position());
        return new Compound(
                entry.key(),
                parts.text("doc"),
                parts.textOrNull("type"),
                parts.textsByKey("reads"),
                parts.texts("takes"),
                parts.textsByKey("sets"),
                parts.texts("excludes"),
                entry.position());
    }
}
