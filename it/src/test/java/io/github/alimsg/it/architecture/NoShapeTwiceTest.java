package io.github.alimsg.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A shape is generated once: no model of a product is the copy of another, and a name means one class. */
class NoShapeTwiceTest {
    private static final Pattern NESTED = Pattern.compile("(?ms)^    public static final class (\\w+) .*?^    \\}$");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern DECLARED = Pattern.compile("public (?:static )?final class (\\w+)");

    /**
     * A class of a product's models, without requests, responses and values.
     *
     * @param name its simple name
     * @param owner the file it stands in
     * @param code its code without comments, spaces, and what it is nested in
     */
    private record Model(String name, String owner, String code) {
        /** The code whatever the class is called. */
        String shape() {
            return code.replaceAll("\\b" + name + "\\b", "Self");
        }
    }

    @TestFactory
    Stream<DynamicTest> aNameMeansOneClass() {
        return products((models, product) -> assertThat(twice(models, Model::name))
                .as("list the class in 'shared' of the customization, or give it different names under 'names'")
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> noTwoClassesAreIdenticalToTheLetter() {
        return products(
                (models, product) -> assertThat(twice(models, Model::code)).isEmpty());
    }

    /** Two of one field each may agree by chance, and mean different things. */
    @TestFactory
    Stream<DynamicTest> noTwoClassesOfThreeAndMoreFieldsDifferInTheirNamesOnly() {
        return products((models, product) -> assertThat(twice(
                        models.stream()
                                .filter(model -> model.code().split("private final ", -1).length > 3)
                                .toList(),
                        Model::shape))
                .isEmpty());
    }

    @Test
    void thereAreModelsToLookAt() {
        assertThat(products().values().stream().mapToInt(List::size).sum()).isGreaterThan(100);
    }

    private interface Check {
        void look(List<Model> models, String product);
    }

    private static Stream<DynamicTest> products(Check check) {
        return products().entrySet().stream()
                .map(product -> DynamicTest.dynamicTest(
                        product.getKey(), () -> check.look(product.getValue(), product.getKey())));
    }

    /** What several models have in common, and the files they stand in. */
    private static List<List<String>> twice(List<Model> models, Function<Model, String> what) {
        return models.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.toList())).values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.stream()
                        .map(model -> model.name() + " of " + model.owner())
                        .toList())
                .toList();
    }

    /** The models of each product by the folder of their sources. */
    private static Map<String, List<Model>> products() {
        Map<String, List<Model>> products = new TreeMap<>();
        for (String module : List.of("sdk-cams", "sdk-dysms", "sdk-sts", "sdk-queue")) {
            Path sources = Path.of("..", module, "target", "generated-sources");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(NoShapeTwiceTest::isModel).sorted().toList()) {
                    products.computeIfAbsent(
                                    sources.relativize(file.getParent()).toString(), folder -> new ArrayList<>())
                            .addAll(models(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(products).hasSize(5);
        return products;
    }

    private static boolean isModel(Path file) {
        return file.toString().endsWith(".java") && file.getParent().endsWith("model");
    }

    private static List<Model> models(Path file) throws IOException {
        String owner = file.getFileName().toString().replace(".java", "");
        String source = COMMENT.matcher(Files.readString(file)).replaceAll("");
        List<Model> models = new ArrayList<>();
        if (source.contains("class " + owner + " extends Sdk")) {
            for (Matcher nested = NESTED.matcher(source); nested.find(); ) {
                if (!nested.group(1).equals("Builder")) {
                    models.add(new Model(nested.group(1), owner, code(nested.group(), owner)));
                }
            }
        } else if (source.contains("public final class " + owner + " {")) {
            models.add(new Model(owner, owner, code(source.substring(source.indexOf("public final class")), owner)));
        }
        return models;
    }

    private static String code(String source, String owner) {
        return DECLARED.matcher(source)
                .replaceFirst("class $1")
                .replace(owner + ".", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
