package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operations of the metadata that are left out. They are read before everything else: what is left out is not even
 * looked at.
 *
 * @param operations those that the customization names
 * @param unsupported whether those that cannot be generated are left out too
 */
public record Omissions(Set<String> operations, boolean unsupported) {
    /** The section that names operations. */
    static final String NAMED = "omit";

    /** The section that says what becomes of operations that cannot be generated. */
    static final String UNSUPPORTED = "unsupported";

    static final List<String> UNSUPPORTED_WORDS = List.of("refuse", "omit");

    /**
     * Reads them from a customization, whose mistakes {@link CustomizationReader} reports.
     *
     * @param file name of the customization
     * @param yaml what it holds
     * @return the operations that are left out
     */
    public static Omissions read(String file, String yaml) {
        var unreported = new Problems();
        YamlValue root = YamlValue.read(file, yaml, unreported);
        Map<String, Entry> sections = new HashMap<>(root.isMap() ? root.entries() : Map.of());
        Set<String> operations = new LinkedHashSet<>();
        Entry named = sections.get(NAMED);
        if (named != null) {
            named.value().items().forEach(item -> operations.add(item.text()));
        }
        Entry unsupported = sections.get(UNSUPPORTED);
        return new Omissions(
                operations, unsupported != null && unsupported.value().text().equals(UNSUPPORTED_WORDS.get(1)));
    }
}
