package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The named parts of an entry, some of which may be missing.
 *
 * @param entries what is there, by name
 */
record Parts(Map<String, Entry> entries) {
    /**
     * Reads the parts of a value; reports others.
     *
     * @param value a map
     * @param known the names that parts may have
     */
    static Parts of(YamlValue value, String... known) {
        return new Parts(value.entries(List.of(known)));
    }

    boolean has(String... names) {
        return entries.keySet().containsAll(List.of(names));
    }

    /** Returns a part's value; null when it is missing. */
    @Nullable
    YamlValue value(String name) {
        Entry entry = entries.get(name);
        return entry == null ? null : entry.value();
    }

    /** Returns a part's text; the empty text when it is missing. */
    String text(String name) {
        String text = textOrNull(name);
        return text == null ? "" : text;
    }

    @Nullable
    String textOrNull(String name) {
        YamlValue value = value(name);
        return value == null ? null : value.text();
    }

    /** Returns a part's items; none when it is missing. */
    List<YamlValue> items(String name) {
        YamlValue value = value(name);
        return value == null ? List.of() : value.items();
    }

    List<String> texts(String name) {
        return items(name).stream().map(YamlValue::text).toList();
    }

    /** Returns a part's entries; none when it is missing. */
    Map<String, Entry> entries(String name) {
        YamlValue value = value(name);
        return value == null ? Map.of() : value.entries();
    }

    Map<String, String> textsByKey(String name) {
        Map<String, String> texts = new TreeMap<>();
        entries(name).forEach((key, entry) -> texts.put(key, entry.value().text()));
        return texts;
    }
}
