package io.github.alimsg.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.it.Reactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What serves every product names nothing of one: a new product, or a new version, needs no change there. */
@DisplayName("A product's facts are in its API folder")
class NoProductWordsTest {
    private static final ProductNames NAMES = ProductNames.ofAllProducts();

    /** Names that products have as well, and why these are not theirs. */
    private static final Map<String, String> OF_EVERY_PRODUCT = Map.of(
            "Code", "envelope of every reply; field of every source of temporary keys",
            "Message", "envelope of every reply",
            "RequestId", "envelope of every reply",
            "AccessDeniedDetail", "envelope of every reply that denies",
            "Authorization", "header of a signed request",
            "Format", "parameter of every signed request in the older form",
            "AccessKeyId", "parameter of every signed request in the older form; field of every temporary key",
            "AccessKeySecret", "field of every temporary key",
            "SecurityToken", "parameter of every signed request in the older form; field of every temporary key");

    private static final int MAX_OF_EVERY_PRODUCT = 12;

    /** What the fake knows of single products, a file each. */
    private static final Path FACTS_OF_THE_FAKE = Path.of("products");

    private static List<Path> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Reactor.modules().get(module).resolve(Path.of("src", "main", "java")))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getParent().endsWith(FACTS_OF_THE_FAKE))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sdk-core", "sdk-receipts", "sdk-caps", "sdk-once", "sdk-testing", "sdk-micrometer", "sdk-redis"
            })
    void noLiteralNamesAnythingOfAProduct(String module) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources(module)) {
            Set<String> names = NAMES.in(Files.readString(source));
            names.removeAll(OF_EVERY_PRODUCT.keySet());
            if (!names.isEmpty()) {
                found.add(source + " names " + names);
            }
        }
        assertThat(found)
                .as(
                        "a product's facts belong in its customization.yaml, and those of the fake in %s",
                        FACTS_OF_THE_FAKE)
                .isEmpty();
    }

    @Test
    void exceptionsAreFewAndNeeded() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : sources("sdk-core")) {
            used.addAll(NAMES.in(Files.readString(source)));
        }
        assertThat(OF_EVERY_PRODUCT).hasSizeLessThanOrEqualTo(MAX_OF_EVERY_PRODUCT);
        assertThat(used).containsAll(OF_EVERY_PRODUCT.keySet());
    }

    @Test
    void namesOfAllFourProductsAreKnown() {
        assertThat(NAMES.size()).isGreaterThan(900);
        assertThat(NAMES.in("\"SendChatappMessage\" \"SendMessageToGlobe\" \"SendSms\" \"AssumeRole\""))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "throw new E(\"look it up by its OutId first\"), OutId",
                "map.put(\"OutId\"; id), OutId",
                "map.put(\"To\"; number), To",
                "a = \"POST /?Action=SendSms&x\", SendSms",
                "b = \"\"\"{'PhoneNumbers': 1}\"\"\", PhoneNumbers",
                "c = '\"' + \"BizId\" + '\"', BizId"
            })
    void aPlantedNameIsFound(String code, String name) {
        assertThat(NAMES.in("final class Planted { void f() { " + code + "; } }"))
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new E(\"Type and Status go To the caller\")",
                "throw new E(\"an outid\") // OutId",
                "/** By OutId. */ f()",
                "c = 'x'; outId(OutId.class)",
                "d = \"\""
            })
    void wordsAndCommentsAreNotNames(String code) {
        assertThat(NAMES.in("final class Planted { void f() { " + code + "; } }"))
                .isEmpty();
    }
}
