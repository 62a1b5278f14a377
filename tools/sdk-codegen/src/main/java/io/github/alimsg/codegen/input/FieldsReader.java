package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the customization says about fields: their names, their types, and how they are treated. */
final class FieldsReader {
    private final Sections sections;
    private final Problems problems;

    FieldsReader(Sections sections) {
        this.sections = sections;
        this.problems = sections.problems();
    }

    /** Reads a section of texts by selector. */
    SelectorTable<String> texts(String section) {
        SelectorTable<String> table = new SelectorTable<>(section, problems);
        for (Entry entry : sections.entries(section).values()) {
            table.add(entry.key(), entry.value().text(), entry.position());
        }
        return table;
    }

    /** Reads a section whose keys are selectors, which have dots, and operations; returns those of operations. */
    Map<String, String> textsOfBoth(String section, SelectorTable<String> fields) {
        Map<String, String> operations = new HashMap<>();
        for (Entry entry : sections.entries(section).values()) {
            sections.checkLinks(entry.value().text(), entry.value().position());
            if (entry.key().contains(".")) {
                fields.add(entry.key(), entry.value().text(), entry.position());
            } else if (sections.operation(entry.key(), entry.position()) != null) {
                operations.put(entry.key(), entry.value().text());
            }
        }
        return operations;
    }

    /** Reads a section that is a list of selectors. */
    SelectorTable<Boolean> selected(String section) {
        SelectorTable<Boolean> table = new SelectorTable<>(section, problems);
        for (YamlValue item : sections.items(section)) {
            table.add(item.text(), true, item.position());
        }
        return table;
    }

    Map<String, SourcePosition> shared() {
        Map<String, SourcePosition> shared = new LinkedHashMap<>();
        sections.items("shared").forEach(item -> shared.put(item.text(), item.position()));
        return shared;
    }

    SelectorTable<FieldType> types() {
        SelectorTable<FieldType> table = new SelectorTable<>("types", problems);
        for (Entry entry : sections.entries("types").values()) {
            FieldType type = FieldType.of(entry.value().text());
            if (type == null) {
                problems.add(
                        entry.value().position(),
                        "'" + entry.value().text() + "' is not a type",
                        "use one of " + FieldType.words());
            } else {
                table.add(entry.key(), type, entry.position());
            }
        }
        return table;
    }

    SelectorTable<PhoneStyle> phoneNumbers() {
        SelectorTable<PhoneStyle> table = new SelectorTable<>("phoneNumbers", problems);
        boolean anyOwn = false;
        for (Entry entry : sections.entries("phoneNumbers").values()) {
            PhoneStyle style = PhoneStyle.of(entry.value().text());
            if (style == null) {
                problems.add(
                        entry.value().position(),
                        "'" + entry.value().text() + "' is not a form of phone numbers",
                        "use one of " + PhoneStyle.words());
            } else {
                table.add(entry.key(), style, entry.position());
                anyOwn |= style.isOwn();
            }
        }
        checkPhoneForm(anyOwn);
        return table;
    }

    private void checkPhoneForm(boolean needed) {
        YamlValue product = sections.value("product");
        boolean given = product != null && product.isMap() && product.entries().containsKey("phoneForm");
        if (product != null && needed != given) {
            problems.add(
                    product.position(),
                    needed ? "'product' has no 'phoneForm'" : "no field has phone numbers in the product's own form",
                    needed ? "name the class that writes phone numbers in their own form" : "remove 'phoneForm'");
        }
    }
}
