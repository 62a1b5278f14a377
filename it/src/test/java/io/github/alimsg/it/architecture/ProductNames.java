package io.github.alimsg.it.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that products have for their operations, parameters and fields, and where a Java file has them in its
 * literals.
 *
 * <p>A literal that is such a name counts, and so does such a name inside a longer literal, if it is of several words: in
 * {@code "to send"} and {@code "Type of the value"} nobody means a parameter. For the same reason a field of a response
 * that is only one word, such as {@code Date}, is no product's name.
 */
final class ProductNames {
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile("\"\"\"(?<block>[\\s\\S]*?)\"\"\""
            + "|\"(?<text>(?:\\\\.|[^\"\\\\\\n])*)\""
            + "|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*");
    private static final int MAX_DEPTH = 25;

    private final Set<String> names = new TreeSet<>();

    /** {@return the names of all products in the repository} */
    static ProductNames ofAllProducts() {
        var names = new ProductNames();
        try (Stream<Path> files = Files.find(
                Path.of(".."), 7, (path, attributes) -> path.getNameCount() == 7 && path.endsWith("metadata.json"))) {
            files.filter(file -> file.getName(1).toString().startsWith("sdk-"))
                    .filter(file -> file.subpath(2, 5).equals(Path.of("src", "main", "api")))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void add(Path metadata) {
        try {
            add(new ObjectMapper().readTree(metadata.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(JsonNode metadata) {
        metadata.path("apis").properties().forEach(operation -> {
            names.add(operation.getKey());
            for (JsonNode parameter : operation.getValue().path("parameters")) {
                names.add(parameter.path("name").asText());
                addFields(parameter.path("schema"), false, 0);
            }
            operation.getValue().path("responses").forEach(response -> addFields(response.path("schema"), true, 0));
        });
        metadata.at("/components/schemas").forEach(schema -> addFields(schema, true, 0));
        names.removeIf(name -> name.length() < 2);
    }

    private void addFields(JsonNode schema, boolean ofResponse, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        schema.path("properties").properties().forEach(field -> {
            if (!ofResponse || SEVERAL_WORDS.matcher(field.getKey()).matches()) {
                names.add(field.getKey());
            }
            addFields(field.getValue(), ofResponse, depth + 1);
        });
        for (String inside : new String[] {"items", "additionalProperties"}) {
            if (schema.path(inside).isObject()) {
                addFields(schema.path(inside), ofResponse, depth + 1);
            }
        }
    }

    /** {@return how many there are} */
    int size() {
        return names.size();
    }

    /** {@return the names in a file's literals} */
    Set<String> in(String source) {
        Set<String> found = new TreeSet<>();
        for (Matcher literal = LITERAL_OR_COMMENT.matcher(source); literal.find(); ) {
            String text = literal.group("block") != null ? literal.group("block") : literal.group("text");
            if (text != null) {
                addFrom(text, found);
            }
        }
        return found;
    }

    private void addFrom(String literal, Set<String> found) {
        if (names.contains(literal)) {
            found.add(literal);
            return;
        }
        for (Matcher word = WORD.matcher(literal); word.find(); ) {
            if (SEVERAL_WORDS.matcher(word.group()).matches() && names.contains(word.group())) {
                found.add(word.group());
            }
        }
    }
}
