package io.github.alimsg.codegen.input;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file, with its line. Scalars are always text, so that the keys {@code Y} and {@code 1} stay as they
 * are.
 */
final class YamlValue {
    private static final int MAX_FILE_SIZE = 64 << 20;

    private final String file;
    private final @Nullable Node node;
    private final Problems problems;

    private YamlValue(String file, @Nullable Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param file its name in messages
     * @param text its content
     * @param problems collects what is wrong with it
     * @return its value; an empty one when the file is empty or not YAML
     */
    static YamlValue read(String file, String text, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_FILE_SIZE);
        try {
            return new YamlValue(file, new Yaml(options).compose(new StringReader(text)), problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(new SourcePosition(file, line), "not YAML: " + e.getProblem(), "fix the syntax");
        } catch (YAMLException e) {
            problems.add(SourcePosition.of(file), "not YAML: " + e.getMessage(), "fix the syntax");
        }
        return new YamlValue(file, null, problems);
    }

    SourcePosition position() {
        return node == null ? SourcePosition.of(file) : placeOf(node);
    }

    private SourcePosition placeOf(Node at) {
        return new SourcePosition(file, at.getStartMark().getLine() + 1);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Returns the text; for anything else, reports a problem and returns the empty text. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problems.add(position(), "text is expected here", "write one text");
        return "";
    }

    /** Returns the items of a list; reports anything else. */
    List<YamlValue> items() {
        List<YamlValue> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new YamlValue(file, item, problems));
            }
        } else {
            problems.add(position(), "a list is expected here", "write [a, b] or lines that begin with '- '");
        }
        return items;
    }

    /** Returns the entries of a map by key; reports anything else, and duplicate keys. */
    Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Node keyNode = tuple.getKeyNode();
                String key = new YamlValue(file, keyNode, problems).text();
                var entry = new Entry(key, placeOf(keyNode), new YamlValue(file, tuple.getValueNode(), problems));
                Entry before = entries.putIfAbsent(key, entry);
                if (before != null) {
                    problems.add(
                            entry.position(),
                            "'" + key + "' is here and in line "
                                    + before.position().line(),
                            "keep one of them");
                }
            }
        } else {
            problems.add(position(), "a map is expected here", "write lines such as 'key: value'");
        }
        return entries;
    }

    /**
     * Returns the entries of a map with a fixed set of keys; reports other keys.
     *
     * @param known the allowed keys
     * @return the entries by key
     */
    Map<String, Entry> entries(List<String> known) {
        Map<String, Entry> entries = entries();
        for (Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.position(),
                        "unknown key '" + entry.key() + "'",
                        "remove it, or use one of " + String.join(", ", known));
            }
        }
        return entries;
    }

    /**
     * An entry of a map.
     *
     * @param key its key as text
     * @param position the key's position
     * @param value its value
     */
    record Entry(String key, SourcePosition position, YamlValue value) {}
}
