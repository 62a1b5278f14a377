package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javadoc names fields as one types them, never as they travel. */
class JavadocNamesTest {
    private static final Pattern CODE =
            Pattern.compile("(On the wire: )?\\{@code ([A-Z][\\w-]*(?:\\.[A-Z][\\w-]*)*)\\}");

    @Test
    void noNameOfTheWireIsInJavadocThatCallersRead() throws IOException {
        List<String> found = new ArrayList<>();
        int examined = 0;
        for (Api api : Api.ALL) {
            Set<String> wireNames = wireNames(api.metadata());
            for (Path source : sources(api)) {
                examined++;
                Matcher code = CODE.matcher(Files.readString(source));
                while (code.find()) {
                    String name = code.group(2);
                    if (code.group(1) == null && wireNames.containsAll(List.of(name.split("\\.")))) {
                        found.add(source.getFileName() + ": " + name);
                    }
                }
            }
        }
        assertThat(examined).isGreaterThan(500);
        assertThat(found).isEmpty();
    }

    private static List<Path> sources(Api api) throws IOException {
        Path folder = api.generatedSources();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> wireNames(JsonNode metadata) {
        Set<String> names = new HashSet<>();
        metadata.findValues("parameters")
                .forEach(parameters -> parameters.forEach(
                        parameter -> names.add(parameter.path("name").asText())));
        metadata.findParents("properties")
                .forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }
}
