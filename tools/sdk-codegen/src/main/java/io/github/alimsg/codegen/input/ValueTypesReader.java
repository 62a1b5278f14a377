package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.Customization.Value;
import io.github.alimsg.codegen.input.Customization.ValueField;
import io.github.alimsg.codegen.input.Customization.ValueType;
import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the open value types and the fields that hold them. */
final class ValueTypesReader {
    private final Sections sections;
    private final Problems problems;

    ValueTypesReader(Sections sections) {
        this.sections = sections;
        this.problems = sections.problems();
    }

    /** Reads the types, and adds the fields that hold them. */
    Map<String, ValueType> read(SelectorTable<ValueField> fields) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (Entry entry : sections.entries("values").values()) {
            Parts parts = Parts.of(entry.value(), "doc", "values", "fields", "upperCase");
            if (!parts.has("doc", "values", "fields")) {
                problems.add(
                        entry.position(),
                        "value type " + entry.key() + " is incomplete",
                        "give it doc, values and fields");
                continue;
            }
            types.put(entry.key(), type(entry, parts));
            addFields(fields, parts.items("fields"), new ValueField(entry.key(), false));
            addFields(fields, parts.items("upperCase"), new ValueField(entry.key(), true));
        }
        return types;
    }

    private ValueType type(Entry entry, Parts parts) {
        List<Value> known =
                parts.entries("values").values().stream().map(this::value).toList();
        if (known.isEmpty()) {
            problems.add(entry.position(), "value type " + entry.key() + " has no values", "add some, or remove it");
        }
        sections.checkLinks(parts.text("doc"), entry.position());
        return new ValueType(entry.key(), parts.text("doc"), known, parts.has("upperCase"), entry.position());
    }

    private static void addFields(SelectorTable<ValueField> fields, List<YamlValue> selectors, ValueField field) {
        for (YamlValue selector : selectors) {
            fields.add(selector.text(), field, selector.position());
        }
    }

    /** Reads a value: its text, or a map of its name and text. */
    private Value value(Entry entry) {
        String name = null;
        String text;
        if (entry.value().isMap()) {
            Parts parts = Parts.of(entry.value(), "name", "text");
            name = parts.textOrNull("name");
            text = parts.text("text");
        } else {
            text = entry.value().text();
        }
        if (text.isBlank()) {
            problems.add(entry.position(), "the value '" + entry.key() + "' is not documented", "say what it means");
        }
        sections.checkLinks(text, entry.position());
        return new Value(entry.key(), name, text, entry.position());
    }
}
