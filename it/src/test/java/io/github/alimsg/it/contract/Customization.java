package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a product's {@code customization.yaml} says about operations and fields. */
final class Customization {
    private final JsonNode yaml;
    private final List<Rule> types;
    private final List<Rule> values = new ArrayList<>();
    private final List<Rule> phoneNumbers;
    private final List<Rule> names;
    private final List<Rule> fieldNames;
    private final List<Rule> unwrapped = new ArrayList<>();
    private final List<Rule> sensitive = new ArrayList<>();

    /** What is said about the fields that a selector picks. */
    private record Rule(Pattern pattern, int wildcards, String said) {
        static Rule of(String selector, String said) {
            var pattern = new StringBuilder();
            int wildcards = 0;
            for (String segment : selector.split("\\.")) {
                boolean wild = segment.equals("*") || segment.equals("**");
                wildcards += wild ? 1 : 0;
                pattern.append(
                        segment.equals("**") ? "(?:[^.]+\\.)*" : wild ? "[^.]+\\." : Pattern.quote(segment + "."));
            }
            return new Rule(Pattern.compile(pattern.toString()), wildcards, said);
        }

        boolean matches(String path) {
            return pattern.matcher(path + ".").matches();
        }
    }

    Customization(Path file) {
        try {
            this.yaml = new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.types = rules("types");
        this.phoneNumbers = rules("phoneNumbers");
        this.names = rules("names");
        this.fieldNames = rules("fieldNames");
        yaml.path("unwrap").forEach(selector -> unwrapped.add(Rule.of(selector.asText(), "unwrapped")));
        for (Map.Entry<String, JsonNode> value : yaml.path("values").properties()) {
            for (String key : List.of("fields", "upperCase")) {
                value.getValue().path(key).forEach(selector -> values.add(Rule.of(selector.asText(), value.getKey())));
            }
        }
        yaml.path("sensitive").forEach(selector -> sensitive.add(Rule.of(selector.asText(), "sensitive")));
    }

    private List<Rule> rules(String section) {
        return yaml.path(section).properties().stream()
                .map(entry -> Rule.of(entry.getKey(), entry.getValue().asText()))
                .toList();
    }

    private static @Nullable String said(List<Rule> rules, String path) {
        Rule best = null;
        for (Rule rule : rules) {
            if (rule.matches(path) && (best == null || rule.wildcards < best.wildcards)) {
                best = rule;
            }
        }
        return best == null ? null : best.said;
    }

    @Nullable
    String type(String path) {
        return said(types, path);
    }

    /** {@return how a field writes phone numbers; null when it is not said to hold any} */
    @Nullable
    String phoneNumbers(String path) {
        return said(phoneNumbers, path);
    }

    @Nullable
    String openValue(String path) {
        return said(values, path);
    }

    @Nullable
    String className(String path) {
        return said(names, path);
    }

    /** {@return what a field is called in Java; null where its name on the wire says it} */
    @Nullable
    String fieldName(String path) {
        return said(fieldNames, path);
    }

    boolean isUnwrapped(String path) {
        return said(unwrapped, path) != null;
    }

    boolean isSensitive(String path) {
        return said(sensitive, path) != null;
    }

    String javaPackage() {
        return yaml.at("/product/package").asText();
    }

    /** {@return the field that says whether an answer that has it is a success; null where the HTTP status alone does} */
    @Nullable
    String codeField(String operation) {
        JsonNode code = yaml.at("/success/code");
        return code.isMissingNode() || contains(yaml.path("successByStatus"), operation) ? null : code.asText();
    }

    String messageField() {
        return yaml.at("/success/message").asText();
    }

    /** {@return effects by operation} */
    Map<String, List<String>> effects() {
        return byOperation("effects");
    }

    /** {@return documented calls per second, as text, by operation} */
    Map<String, List<String>> limits() {
        return byOperation("limits");
    }

    /** {@return what is said of an operation's messages; missing when nothing is} */
    JsonNode message(String operation) {
        return yaml.path("messages").path(operation);
    }

    private Map<String, List<String>> byOperation(String section) {
        Map<String, List<String>> byOperation = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : yaml.path(section).properties()) {
            entry.getValue()
                    .forEach(operation -> byOperation
                            .computeIfAbsent(operation.asText(), name -> new ArrayList<>())
                            .add(entry.getKey()));
        }
        return byOperation;
    }

    /** {@return titles of areas by operation} */
    Map<String, List<String>> areas() {
        Map<String, List<String>> byOperation = new HashMap<>();
        for (JsonNode area : yaml.path("areas")) {
            area.path("operations")
                    .forEach(operation -> byOperation
                            .computeIfAbsent(operation.asText(), name -> new ArrayList<>())
                            .add(area.path("title").asText()));
        }
        return byOperation;
    }

    /** {@return pagers by operation} */
    Map<String, JsonNode> pagers() {
        Map<String, JsonNode> pagers = new HashMap<>();
        yaml.path("pagers").properties().forEach(entry -> pagers.put(entry.getKey(), entry.getValue()));
        return pagers;
    }

    /** {@return what in an operation's response decides what happens next, and what that is in: dotted paths} */
    Set<String> strictFields(String operation) {
        Set<String> strict = new HashSet<>();
        JsonNode pager = yaml.path("pagers").path(operation);
        for (String key : List.of("items", "total", "next")) {
            addWithParents(pager.path(key), strict);
        }
        yaml.path("strict").path(operation).forEach(path -> addWithParents(path, strict));
        return strict;
    }

    private static void addWithParents(JsonNode path, Set<String> paths) {
        for (String part = path.asText(); !part.isEmpty(); ) {
            paths.add(part);
            part = part.substring(0, Math.max(0, part.lastIndexOf('.')));
        }
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
